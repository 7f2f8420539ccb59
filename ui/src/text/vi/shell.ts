import { dm, dmy } from '../format';

export const actions = {
  find: 'Tìm',
  help: 'Các phím tắt',
  today: 'Hôm nay',
  plan: 'Kế hoạch',
  areas: 'Địa bàn',
  schedule: 'Lịch',
  keying: 'Nhập phiếu',
  papers: 'Ấn phẩm',
  report: 'Báo cáo',
  settings: 'Cài đặt',
  accept: 'Chấp nhận phiếu chưa khớp, ghi lý do',
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
  findKinds: { area: 'Địa bàn', visit: 'Buổi', sheet: 'Phiếu', screen: 'Màn hình' },
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
} as const;
