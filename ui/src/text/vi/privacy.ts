import type { ContactDeed, PersonUse, Retention } from '../../api/generated/contract';
import { count, dmy } from '../format';

const DEEDS: Record<ContactDeed, string> = { viewed: 'xem', printed: 'in', exported: 'trích xuất', deleted: 'xóa' };

export const privacy = {
  viewPhone: 'Xem số',
  dropPhone: 'Bỏ số đang lưu',
  viewPhoneOf: (name: string) => `Xem số điện thoại của ${name}`,
  noPhone: 'chưa có',
  noted: 'Lần xem này đã được ghi nhật ký.',
  hasPhone: 'có',

  purposeTitle: 'Mục đích và thời hạn lưu',
  purposeHint: 'Luật Bảo vệ dữ liệu cá nhân (91/2025/QH15) đòi hỏi ghi rõ lưu thông tin để làm gì và đến khi nào.',
  purpose: 'Lưu thông tin liên hệ để làm gì',
  purposePlaceholder: 'Ví dụ: liên hệ, phân công tổ hỗ trợ trong đợt',
  retainUntil: 'Lưu đến hết ngày',
  badDay: 'Ngày chưa đúng. Gõ như 31/03/2025.',
  save: 'Lưu mục đích và thời hạn',
  saved: 'Đã lưu mục đích và thời hạn',
  retention: (r: Retention, people: number): string => {
    switch (r.state) {
      case 'unsaid':
        return 'Chưa ghi thời hạn lưu thông tin liên hệ.';
      case 'kept':
        return `Đang lưu thông tin của ${count(people)} người, đến hết ngày ${dmy(r.until)}.`;
      case 'overdue':
        return `Đã quá hạn lưu (${dmy(r.until)}): xóa thông tin liên hệ của ${count(people)} người.`;
      case 'cleared':
        return `Hạn lưu ${dmy(r.until)} đã qua và thông tin liên hệ đã xóa.`;
    }
  },
  deleteAll: 'Xóa mọi thông tin liên hệ của đợt…',
  deleteAllTitle: 'Xóa mọi thông tin liên hệ của đợt',
  deleteAllNote: (n: number) =>
    `${count(n)} người sẽ bị xóa tên, chức vụ, đơn vị, số điện thoại. Người có tài khoản đang dùng, người ký và người của đợt khác được giữ.`,
  deletedAll: (n: number) => `Đã xóa thông tin của ${count(n)} người`,
  overdue: 'Xóa thông tin liên hệ đã quá hạn lưu',
  toPrivacy: 'Mở Dữ liệu cá nhân',

  peopleTitle: 'Người đang được lưu thông tin',
  peopleHint: 'Mọi người có tên trong tệp này, kể cả người không còn dùng ở đâu.',
  search: 'Tìm người',
  columns: { name: 'Họ tên', unit: 'Chức vụ, đơn vị', uses: 'Dùng ở', phone: 'Điện thoại', does: 'Việc' },
  uses: {
    leader: 'đứng đầu',
    member: 'thành viên',
    details: 'phân công',
    responsible: 'phụ trách việc của',
    unit_contact: 'đầu mối',
    contact: 'nhận kết quả',
    signer: 'người ký',
    holds_sheets: 'giữ phiếu của',
    brought_sheets: 'đã nộp phiếu cho',
    answers_queries: 'trả lời thắc mắc của',
    signs_document: 'ký văn bản',
    nominee: 'được đề nghị khen thưởng trong',
    posts: 'phụ trách niêm yết tại',
  } satisfies Record<PersonUse, string>,
  use: (what: string, name: string) => `${what} ${name}`,
  account: 'có tài khoản',
  unused: 'không còn dùng ở đâu',
  edit: 'Sửa',
  editOf: (name: string) => `Sửa thông tin ${name}`,
  editTitle: 'Sửa thông tin một người',
  saveEdit: 'Lưu thông tin',
  edited: (name: string) => `Đã sửa thông tin ${name}`,
  export: 'Trích xuất',
  exportOf: (name: string) => `Trích xuất thông tin ${name}`,
  exportNote: 'Tệp gồm mọi điều đang lưu về người này, dùng ở đâu và ai đã xem.',
  delete: 'Xóa…',
  deleteOf: (name: string) => `Xóa thông tin ${name}`,
  deleteTitle: (name: string) => `Xóa thông tin của ${name}`,
  deleteWhat: 'Xóa thật, không hoàn tác được:',
  deletePoints: [
    'Họ tên, chức vụ, đơn vị, số điện thoại bị xóa hẳn khỏi tệp này.',
    'Các buổi đã qua chỉ còn ghi “Thành viên #số”; các buổi từ hôm nay bỏ người này ra.',
    'Tên trong văn bản đã ban hành được giữ theo pháp luật về lưu trữ.',
    'Bản sao lưu cũ vẫn còn thông tin cho đến khi bị thay hết; giấy tờ đã in thì không đổi.',
  ],
  confirm: 'Gõ lại họ tên để xóa (không cần dấu)',
  deleteDo: 'Xóa hẳn',
  deleted: 'Đã xóa hẳn thông tin',

  accessTitle: 'Ai đã xem, lấy hoặc xóa thông tin liên hệ',
  accessHint: 'Chỉ quản trị xem được danh sách này. Danh sách không sửa, không xóa được.',
  accessNone: 'Chưa ai xem thông tin liên hệ của ai.',
  accessColumns: { at: 'Lúc', who: 'Người xem', deed: 'Việc', whose: 'Của' },
  deed: (what: ContactDeed) => DEEDS[what],
  many: (n: number) => `${count(n)} người`,
} as const;
