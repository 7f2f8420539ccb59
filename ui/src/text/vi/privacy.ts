import type { BackupExpiry, BackupKind, ContactDeed, Personal, PersonUse, Retention } from '../../api/generated/contract';
import { count, dmy } from '../format';

const DEEDS: Record<ContactDeed, string> = { viewed: 'xem', printed: 'in', exported: 'trích xuất', deleted: 'xóa' };

const HELD: Record<Personal, string> = { phone: 'số điện thoại', id_number: 'số căn cước', email: 'địa chỉ thư' };

export const privacy = {
  noteHolds: (found: Personal[]) =>
    `Ghi chú này hình như có ${found.map((f) => HELD[f]).join(', ')}. Đừng ghi thông tin của người dân vào đây: nhật ký giữ lại mọi ghi chú và không xóa được.`,
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
    'Bản sao lưu cũ còn giữ thông tin; xóa xong, mục Dữ liệu cá nhân nói rõ từng bản còn đến ngày nào. Giấy tờ đã in thì không đổi.',
  ],
  confirm: 'Gõ lại họ tên để xóa (không cần dấu)',
  deleteDo: 'Xóa hẳn',
  deleted: 'Đã xóa hẳn thông tin',

  stayTexts: 'Tên người này còn đứng trong các ghi chú sau. Việc xóa không sửa ghi chú; cần thì sửa tay trước khi xóa:',
  stayIssued: 'Tên người này đứng trong văn bản đã ban hành, được giữ theo pháp luật:',
  stayMore: (n: number) => `và ${count(n)} chỗ khác; bấm Trích xuất để có đủ`,

  leftTitle: 'Nơi còn giữ thông tin đã xóa',
  leftHint: (on: string) =>
    `Lần xóa gần nhất: ${on === '' ? 'chưa rõ' : dmy(on)}. Tệp dữ liệu không còn thông tin ấy; những nơi dưới đây có thể còn.`,
  leftCopies: 'Bản sao lưu làm trước lần xóa',
  copyColumns: { number: 'Bản số', at: 'Làm lúc', kind: 'Loại', gone: 'Tự mất muộn nhất' },
  copyKind: {
    automatic: 'tự động',
    asked: 'theo yêu cầu',
    before_restore: 'trước khi khôi phục',
    after_restore: 'sau khi khôi phục',
    before_upgrade: 'trước khi nâng cấp',
  } satisfies Record<BackupKind, string>,
  copyGone: (e: BackupExpiry) =>
    e.after === 0 ? `ngày ${dmy(e.on)}` : `ngày ${dmy(e.on)}, khi đã có thêm ${count(e.after)} bản mới`,
  backUp: 'Sao lưu ngay',
  backedUp: 'Đã sao lưu',
  needsNewer: 'Phải có một bản sao lưu mới và tốt rồi mới xóa được các bản cũ.',
  takeAway: 'Xóa các bản sao cũ ngay…',
  askAdministrator: 'Quản trị có thể xóa các bản này ngay.',
  takeAwayTitle: 'Xóa các bản sao lưu cũ',
  takeAwayNote: (n: number) => `${count(n)} bản sao lưu làm trước lần xóa sẽ mất hẳn. Không hoàn tác được.`,
  takeAwayPoints: [
    'Không khôi phục về những thời điểm ấy được nữa, kể cả khi sau này mới thấy số liệu sai.',
    'Bản sao lưu mới làm sau lần xóa được đọc lại trọn vẹn trước; nếu nó không tốt thì không bản cũ nào bị xóa.',
    'Bản sao ở USB hoặc nơi thứ hai không bị đụng tới: hãy tự xóa ở đó.',
  ],
  takeAwayDo: 'Xóa hẳn các bản cũ',
  copiesGone: (n: number) => `Đã xóa ${count(n)} bản sao lưu cũ`,
  leftOthers: 'Tệp dữ liệu khác nằm cạnh tệp này; nếu không cần nữa, hãy tự xóa:',
  leftPapers: 'Giấy tờ đã làm trước đây, trong thư mục giấy tờ; hãy xem lại và tự xóa nếu có tên người này:',
  moreFiles: (n: number) => `và ${count(n)} tệp khác`,
  leftElsewhere: 'Bản sao ở USB, ở nơi thứ hai, tệp đã gửi qua Zalo hoặc thư: chương trình không thấy được, hãy tự xóa.',

  accessTitle: 'Ai đã xem, lấy hoặc xóa thông tin liên hệ',
  accessHint: 'Chỉ quản trị xem được danh sách này. Danh sách không sửa, không xóa được.',
  accessNone: 'Chưa ai xem thông tin liên hệ của ai. Mỗi lần có người bấm xem số máy hay in tên, lúc ấy và người ấy được ghi ở đây.',
  peopleNone: 'Chưa ghi tên ai. Thành viên ở Tổ hỗ trợ, người phụ trách địa bàn, người ký sẽ có ở đây để xem, sửa, trích và xóa.',
  noneFound: 'Không có ai khớp với chữ đang tìm.',
  accessColumns: { at: 'Lúc', who: 'Người xem', deed: 'Việc', whose: 'Của' },
  deed: (what: ContactDeed) => DEEDS[what],
  many: (n: number) => `${count(n)} người`,
} as const;
