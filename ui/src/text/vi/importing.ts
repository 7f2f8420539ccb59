import type { ImportAction, Place, NewAreas } from '../../api/generated/contract';
import { capitalised, count, dmy } from '../format';

export const importing = {
  titles: { areas: 'Nhập địa bàn từ bảng', schedule: 'Nhập lịch từ bảng', members: 'Nhập thành viên từ bảng' },
  hints: {
    areas:
      'Chép bảng từ Excel hoặc Word, có dòng tiêu đề. Cần cột Địa bàn; có thể thêm Loại, Cụm, Tổ trưởng, Điện thoại, Số hộ, Từ 15 tuổi, Ngày số liệu, Nguồn…',
    schedule: 'Chép bảng từ Excel hoặc Word, có dòng tiêu đề. Cần cột Thời gian (hay Ngày) và cột Địa bàn.',
    members:
      'Chép bảng từ Excel hoặc Word, có dòng tiêu đề. Cần cột Họ tên; có thể thêm Chức vụ, Đơn vị, Điện thoại, Lực lượng. Không lấy CCCD, ngày sinh, địa chỉ.',
  },
  how: 'Lấy bảng từ đâu',
  hows: { text: 'Dán bảng', file: 'Chọn tệp' },
  paste: 'Dán bảng',
  pastePlaceholder: 'Bấm vào đây rồi Ctrl V',
  path: 'Đường dẫn tệp',
  pick: 'Chọn tệp Excel, CSV…',
  picked: (path: string) => `Tệp: ${path}`,
  check: 'Xem trước',
  checking: 'Đang đọc bảng…',
  nothingYet: 'Xem trước chưa thay đổi gì. Mọi dòng đều đúng thì mới nhập, sai một chỗ thì không nhập dòng nào.',
  wouldAdd: (n: number) => `thêm ${count(n)}`,
  wouldChange: (n: number) => `sửa ${count(n)}`,
  same: (n: number) => `${count(n)} đã có sẵn`,
  skipped: (n: number) => `bỏ qua ${count(n)} dòng`,
  template: 'Bảng mẫu Excel',
  sheet: 'Trang tính',
  heading: 'Dòng tiêu đề',
  headingRow: (row: number, text: string) => `Dòng ${String(row)}: ${text}`,
  headingNone: 'Bảng không có dòng tiêu đề',
  columnsSum: (used: number, unused: number) =>
    unused === 0 ? `Cột của bảng: dùng cả ${count(used)}` : `Cột của bảng: dùng ${count(used)}, không dùng ${count(unused)}`,
  columnIs: (heading: string) => `Cột “${heading}” là`,
  columnNeeded: (word: string) => `${word} (bắt buộc)`,
  columnBlank: '(trống)',
  nearSame: 'Cùng một địa bàn',
  nearTwo: 'Hai địa bàn khác nhau',
  columnUnused: 'không dùng',
  lines: 'Từng dòng',
  head: { place: 'Chỗ', text: 'Dòng', action: 'Sẽ', why: 'Chi tiết' },
  actions: { add: 'thêm', change: 'sửa', same: 'giữ nguyên', skip: 'bỏ qua' } satisfies Record<ImportAction, string>,
  newDates: (from: string, to: string) => `Đợt chưa có buổi nào nên lấy ngày theo bảng: ${dmy(from)} – ${dmy(to)}.`,
  gaps: (names: readonly string[]) => `Nên xem lại: dãy tên không có ${names.join(', ')}. Có thể đúng là không có.`,
  createAreas: 'Thêm luôn địa bàn chưa có',
  newAreas: (kinds: readonly NewAreas[]) => {
    const all = kinds.reduce((sum, kind) => sum + kind.names.length, 0);
    return `Sẽ thêm ${count(all)} địa bàn. ${kinds.map((k) => `${capitalised(k.kind_word)}: ${k.names.join(', ')}.`).join(' ')}`;
  },
  spelling: (ways: readonly string[]) => `Bảng viết ${ways.map((w) => `“${w}”`).join(' và ')}. Cách nào đúng?`,
  spellingNames: (words: string, names: readonly string[]) => `${words}: ${names.join(', ')}.`,
  spellingUse: (words: string) => `Đều là “${words}”`,
  spellingBoth: 'Giữ nguyên cả hai',
  spellingDone: (n: number) => `Đã chọn. Bấm Enter để nhập ${count(n)} dòng; muốn xem từng dòng thì kéo xuống.`,
  problems: (n: number) => `${count(n)} chỗ cần sửa`,
  place: (place: Place) => (place.sheet ? `${place.sheet}, ô ${place.cell}` : place.cell),
  run: (n: number) => (n === 0 ? 'Không có gì để nhập' : `Nhập ${count(n)} dòng`),
  done: (added: number, changed: number) => `Đã nhập: thêm ${count(added)}, sửa ${count(changed)}`,
} as const;
