import type { BackupFault, BackupKind, BackupRow } from '../../api/generated/contract';
import { count, dmy, hm, plusDays, size } from '../format';
import { moment } from './moment';

const KINDS: Record<BackupKind, string> = {
  automatic: 'Tự động',
  asked: 'Theo yêu cầu',
  before_restore: 'Trước khi khôi phục',
  after_restore: 'Sau khi khôi phục',
  before_upgrade: 'Trước khi nâng cấp',
};

/** The screen "Sao lưu": copies of the whole office file, and the way back. */
export const backup = {
  title: 'Sao lưu',
  sub: (file: string) => `Mỗi bản sao là cả tệp “${file}” vào một lúc: phiếu, kế hoạch, giấy tờ, tài khoản`,
  tabs: 'Các phần của Sao lưu',
  parts: { copies: 'Bản sao', away: 'Nơi thứ hai', check: 'Kiểm tra' },
  moment,
  kinds: KINDS,
  size,

  toBackup: 'Vào Sao lưu',
  loading: 'Đang xem các bản sao…',
  good: (at: string, today: string) => `Số liệu đã được sao lưu đầy đủ lúc ${moment(at, today)}.`,
  waiting: 'Có thay đổi mới; bản sao tiếp theo tự làm trong vòng mười phút.',
  none: 'Chưa có bản sao lưu nào.',
  noneNext: 'Bản đầu tiên tự làm một phút sau lần ghi tới. Không muốn chờ thì bấm “Sao lưu ngay”.',
  failed: (at: string, today: string) => `Lần sao lưu lúc ${moment(at, today)} chưa được.`,
  stillGood: (at: string, today: string) =>
    `Bản tốt gần nhất vẫn còn: ${moment(at, today)}. Số liệu đang nhập vẫn được ghi vào đĩa từng ô.`,
  stillNone: 'Số liệu đang nhập vẫn được ghi vào đĩa từng ô, nhưng chưa có bản sao nào.',
  makeNow: 'Sao lưu ngay',
  making: 'Đang sao lưu…',
  copyNow: 'Chép ra nơi thứ hai',
  setUpSecond: 'Đặt nơi thứ hai…',
  seeSecond: 'Xem nơi thứ hai',
  /** Whether another drive has it too. */
  second: {
    none: () => 'Chưa có nơi thứ hai: máy hỏng thì bản sao trên máy này cũng mất theo. Nên đặt một USB.',
    locked: () => 'Nơi thứ hai chưa dùng được vì chưa đặt cụm mật khẩu.',
    failed: () => 'Lần chép ra nơi thứ hai chưa được; xem vì sao ở phần Nơi thứ hai.',
    gone: (at: string, today: string) =>
      at === '' ? 'Nơi thứ hai chưa có bản nào: hãy cắm USB vào.' : `Nơi thứ hai không cắm; bản ở đó là ${moment(at, today)}.`,
    due: (at: string, today: string) =>
      at === '' ? 'Nơi thứ hai chưa có bản nào: bấm “Chép ra nơi thứ hai”.' : `Nơi thứ hai mới có bản ${moment(at, today)}: hãy chép bản mới.`,
    has: (at: string, today: string) => (at === '' ? 'Nơi thứ hai chưa có bản nào.' : `Nơi thứ hai đã có bản ${moment(at, today)}.`),
  },
  tryAgain: 'Sao lưu lại',
  made: (at: string, today: string) => `Đã sao lưu lúc ${moment(at, today)}, đã đọc lại và khớp`,

  list: 'Các bản sao lưu',
  listNone: 'Chưa có bản sao lưu nào',
  listNoneNext: 'Mỗi bản là cả hồ sơ vào một lúc, để quay lại được khi cần. Bản đầu tự làm sau lần ghi tới; muốn có ngay thì bấm “Sao lưu ngay” ở trên.',
  day: (day: string, today: string) =>
    day === today ? `Hôm nay, ${dmy(day)}` : day === plusDays(today, -1) ? `Hôm qua, ${dmy(day)}` : dmy(day),
  hour: (at: string) => hm(at.slice(11)),
  kept: 'Giữ mười bản mới nhất; mỗi ngày một bản trong 30 ngày; mỗi tháng một bản trong 12 tháng.',
  folder: 'Các bản sao nằm trong',

  about: (at: string, today: string) => `Bản ${moment(at, today)}`,
  columns: { at: 'Lúc', kind: 'Lý do', size: 'Dung lượng', whole: 'Tình trạng' },
  why: {
    automatic: 'Chương trình tự sao lưu sau khi có thay đổi',
    asked: 'Có người bấm “Sao lưu ngay”',
    before_restore: 'Số liệu ngay trước một lần khôi phục, để còn đường quay lại',
    after_restore: 'Số liệu ngay sau một lần khôi phục',
    before_upgrade: 'Số liệu trước khi phiên bản mới nâng cấp tệp',
  } satisfies Record<BackupKind, string>,
  wholeGood: 'nguyên vẹn',
  wholeGlance: 'nguyên vẹn lúc sao lưu',
  checked: (at: string, today: string) => `nguyên vẹn, đọc lại lúc ${moment(at, today)}`,
  faultShort: {
    missing: 'mất tệp',
    empty: 'rỗng',
    truncated: 'thiếu phần cuối',
    foreign: 'không phải bản sao',
    newer: 'của bản mới hơn',
    changed: 'bị đổi',
    unsound: 'không khớp',
    undescribed: 'mất tờ mô tả',
  } satisfies Record<BackupFault, string>,
  fault: {
    missing: 'Tệp của bản này không còn trong thư mục.',
    empty: 'Tệp rỗng, không có gì bên trong.',
    truncated: 'Tệp thiếu phần cuối: chép chưa hết hoặc đã bị cắt.',
    foreign: 'Đây không phải tệp dữ liệu của Từng Ngõ.',
    newer: 'Do phiên bản Từng Ngõ mới hơn làm ra: hãy cài phiên bản mới rồi mở lại.',
    changed: 'Nội dung tệp đã bị đổi sau khi sao lưu.',
    unsound: 'Số liệu bên trong không còn khớp với nhau.',
    undescribed: 'Tệp .json mô tả bản này bị hỏng hoặc mất.',
  } satisfies Record<BackupFault, string>,
  holds: 'Gồm',
  holdsCounts: (sheets: number, boxes: number) => `${count(sheets)} phiếu, ${count(boxes)} ô đã nhập`,
  holdsLine: (row: BackupRow) =>
    row.sheets === null || row.boxes === null
      ? 'Bản này đã được đọc lại và khớp với tệp đang dùng lúc ấy.'
      : `Bản này gồm ${count(row.sheets)} phiếu, ${count(row.boxes)} ô đã nhập; đã đọc lại và khớp với tệp đang dùng lúc ấy.`,
  until: 'Giữ đến',
  untilDay: (day: string, more: number) =>
    more === 0 ? `ít nhất ${dmy(day)}` : `ít nhất ${dmy(day)}; sau đó đến khi có thêm ${count(more)} bản mới`,
  where: 'Nằm ở',
  verify: 'Đọc lại bản này',
  verifying: 'Đang đọc lại…',

  /** A quiet word in the frame. */
  mark: {
    hint: 'Xem các bản sao lưu',
    last: (at: string, today: string) => `Sao lưu ${moment(at, today)}`,
    none: 'Chưa có bản sao lưu',
    failed: 'Sao lưu chưa được',
    due: 'Nên chép ra USB',
  },
  /** Days have passed without a copy on another drive. */
  secondDue: 'Đã hơn ba ngày chưa chép bản sao ra USB.',
  secondFailed: 'Lần chép bản sao ra USB gần đây chưa được.',
  /** On Hôm nay. */
  card: {
    to: 'Xem',
    good: (at: string, today: string) => `Đã sao lưu đầy đủ lúc ${moment(at, today)}`,
  },

  restore: 'Khôi phục từ bản này…',
  undo: 'Trở lại như trước khi khôi phục',
  undoable: (at: string, today: string) =>
    `Số liệu đang dùng là số liệu đã khôi phục. Số liệu trước đó (${moment(at, today)}) còn giữ đủ, trở lại được đến hết ${dmy(plusDays(at.slice(0, 10), 30))}.`,
  onlyAdministrator: (names: readonly string[]) =>
    names.length === 0
      ? 'Chỉ người quản trị làm được việc này.'
      : `Chỉ người quản trị làm được việc này: ${names.join(', ')}.`,
} as const;
