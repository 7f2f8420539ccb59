import type { BareArea, Gap, HangingRow } from '../../api/generated/contract';
import { count, dm, dmy } from '../format';

/** The part "Niêm yết" of the print room. */
export const posting = {
  sub: 'Nơi dán giấy cho dân đọc: ai dán, dán gì, từ ngày nào.',
  add: 'Thêm điểm niêm yết',
  edit: 'Sửa',
  editTitle: 'Sửa điểm niêm yết',
  print: 'In danh sách đi dán (PDF)',
  listLabel: 'Các điểm niêm yết',
  emptyTitle: 'Chưa có điểm niêm yết nào',
  emptyNext: 'Ghi các bảng tin, nhà văn hóa, cổng ngõ hay dán giấy; chương trình nhắc nơi sắp có buổi mà chưa dán gì.',
  columns: { place: 'Điểm', keeper: 'Phụ trách', hangs: 'Đang dán' },
  wholeWard: 'Cả phường',
  hanging: (rows: HangingRow[]) => (rows.length === 0 ? 'chưa dán gì' : rows.map((r) => r.what).join('; ')),
  bareTitle: (n: number) => `${count(n)} địa bàn sắp có buổi mà dân chưa có chỗ đọc`,
  bare: (area: BareArea) => {
    const when = area.days === 0 ? 'tối nay' : `còn ${count(area.days)} ngày`;
    const lacks = area.lacks === 'place' ? 'chưa có điểm niêm yết' : 'chưa dán gì';
    return `${area.area_label}: buổi ${dm(area.evening)} (${when}), ${lacks}.`;
  },
  bareMore: (n: number) => `và ${count(n)} địa bàn nữa.`,
  keptBy: (name: string, title: string | null) => `phụ trách: ${name}${title === null ? '' : `, ${title}`}`,
  noKeeper: 'chưa có người phụ trách',
  name: 'Tên điểm',
  nameHint: 'Ví dụ: bảng tin nhà văn hóa, cổng ngõ 12.',
  area: 'Địa bàn',
  keeper: 'Người phụ trách',
  keeperTitle: 'Chức vụ',
  note: 'Ghi chú',
  removePlace: 'Bỏ điểm này',
  what: 'Giấy đã dán',
  usual: 'Áp phích A3',
  copies: 'Số tờ',
  badCopies: 'Nhập số từ 1.',
  on: 'Ngày dán',
  badDay: 'Ngày chưa đúng, ví dụ 09/11/2024.',
  by: 'Người dán',
  post: 'Ghi đã dán',
  nothingPosted: 'Chưa dán giấy nào ở đây.',
  posted: (row: HangingRow) => `${row.what} · ${count(row.copies)} tờ · ${dmy(row.on)}`,
  postedBy: (name: string) => `Người dán: ${name}`,
  state: (row: HangingRow) => (row.taken_down === null ? (row.hangs ? 'đang dán' : 'chưa dán') : `gỡ ${dm(row.taken_down)}`),
  takeDown: 'Ghi đã gỡ',
  takeDownOf: (what: string) => `Ghi đã gỡ: ${what}`,
  remove: 'Ghi nhầm, xóa',
  removeOf: (what: string) => `Ghi nhầm, xóa: ${what}`,
  photo: 'Xem ảnh',
  photoLook: (name: string) => `Xem ảnh ${name}`,
  addPhoto: 'Thêm ảnh',
} as const;

/** The part "Tin bài" of the print room. */
export const news = {
  sub: 'Tin, bài, lượt phát thanh đã ra, và chỗ nào để trống quá lâu.',
  emptyTitle: 'Chưa có nhiệm vụ nào theo nhịp',
  emptyNext: 'Ghi nhịp cho nhiệm vụ tuyên truyền ở Kế hoạch, ví dụ 3 ngày một tin.',
  toTasks: 'Vào Nhiệm vụ',
  duty: 'Nhiệm vụ',
  which: 'Chọn nhiệm vụ',
  rhythm: (every: number) => `Ít nhất ${count(every)} ngày một tin.`,
  openGap: (gap: Gap, every: number) =>
    `Đã ${count(gap.days)} ngày chưa có tin mới, từ ${dm(gap.from)} (quy định ít nhất ${count(every)} ngày một tin).`,
  next: (on: string) => `Tin kế tiếp cần ra chậm nhất ngày ${dmy(on)}.`,
  recordTitle: 'Ghi tin mới',
  on: 'Ngày ra',
  note: 'Tin, bài',
  noteHint: 'Tên bài, hoặc nội dung lượt phát thanh.',
  proof: 'Xem ở đâu',
  proofHint: 'Đường dẫn, số văn bản, nơi phát; để trống cũng được.',
  record: 'Ghi vào sổ',
  listLabel: 'Tin đã ra',
  none: 'Chưa ghi tin nào',
  noneNext: 'Mỗi tin đã đăng, đã đọc loa thì ghi ngày và nội dung ở bên trái; chương trình nhắc khi quá nhịp mà chưa có tin mới.',
  columns: { on: 'Ngày', note: 'Tin, bài', proof: 'Xem ở đâu' },
  gap: (gap: Gap) => `trước đó ${count(gap.days)} ngày không có tin`,
} as const;
