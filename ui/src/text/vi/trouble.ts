import type { TroubleAction, TroubleCode } from '../../api/generated/contract';
import { count } from '../format';

/** What stands in the way of an office file when it is opened. */
export const trouble = {
  titles: {
    damaged: 'Tệp dữ liệu bị hỏng',
    damaged_shut: 'Tệp dữ liệu bị hỏng',
    gone: 'Không thấy tệp dữ liệu',
    behind: 'Tệp dữ liệu thiếu những lần ghi sau cùng',
    unsound: 'Kiểm tra thấy chỗ không khớp',
    read_only: 'Chỉ xem: không ghi được',
    changed_outside: 'Tệp đã bị thay đổi từ bên ngoài',
    secrets_changed: 'Mã PIN hoặc khóa của tệp đã bị thay đổi',
    cloud: 'Tệp nằm trong thư mục đám mây',
    network: 'Tệp nằm trên ổ đĩa mạng',
  } satisfies Record<TroubleCode, string>,
  actions: {
    recover: 'Khôi phục',
    open_copy: 'Chép về máy',
    accept: 'Đã hiểu',
  } satisfies Record<TroubleAction, string>,
  acting: { recover: 'Đang khôi phục…', open_copy: 'Đang chép…', accept: 'Đã hiểu' } satisfies Record<TroubleAction, string>,
  safeTitle: 'Còn giữ được',
  safeBoxes: 'Mọi ô đã báo “đã lưu” còn nằm trong tệp ghi kèm và sẽ được đưa lại.',
  safeCopy: (when: string) => `Bản sao lưu tốt gần nhất: ${when}.`,
  safeAside: 'Tệp hỏng được giữ nguyên bên cạnh, không bị xóa.',
  lookOnly: 'Chỉ xem',
  lookOnlyHint: '“Chỉ xem” mở tệp để đọc số, không ghi gì; khôi phục lúc nào cũng được.',
  otherFile: 'Mở tệp khác',
  reading: 'Đang mở chỉ để xem',
  readingWhy: (file: string) => `“${file}” đang được ghi ở một cửa sổ hoặc máy khác; ở đây xem được, không ghi được. Khi bên kia đóng tệp, bấm “Mở để ghi”.`,
  openWriting: 'Mở để ghi',
  openReading: 'Mở chỉ để xem',
  rebuilt: 'Đã dựng lại tệp',
  rebuiltFrom: (when: string) => `Dựng từ bản sao lưu ${when}.`,
  rebuiltBoxes: (n: number) =>
    n === 0 ? 'Sau bản ấy chưa nhập thêm ô nào.' : `Đã đưa lại ${count(n)} lần nhập ô sau bản ấy; không ô nào đã báo “đã lưu” bị mất.`,
  rebuiltMissing: (n: number | null) =>
    n === 0
      ? ''
      : n === null
        ? 'Những việc khác làm sau bản ấy (địa bàn, lịch, văn bản…) phải xem lại và làm lại nếu thiếu.'
        : `${count(n)} việc khác làm sau bản ấy (địa bàn, lịch, văn bản…) phải làm lại.`,
  rebuiltAside: (name: string) => `Tệp hỏng được giữ bên cạnh, tên “${name}”.`,
  upgraded: 'Tệp đã được nâng cấp cho phiên bản mới',
  upgradedWhy: 'Số liệu giữ nguyên. Bản sao trước khi nâng cấp nằm trong Sao lưu, giữ ít nhất 30 ngày.',
  understood: 'Đã hiểu',
} as const;
