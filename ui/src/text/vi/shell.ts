import { dm, dmy } from '../format';

export const actions = {
  find: 'Tìm',
  help: 'Các phím tắt',
  today: 'Hôm nay',
  plan: 'Kế hoạch',
  areas: 'Địa bàn',
  schedule: 'Lịch',
  teams: 'Tổ hỗ trợ',
  keying: 'Nhập phiếu',
  radar: 'Phiếu chưa về',
  verify: 'Đối soát',
  measures: 'Nhịp nhập phiếu',
  progress: 'Tiến độ',
  papers: 'Ấn phẩm',
  report: 'Báo cáo',
  wards: 'Tổng hợp các phường, xã',
  backup: 'Sao lưu',
  journal: 'Nhật ký',
  settings: 'Cài đặt',
  undo: 'Hoàn tác',
  redo: 'Làm lại',
  switch: 'Đổi người dùng (rồi bấm số thứ tự)',
  lock: 'Khóa màn hình',
  accept: 'Chấp nhận phiếu chưa khớp hoặc nên xem lại',
  note: 'Ghi chú của phiếu đang nhập',
  scans: 'Bản chụp của phiếu đang nhập',
  other_paper: 'Tờ khác mang cùng mã phiếu',
  grid: 'Bảng cả buổi khi nhập phiếu',
  slip: 'In giấy đôn đốc hoặc biên nhận',
  zalo: 'Chép tin Zalo nhắc nộp phiếu',
  receipt: 'Lập biên nhận cho gói phiếu đã quét',
} as const;

/** Places within screens that the palette finds by name. */
export const places = {
  receive: 'Nhận phiếu',
  receipts: 'Biên nhận phiếu',
  trend: 'Xu hướng tiến độ',
  ranking: 'Xếp hạng địa bàn',
  away: 'Chép bản sao ra USB',
  check: 'Kiểm tra tệp dữ liệu',
  verifyJournal: 'Kiểm tra nhật ký',
} as const;

/** What waits behind a screen, as it is read aloud. */
export const waiting = {
  today: (n: number) => `${String(n)} việc gấp về phiếu`,
  keying: (n: number) => `${String(n)} phiếu chờ`,
  verify: (n: number) => `${String(n)} chỗ chờ`,
  backup: '1 lỗi cần xem',
} as const;

export const shell = {
  program: 'Từng Ngõ',
  screens: 'Các màn hình',
  loading: 'Đang mở…',
  retry: 'Thử lại',
  close: 'Đóng',
  cancel: 'Thôi',
  save: 'Lưu',
  noAnswer: 'Không liên lạc được với chương trình. Hãy thử lại; nếu vẫn vậy, đóng cửa sổ rồi mở lại. Số liệu đã lưu vẫn còn.',
  campaign: (starts: string, ends: string, begun: number, of: number) =>
    [
      `${dm(starts)} – ${dmy(ends)}`,
      begun === 0 ? `${String(of)} buổi` : begun >= of ? `đã qua ${String(of)} buổi` : `tối thứ ${String(begun)}/${String(of)}`,
    ],
  find: 'Tìm địa bàn, buổi, phiếu…',
  findKey: 'Ctrl K',
  findLabel: 'Tìm địa bàn, buổi, phiếu',
  findHint: 'Gõ không cần dấu, ví dụ “ngo thi nham” hoặc mấy số đầu của mã phiếu.',
  findNothing: 'Không thấy gì khớp. Thử gõ ít chữ hơn.',
  findKinds: { area: 'Địa bàn', visit: 'Buổi', sheet: 'Phiếu', screen: 'Màn hình', task: 'Việc', unit: 'Trường' },
  findKeys: { move: 'chọn', open: 'mở', close: 'đóng' },
  person: (name: string, role: string) => (name === role ? name : `${name} · ${role}`),
  onDisk: 'Đã lưu vào đĩa',
  savedHint: 'Mọi thay đổi được ghi vào đĩa ngay khi rời ô.',
  illustration: (words: string) => `Số liệu minh họa: ${words}`,
  menu: 'Người đang dùng',
  switchPerson: 'Đổi người dùng',
  signOut: 'Đăng xuất',
  closeFile: 'Đóng tệp, mở tệp khác',
  file: 'Tệp dữ liệu',
  theme: 'Màu nền',
  themes: { system: 'Theo máy', light: 'Sáng', dark: 'Tối' },
  size: 'Cỡ chữ',
  sizes: { normal: 'Thường', large: 'Lớn' },
  recovered: (n: number) =>
    `Lần trước chương trình dừng đột ngột; đã khôi phục ${String(n)} ô đã nhập. Không ô nào đã báo “đã lưu” bị mất.`,
  unapplied: (n: number) =>
    `Có ${String(n)} bản ghi nhập phiếu chưa đưa vào được (phiếu không có trong tệp này, hoặc bản ghi bị hỏng); chúng được giữ bên cạnh tệp, chưa bị xóa. Hãy báo người phụ trách.`,
  helpTitle: 'Các phím tắt',
  helpGeneral: 'Ở mọi màn hình',
  helpKeying: 'Khi nhập phiếu',
  helpHere: (screen: string) => `Ở màn hình ${screen}`,
} as const;
