import type { LastDeed, RestoredBox, RestoredSheet, TargetStatus } from '../../api/generated/contract';
import { count, percent } from '../format';
import { moment } from './moment';

const value = (n: number | null): string => (n === null ? 'trống' : count(n));
const box = ({ no, now, then }: RestoredBox): string => `ô ${no}: ${value(now)} → ${value(then)}`;

/** Bringing a state back: what it would change, and what is safe whatever one does. */
export const restoring = {
  looking: 'Xem trước khi khôi phục',
  lookingHint: 'Đang đọc lại bản này và so với số liệu bây giờ…',
  title: {
    restore: (at: string, today: string) => `Khôi phục bản ${moment(at, today)}?`,
    undo: (at: string, today: string) => `Trở lại như lúc ${moment(at, today)}, trước khi khôi phục?`,
    file: (at: string, today: string) => `Khôi phục bản ${moment(at, today)} từ tệp mang về?`,
  },
  what: 'Nội dung',
  now: 'Bây giờ',
  then: 'Sau khi khôi phục',
  campaign: 'Đợt',
  keyed: 'Phiếu đã nhập',
  keyedOf: (keyed: number, sheets: number) => `${count(keyed)} / ${count(sheets)}`,
  target: (target: TargetStatus | null) =>
    target === null || target.percent === null
      ? '–'
      : `${percent(target.percent)} (${target.numerator === null ? '–' : count(target.numerator)} / ${target.denominator === null ? '–' : count(target.denominator)})`,
  last: 'Lần ghi cuối',
  lastDeed: (deed: LastDeed, today: string) =>
    deed.who === null ? moment(deed.at, today) : `${moment(deed.at, today)}, ${deed.who}`,
  none: '–',
  deeds: (n: number | null) =>
    n === null
      ? 'Bản này không nằm trên cùng một mạch với số liệu bây giờ (từ lần khôi phục trước, hoặc từ máy khác).'
      : n === 0
        ? 'Từ lúc có bản này đến nay chưa ghi thêm gì.'
        : `Từ lúc có bản này đến nay đã ghi thêm ${count(n)} lần; những lần ấy sẽ không còn trong tệp.`,
  noSheets: 'Không có phiếu nào khác đi.',
  sheets: (n: number) => `${count(n)} phiếu sẽ khác đi`,
  boxes: (sheet: RestoredSheet) => {
    if (sheet.is_gone) return 'chưa có trong bản này: phải đánh mã lại';
    if (sheet.boxes.length === 0) return 'chỉ khác tình trạng của phiếu';
    return sheet.boxes.map(box).join('; ');
  },
  moreSheets: (n: number) => `và ${count(n)} phiếu nữa`,
  safe: 'Số liệu bây giờ được giữ nguyên thành một bản sao trước khi khôi phục. Trong 30 ngày, bấm “Trở lại như trước khi khôi phục” là về như cũ.',
  safeBack: 'Số liệu bây giờ cũng được giữ thành một bản sao, nên đổi ý lần nữa vẫn được.',
  run: { restore: 'Khôi phục', undo: 'Trở lại', file: 'Khôi phục' },
  running: 'Đang khôi phục…',
  done: {
    restore: 'Đã khôi phục. Số liệu trước đó được giữ 30 ngày.',
    undo: 'Đã trở lại như trước khi khôi phục.',
    file: 'Đã khôi phục từ tệp mang về. Số liệu trước đó được giữ 30 ngày.',
  },
} as const;
