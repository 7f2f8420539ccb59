import type { PaperKind, PrintedSubject } from '../../api/generated/contract';
import { count, dm, dmy } from '../format';
import { paperKinds } from './stale';

/** The part "Đã in" of the print room. */
export const printed = {
  sub: (n: number, stale: number) =>
    n === 0 ? 'Chưa in gì.' : `${count(n)} lần in · ${stale === 0 ? 'tất cả còn đúng' : `${count(stale)} lần in nay có chỗ đã khác`}`,
  listLabel: 'Những lần đã in',
  emptyTitle: 'Chưa in giấy tờ nào',
  emptyNext: 'Sang phần In, chọn giấy tờ rồi tạo tệp; mỗi lần in được ghi lại ở đây.',
  find: 'Tìm theo giấy tờ, địa bàn, người in',
  staleOnly: (n: number) => `Chỉ những lần cần in lại (${count(n)})`,
  toRoom: 'Sang phần In',
  none: 'Không có lần in nào khớp với điều đang tìm.',
  kinds: paperKinds,
  columns: { at: 'In lúc', paper: 'Giấy tờ', by: 'Người in', pages: 'Trang', standing: 'Tình trạng' },
  moment: (at: string) => `${dm(at.slice(0, 10))} ${at.slice(11, 16)}`,
  standing: {
    current: () => 'còn đúng',
    stale: (n: number) => `${count(n)} chỗ đã khác`,
    replaced: () => 'đã có bản mới',
  },
  madeFrom: 'In từ',
  file: 'Tệp',
  gone: (file: string) => `${file}: tệp không còn trong thư mục, hoặc đã được bản in sau thay.`,
  again: 'In lại',
  toPlan: 'Vào Kế hoạch',
  staleTitle: (n: number) => `${count(n)} chỗ nay đã khác`,
  othersTitle: 'Còn lại trong lần in này',
  replacedMark: ' (đã có bản mới)',
  about: (about: PrintedSubject) => {
    const names = [about.area_name, about.team_name].filter((name) => name !== null);
    const what = names.length > 0 ? names.join(', ') : 'Cả đợt';
    return about.on === null ? what : `${what} · ${dmy(about.on)}`;
  },
  differs: (kind: PaperKind, about: PrintedSubject) => {
    if (kind === 'plan') return 'Lịch đã đổi sau khi in: cần kế hoạch điều chỉnh.';
    const says = about.says === null || about.says === '' ? '' : `Trên giấy: ${about.says}. `;
    return about.now === null ? `${says}Nay không còn để in.` : `${says}Nay là: ${about.now}.`;
  },
  stillValid: (kind: PaperKind) =>
    kind === 'sheets'
      ? 'Phiếu cũ mang về vẫn nhập được, chương trình tự hiểu ngày mới.'
      : 'Giấy cũ nên thu lại, thay bằng bản in mới.',
} as const;
