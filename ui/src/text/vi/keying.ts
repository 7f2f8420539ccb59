import type { SheetView } from '../../api/client';
import { dmy } from '../format';

/** `08:12 17/11/2024` of `2024-11-17T08:12:30+07:00`, in the office's own time. */
function moment(at: string): string {
  return `${at.slice(11, 16)} ${dmy(at.slice(0, 10))}`;
}

/** What whoever keys a sheet must know of it before its numbers. */
export function sheetNotices(view: SheetView): { tone: 'plain' | 'wait' | 'wrong'; words: string }[] {
  const because = view.state_because ? ` (${view.state_because})` : '';
  const found: { tone: 'plain' | 'wait' | 'wrong'; words: string }[] = [];
  if (view.state === 'locked') found.push({ tone: 'wait', words: 'Buổi này đã khóa số liệu: phiếu chỉ xem. Muốn sửa thì lãnh đạo mở lại buổi ở màn hình Đối soát.' });
  if (view.state === 'void') found.push({ tone: 'wrong', words: `Phiếu này đã hủy${because}, không nhập và không tính.` });
  if (view.state === 'lost') found.push({ tone: 'wrong', words: `Phiếu này đã ghi là thất lạc${because}. Nếu tìm thấy, ghi nhận lại ở màn hình Ấn phẩm rồi nhập.` });
  if (view.replaced_by) found.push({ tone: 'wrong', words: `Phiếu ${view.replaced_by} đã thay cho phiếu này: hãy nhập tờ thay thế.` });
  if (view.replaces) found.push({ tone: 'plain', words: `Tờ này thay cho phiếu ${view.replaces}.` });
  if (view.copy_of) found.push({ tone: 'wait', words: `Tờ khác mang mã ${view.copy_of}. Hãy ghi mã mới ${view.code} lên tờ giấy. Nhập để so sánh; chưa tính vào kết quả cho đến khi có người quyết định ở Đối soát.` });
  if (view.printed_for && view.on) found.push({ tone: 'plain', words: `Trên giấy in ngày ${dmy(view.printed_for)}; buổi đã dời sang ${dmy(view.on)}. Phiếu vẫn dùng được, số liệu tính cho ngày mới.` });
  if (view.called_off) found.push({ tone: 'wait', words: `Buổi này đã hủy (${view.called_off}). Phiếu vẫn nhập được; số liệu vẫn được giữ.` });
  if (view.accepted_because) found.push({ tone: 'plain', words: `Đã chấp nhận dù chưa khớp: ${view.accepted_because}` });
  return found;
}

export const keying = {
  title: 'Nhập phiếu',
  sub: 'Quét QR hoặc gõ mã in trên phiếu; mỗi ô được lưu ngay khi rời ô.',
  code: 'Mã phiếu',
  codePlaceholder: '000-0000',
  codeHint: 'Quét QR hoặc gõ 7 chữ số; đủ số là phiếu mở',
  opening: 'Đang mở…',
  openLikely: (code: string) => `Mở phiếu ${code}`,
  heading: (area: string, on: string | null) => (on ? `${area} · tối ${dmy(on)}` : `${area} · tự báo cáo`),
  looseHeading: 'Phiếu dự phòng',
  sub2: (team: string | null, n: number, of: number, version: number) =>
    [team, `phiếu ${String(n)}/${String(of)}`, `mẫu phiếu ${String(version)}`].filter(Boolean).join(' · '),
  spare: 'phiếu dự phòng',
  codeCaption: 'mã phiếu',
  saved: 'đã lưu',
  saving: 'đang lưu…',
  notSaved: 'chưa lưu',
  blank: 'để trống',
  filled: (n: number, of: number) => `${String(n)}/${String(of)} ô`,
  keys: {
    next: 'ô kế',
    back: 'lùi',
    rejoin: 'về ô vừa tự qua, gõ thêm chữ số',
    candidate: 'chỗ nghi nhầm kế',
    zero: 'số 0',
    zeroRest: 'các ô còn lại = 0',
    undo: 'trả lại',
    edit: 'sửa số',
    restore: 'số trước khi sửa',
    save: 'lưu ô đang gõ (không cần thiết)',
    open: 'mở phiếu',
    backToBoxes: 'quay lại phiếu',
  },
  done: (code: string) => `Phiếu ${code} đã nhập đủ và khớp. Gõ mã phiếu kế.`,
  doneSoft: (code: string) => `Phiếu ${code} đã nhập đủ; có chỗ nên xem lại ở bên phải. Gõ mã phiếu kế.`,
  doneAccepted: (code: string) => `Phiếu ${code} đã được chấp nhận. Gõ mã phiếu kế.`,
  keyedBefore: (by: string | null, at: string | null) =>
    ['Phiếu này đã nhập đủ', by ? `người nhập ${by}` : '', at ? moment(at) : ''].filter(Boolean).join(', ') + '.',
  lookOrMend: 'xem, sửa',
  otherPaper: 'Tờ khác cùng mã',
  otherPaperKey: 'F9',
  loose: 'Tờ dự phòng này chưa ghi buổi nào. Xem trên phiếu giấy: buổi nào, tổ nào?',
  looseAsBefore: 'Đã chọn sẵn như tờ trước; Enter để dùng.',
  looseVisit: 'Buổi',
  looseTeam: 'Tổ',
  looseVisitOption: (on: string, area: string) => `${dmy(on)} · ${area}`,
  looseNone: 'Chưa có buổi nào để ghi cho phiếu.',
  looseDo: 'Dùng cho buổi này',
  note: 'Ghi chú',
  noteNone: 'chưa có',
  noteKey: 'F4',
  noteTitle: (code: string) => `Ghi chú phiếu ${code}`,
  noteWarning: 'Không ghi tên, số điện thoại hay địa chỉ của người dân vào đây: ghi chú được sao lưu và đọc lại như số liệu.',
  notePlaceholder: 'Ví dụ: ô 5 bị nhòe, tổ trưởng đọc lại qua điện thoại.',
  noteSave: 'Lưu ghi chú',
  noteSaveKey: 'Ctrl Enter',
  scans: 'Bản chụp',
  scansKey: 'F6',
  scansCount: (n: number) => (n === 0 ? 'chưa có' : `${String(n)} tệp`),
  scansTitle: (code: string) => `Bản chụp của phiếu ${code}`,
  scansHint: 'Ảnh (JPEG, PNG, WebP) hoặc PDF tối đa 2 MB. Tệp được giữ trong tệp dữ liệu của văn phòng và vào mọi bản sao lưu.',
  scansWarning: 'Chụp riêng tờ phiếu; không chụp giấy tờ tùy thân hay danh sách người dân.',
  scansEmpty: 'Chưa có bản chụp nào.',
  scanPick: 'Chọn tệp…',
  scanPath: 'Đường dẫn tệp',
  scanAdd: 'Đính kèm',
  scanOpen: 'Xem',
  scanRemove: 'Bỏ',
  scanWho: (by: string, at: string) => [by, moment(at)].filter(Boolean).join(', '),
  scanReason: (name: string) => `Lý do bỏ ${name}`,
  scanReasonHint: 'Tệp bị xóa hẳn; lý do được ghi vào nhật ký.',
  scanRemoveDo: 'Bỏ hẳn',
  scanLook: (name: string) => `Bản chụp ${name}`,
  missing: (boxes: string) => `Còn ô trống: ${boxes}. Shift Enter để quay lại, hoặc gõ mã phiếu kế.`,
  impossible: (code: string) => `Phiếu ${code} chưa khớp, xem bên phải. Shift Enter để quay lại sửa.`,
  unsaved: (boxes: string) => `Ô ${boxes} chưa lưu được nên chưa mở phiếu khác. Sửa ô đó, hoặc Esc để trả về số đã lưu.`,
  notCount: (typed: string) => `“${typed}” không phải số đếm nên không dán vào ô.`,
  hardTitle: 'Chưa khớp',
  softTitle: 'Nên xem lại',
  mustBe: (rule: string) => `Phải là: ${rule}`,
  usuallyIs: (rule: string) => `Thường là: ${rule}`,
  then: 'thì',
  but: 'nhưng',
  softHint: 'Nếu phiếu giấy đúng như vậy thì bấm F8; chương trình ghi lại là đã xem.',
  softAccept: 'Đúng như trên phiếu',
  accept: 'Chấp nhận, ghi lý do',
  acceptKey: 'F8',
  acceptReason: 'Lý do chấp nhận',
  acceptReasonHint: 'Ví dụ: tổ trưởng xác nhận số trên phiếu. Lý do được lưu cùng phiếu.',
  acceptDo: 'Chấp nhận phiếu này',
  grid: 'Bảng cả buổi',
  gridKey: 'Ctrl B',
  gridTitle: (on: string) => `Bảng cả buổi ${on}`,
  gridClose: 'Về từng phiếu',
  gridSheet: 'Phiếu',
  gridState: 'Tình trạng',
  gridUpDown: 'phiếu trên, dưới',
  gridCell: (no: string, label: string, area: string, n: number, of: number) =>
    `${no} ${label}, ${area} phiếu ${String(n)}/${String(of)}`,
  gridFailed: (no: string, why: string) => `Ô ${no} chưa lưu: ${why}`,
  eveningTitle: 'Phiếu theo buổi',
  evening: 'Buổi',
  eveningOption: (on: string, areas: string) => `${dmy(on)} · ${areas}`,
  selfReports: 'Địa bàn tự báo cáo',
  eveningProgress: (keyed: number, expected: number) => `${String(keyed)}/${String(expected)} đã nhập`,
  nOf: (n: number, of: number, spare: boolean) => (spare ? `dự phòng ${String(n)}` : `${String(n)}/${String(of)}`),
  rowMissing: (n: number) => `thiếu ${String(n)} ô`,
  rowImpossible: 'chưa khớp',
  instead: (others: readonly (number | null)[], typed: string) =>
    `${others[0] === null || others[0] === undefined ? 'trống' : String(others[0])} hay ${typed}?`,
  rowTotal: 'khớp tổng',
  rowNotBack: 'chưa về',
  morningTitle: 'Sáng nay',
  morningDone: (n: number, of: number) => `${String(n)} / ${String(of)} phiếu`,
  /** `09:05:00` as people say it. */
  morningAt: (at: string) => `xong khoảng ${String(Number(at.slice(0, 2)))} giờ ${at.slice(3, 5)}`,
  recentTitle: 'Phiếu vừa nhập',
  recentNone: 'Các phiếu nhập trong phiên này sẽ hiện ở đây.',
  noSheetsTitle: 'Chưa có phiếu nào được đánh số',
  noSheetsNext: 'Vào Ấn phẩm, in phiếu cho các buổi; mỗi phiếu sẽ có mã để nhập ở đây.',
  toPapers: 'Vào Ấn phẩm',
  startTitle: 'Đặt phiếu trước mặt, gõ mã ở góc phiếu',
  startNext: 'Không cần chọn ngày, địa bàn hay tổ: mã phiếu đã nói đủ. Màn hình sẽ giống hệt tờ phiếu.',
  readOnly: (role: string) => `Vai trò “${role}” chỉ xem phiếu, không nhập.`,
} as const;
