import type { DeedKind, EntryRow, HeadFound, JournalForm, JournalLine, JournalVerdict } from '../../api/generated/contract';
import { capitalised, count, dmy } from '../format';

/** `2024-11-10T08:00:00+07:00` → `08:00 10/11/2024`. */
const when = (at: string) => `${at.slice(11, 16)} ${dmy(at.slice(0, 10))}`;

const KINDS: Record<DeedKind, string> = {
  keying: 'nhập phiếu',
  verifying: 'đối soát',
  approving: 'duyệt',
  schedule: 'lịch',
  areas: 'địa bàn',
  forces: 'lực lượng',
  papers: 'văn bản, giấy in',
  reports: 'báo cáo',
  settings: 'cài đặt',
  accounts: 'tài khoản',
  backups: 'sao lưu, khôi phục',
};

const FORMS: Record<JournalForm, string> = { workbook: 'Bảng Excel', lines: 'Tệp JSON Lines' };

export const journal = {
  title: 'Nhật ký',
  sub: (head: number) => `${count(head)} mục; ai đổi gì, khi nào, vì sao. Không ai sửa hay xóa được mục đã ghi.`,
  tabs: 'Phần của màn hình Nhật ký',
  parts: { entries: 'Các mục', verify: 'Kiểm tra' },
  export: 'Xuất nhật ký…',

  // Filters.
  filters: 'Lọc nhật ký',
  who: 'Người làm',
  everybody: 'mọi người',
  program: 'chương trình tự làm',
  kind: 'Loại việc',
  everyKind: 'mọi việc',
  kinds: KINDS,
  from: 'Từ ngày',
  to: 'Đến ngày',
  evening: 'Buổi',
  everyEvening: 'mọi buổi',
  eveningOf: (on: string) => dmy(on),
  area: 'Địa bàn',
  everyArea: 'mọi địa bàn',
  team: 'Tổ',
  everyTeam: 'mọi tổ',
  code: 'Mã phiếu',
  codePlaceholder: '482-1937',
  text: 'Chữ trong nhật ký',
  textPlaceholder: 'gõ không cần dấu',
  badDay: 'Ngày chưa đúng. Gõ như 09/11/2024.',
  clear: 'Bỏ lọc',
  ofBox: (code: string, no: string) => `Chỉ xem ô ${no} của phiếu ${code}`,
  wholeSheet: 'Xem cả phiếu',

  // The list.
  list: 'Các mục nhật ký, mới nhất ở trên',
  columns: { entry: 'Mục', at: 'Lúc', who: 'Người làm', what: 'Việc' },
  day: (on: string) => dmy(on),
  when,
  hour: (at: string) => at.slice(11, 16),
  whoOf: (line: JournalLine) => line.who ?? 'chương trình',
  about: (line: JournalLine) => `Mục ${String(line.entry)}, ${when(line.at)}, ${line.who ?? 'chương trình'}: ${line.deed}`,
  more: (n: number) => `và ${count(n)} dòng nữa`,
  undone: 'hoàn tác',
  why: (why: string) => `Lý do: ${why}`,
  loading: 'Đang đọc nhật ký…',
  older: 'Xem các mục cũ hơn',
  searching: (to: number) => `Đang tìm… đã xem đến mục ${count(to)}.`,
  stop: 'Dừng tìm',
  searchedTo: (to: number) => `Đã dừng ở mục ${count(to)}; các mục cũ hơn chưa xem.`,
  searchOn: 'Tìm tiếp',
  all: 'Đã đến mục đầu tiên.',
  noneTitle: 'Không có mục nào khớp',
  noneNext: 'Thử bỏ bớt điều kiện lọc, hoặc gõ ít chữ hơn.',
  keys: { move: 'chọn mục', detail: 'sang chi tiết', search: 'tìm' },

  // One entry.
  entryTitle: (entry: number) => `Mục ${count(entry)}`,
  entryOf: (line: JournalLine) => `${when(line.at)} · ${line.who ?? 'chương trình'}`,
  noReason: 'Không ghi lý do.',
  rows: (n: number) => `Đã đổi (${count(n)} dòng)`,
  rowColumns: { what: 'Ở đâu', old: 'Trước', new: 'Sau' },
  deedWords: { added: 'thêm', changed: '', removed: 'bỏ' } satisfies Record<EntryRow['deed'], string>,
  blank: 'trống',
  hidden: 'đang ẩn: bạn đang nhập lần hai phiếu này',
  /** Under the sheet's own name only the box is said. */
  whereOf: (row: EntryRow, line: JournalLine) => {
    const sheet = `Phiếu ${line.code ?? ''}, `;
    return line.code !== null && row.what.startsWith(sheet) ? capitalised(row.what.slice(sheet.length)) : row.what;
  },
  moreRows: (shown: number, of: number) => `Xem thêm (đang xem ${count(shown)}/${count(of)})`,
  nothingChanged: 'Mục này không đổi số liệu nào; nó chỉ ghi lại việc đã làm.',
  moved: 'Các số trong Tiến độ mà mục này làm thay đổi',
  movedBy: (by: number) => ` (${by > 0 ? '+' : '−'}${count(Math.abs(by))})`,
  movedNone: 'Không có số nào trong Tiến độ thay đổi vì mục này.',
  uncounted: (codes: string[]) => `Không vào số liệu: phiếu ${codes.join(', ')} (đã hủy, trùng, chưa về, hoặc là phiếu tổng hợp).`,
  toSheet: (code: string) => `Mở phiếu ${code}`,
  ofSheet: (code: string) => `Mọi mục của phiếu ${code}`,
  technical: 'Bản kỹ thuật',
  technicalHidden: 'Bản kỹ thuật đang ẩn vì có số nhập lần đầu của phiếu bạn đang nhập lần hai.',
  op: 'Lệnh',
  link: 'Mã của mục',
  before: 'Mã của mục trước',
  changes: 'Nội dung được nối mã',
  cut: 'Nội dung dài, ở đây chỉ hiện phần đầu; tệp JSON Lines có đủ.',
  previous: 'Mục trước',
  next: 'Mục sau',
  none: 'Chọn một mục để xem chi tiết.',

  // Verifying.
  verifyTitle: 'Nhật ký có còn nguyên không',
  verifyAbout: 'Đi lại từng mục, dựng lại số liệu từ nhật ký rồi so với tệp từng dòng, và đối chiếu với mã in trên báo cáo và bản sao lưu. Vẫn nhập phiếu được trong lúc kiểm tra.',
  verify: 'Kiểm tra nhật ký',
  verifying: 'Đang kiểm tra nhật ký',
  progress: (done: number, of: number) => (of === 0 ? 'Đang bắt đầu…' : `${String(Math.floor((100 * done) / of))} %`),
  cancel: 'Dừng',
  cancelled: 'Đã dừng, chưa kết luận được gì.',
  sound: (v: JournalVerdict) => `Nhật ký còn nguyên: ${count(v.entries)} mục nối liền nhau, số liệu trong tệp đúng như nhật ký.`,
  unsound: 'Nhật ký hoặc số liệu đã bị sửa ngoài chương trình.',
  unsoundNext: 'Đừng nhập thêm. Hãy chép cả thư mục ra nơi khác, rồi vào Sao lưu xem lại một bản sao còn nguyên.',
  headNow: (head: string, entry: number) => `Mã đầu nhật ký hiện nay: ${head} (mục ${count(entry)}).`,
  broken: 'Mục đầu tiên bị sửa',
  misfit: 'Không dựng lại được trọn vẹn',
  different: (shown: number, of: number) => (shown < of ? `Dòng khác với nhật ký (${count(shown)} trong ${count(of)})` : `Dòng khác với nhật ký (${count(of)})`),
  strangers: 'Mã đã in không có trong nhật ký này',
  stranger: (name: string, entry: number) => `${name}: mã ghi ở mục ${count(entry)} không còn khớp. Nhật ký đã bị viết lại từ mục đó hoặc trước đó.`,
  headsGood: (n: number) => (n === 0 ? 'Chưa có báo cáo hay bản sao lưu nào để đối chiếu mã.' : `Mã ghi trên ${count(n)} báo cáo và bản sao lưu đều khớp.`),
  show: (entry: number) => `Xem mục ${count(entry)}`,
  toBackups: 'Sang Sao lưu',

  // A head from a paper.
  headTitle: 'Mã in trên báo cáo cũ có phải của nhật ký này không',
  headAbout: 'Gõ mã đầu nhật ký in ở cuối báo cáo: 16 chữ số và chữ cái từ a đến f.',
  head: 'Mã đầu nhật ký',
  headPlaceholder: '4f2a 91c0 7be3 55d8',
  lookUp: 'Tìm mã này',
  headOurs: (f: HeadFound) =>
    f.line === null ? '' : `Đúng là của nhật ký này: mã ở mục ${count(f.line.entry)}, ghi lúc ${when(f.line.at)}. Từ đó đến nay có thêm ${count(f.since)} mục.`,
  headNotOurs: (f: HeadFound) => `Mã ${f.read} không có trong nhật ký này. Hoặc gõ sai, hoặc báo cáo của tệp khác, hoặc nhật ký đã bị viết lại sau khi in.`,
  headNear: (entry: number, head: string) => `Gần giống mã ${head} ở mục ${count(entry)}: hãy xem lại từng chữ trên giấy.`,

  // Taking it out.
  exportTitle: 'Xuất nhật ký ra tệp',
  exportAbout: 'Trong tệp có tên người theo tên hiện nay, không có số điện thoại. Việc xuất cũng được ghi vào nhật ký: ai xuất, khi nào.',
  form: 'Dạng tệp',
  forms: FORMS,
  scope: 'Phạm vi',
  scopes: { all: 'toàn bộ nhật ký', filtered: 'các mục đang lọc' },
  formHints: {
    workbook: 'Để người đọc: mỗi số đã đổi một dòng, ai, khi nào, trước, sau, vì sao.',
    lines: 'Để máy đọc và người ngoài kiểm chứng; luôn có toàn bộ nhật ký vì thiếu một mục là không kiểm chứng được.',
  } satisfies Record<JournalForm, string>,
  make: 'Xuất',
  mayNotExport: 'Văn phòng, lãnh đạo và quản trị xuất được nhật ký.',
} as const;
