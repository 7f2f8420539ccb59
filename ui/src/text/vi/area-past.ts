import type { AreaDeed, AreaEvent, AreaPart, AreaRow } from '../../api/generated/contract';
import { count, dm, dmy } from '../format';

const PARTS: Record<AreaPart, string> = {
  kind: 'loại',
  cluster: 'cụm',
  leader: 'người đứng đầu',
  self_report_due: 'hạn tự báo cáo',
};

function words(deed: AreaDeed): string {
  switch (deed.deed) {
    case 'added':
      return `Thêm địa bàn ${deed.name}`;
    case 'came_of':
      return `Hình thành từ ${deed.areas.join(', ')} ngày ${dmy(deed.on)}`;
    case 'respelled':
      return `Sửa tên “${deed.was}” thành “${deed.name}”`;
    case 'renamed':
      return `Đổi tên “${deed.was}” thành “${deed.name}”; tên cũ dùng đến hết ${dmy(deed.until)}`;
    case 'edited':
      return `Sửa ${deed.parts.map((part) => PARTS[part]).join(', ')}`;
    case 'figures_put':
      return `Ghi số liệu nền tính đến ${dmy(deed.as_of)} (${deed.source})`;
    case 'figures_removed':
      return `Xóa số liệu nền tính đến ${dmy(deed.as_of)} (${deed.source})`;
    case 'evening_added':
      return `Thêm buổi ${dmy(deed.on)}`;
    case 'evening_moved':
      return `Dời buổi ${dmy(deed.was)} sang ${dmy(deed.on)}`;
    case 'evening_called_off':
      return `Bỏ buổi ${dmy(deed.on)}: ${deed.because}`;
    case 'evening_on_again':
      return `Mở lại buổi ${dmy(deed.on)}`;
    case 'evening_removed':
      return `Xóa buổi ${dmy(deed.on)}`;
    case 'evening_handed_over':
      return `Giao buổi ${dmy(deed.on)} cho ${deed.to}`;
    case 'evening_taken_over':
      return `Nhận buổi ${dmy(deed.on)} từ ${deed.of}`;
    case 'sheets_numbered':
      return `Đánh số ${count(deed.count)} phiếu`;
    case 'sheets_back':
      return `${count(deed.count)} phiếu về`;
    case 'became':
      return `Thành ${deed.areas.join(', ')} từ ${dmy(deed.on)}`;
    case 'ended':
      return `Thôi sau ngày ${dmy(deed.last)}: ${deed.because}`;
    case 'goes_on':
      return 'Địa bàn lại như trước';
  }
}

/** One line of what happened. */
export function deedWords(event: AreaEvent): string {
  const said = event.why === null || event.is_undo ? words(event.what) : `${words(event.what)}. Căn cứ: ${event.why}`;
  return event.is_undo ? `Hoàn tác: ${said}` : said;
}

/** `2024-11-10T20:00:00+07:00` → `10/11/2024 20:00`. */
export function momentWords(at: string): string {
  return `${dmy(at.slice(0, 10))} ${at.slice(11, 16)}`;
}

/** What a list says of an area's past: former names, what it came out of and became. */
export function kinWords(row: Pick<AreaRow, 'former_names' | 'came_of' | 'became' | 'name'>): string[] {
  const former = row.former_names.filter((f) => f.name !== row.name).map((f) => `trước là ${f.name}, đến ${dm(f.until)}`);
  const came = row.came_of.length > 1 ? [`gộp từ ${row.came_of.join(', ')}`] : row.came_of.map((name) => `tách từ ${name}`);
  const became = row.became.length === 0 ? [] : [`nay là ${row.became.join(', ')}`];
  return [...former, ...came, ...became];
}
