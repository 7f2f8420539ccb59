import type { Standing } from '../../api/client';
import { areasOf, count, dm, dmy, hm } from '../format';

import { standing } from './tasks';

/** Enough words to know a thing again. */
const short = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, text.lastIndexOf(' ', most)).replace(/[\s,;:-]+$/, '')}…`;

/** `09:05:00` as it is said: `9 giờ 05`. */
const hours = (at: string): string => `${String(Number(at.slice(0, 2)))}\u00a0giờ\u00a0${at.slice(3, 5)}`;

export const today = {
  title: (weekday: string, iso: string) => `${weekday}, ${dmy(iso)}`,
  sub: (begun: number, of: number) => `Tối thứ ${String(begun)}/${String(of)} · việc cần làm theo thứ tự`,
  subBefore: (days: number) => `Còn ${String(days)} ngày nữa bắt đầu · việc cần làm theo thứ tự`,
  subNothing: 'Lịch chưa có buổi nào',
  subAfter: 'Đợt đã qua · việc còn lại theo thứ tự',
  weekdays: ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ nhật'],
  tonight: (starts: string, ends: string) => `Tối nay · ${hm(starts)} – ${hm(ends)}`,
  tonightNothing: 'Lịch chưa có buổi nào. Xếp lịch rồi, mỗi tối ở đây có địa bàn, tổ và ai còn thiếu.',
  nextNothing: 'Các buổi sắp tới và buổi nào chưa in phiếu sẽ hiện ở đây.',
  tonightNone: 'Tối nay không có buổi nào.',
  tonightTitle: 'Tối nay',
  next: 'Bảy ngày tới',
  nextNone: 'Không còn buổi nào trong bảy ngày tới.',
  printed: (sheets: number) => `${String(sheets)} phiếu đã đánh mã`,
  notPrinted: 'chưa in phiếu',
  off: 'đã hủy',
  step: (n: number, words: string) => `${String(n)} · ${words}`,
  fix: (n: number) => `Sửa ${String(n)} chỗ trùng trong lịch`,
  toSchedule: 'Vào Lịch',
  key: (n: number) => `Nhập ${count(n)} phiếu đã về`,
  keyLine: (area: string, on: string, back: number, expected: number, left: number) =>
    `${area}, tối ${dm(on)}: đã về ${count(back)}/${count(expected)}, chưa nhập xong ${count(left)}`,
  keySelf: (area: string) => `${area}: phiếu tự báo cáo chưa nhập xong`,
  keyMore: (n: number) => `và ${count(n)} buổi nữa`,
  /** `09:05:00`: hours as they are said. */
  doneAt: (at: string, out: number) =>
    out > 0 ? `Kể cả ${count(out)} phiếu buổi vừa qua chưa về: xong khoảng ${hours(at)}` : `Xong khoảng ${hours(at)}`,
  paceUnknown: 'Nhập xong vài phiếu, máy sẽ báo khoảng mấy giờ xong.',
  toKeying: 'Nhập phiếu',
  receive: (on: string, n: number) => `Nhận ${count(n)} phiếu của buổi ${dm(on)}`,
  receiveNext: 'Ai mang phiếu đến thì nhận cả gói, máy ghi biên nhận có số. Nhập thẳng từ tờ phiếu cũng được: phiếu đã nhập là phiếu đã về.',
  toReceive: 'Nhận phiếu',
  chase: (n: number) => `Đôn đốc ${count(n)} phiếu chưa về`,
  chaseSummaries: (n: number) => `Đôn đốc ${count(n)} phiếu tổng hợp buổi`,
  chaseLine: (area: string, on: string, what: string, who: string | null, age: string) =>
    `${area}, tối ${dm(on)}: ${what} (${who === null ? 'chưa rõ ai giữ' : `${who} giữ`}, muộn ${age})`,
  chaseSelf: (area: string, due: string, who: string | null, age: string) =>
    `${area}, hạn ${dm(due)}: chưa gửi phiếu tự báo cáo (${who === null ? 'chưa rõ ai lập' : who}, muộn ${age})`,
  chaseSheets: (missing: readonly number[], expected: number, summary: boolean) => {
    const sheets =
      missing.length === 0 ? '' : missing.length === expected ? `cả ${count(expected)} phiếu` : `phiếu ${missing.join(', ')}`;
    return [sheets, summary ? 'phiếu tổng hợp' : ''].filter((words) => words !== '').join(' và ');
  },
  chaseMore: (n: number) => `và ${count(n)} gói nữa`,
  toRadar: 'Xem từng gói',
  mine: (n: number) => `${count(n)} phiếu hai người nhập khác nhau, chờ bạn`,
  mineThird: (area: string, n: number, of: number, boxes: readonly string[]) =>
    boxes.length === 0
      ? `${area} · ${String(n)}/${String(of)}: đã quyết định xong, còn chờ ghi lý do`
      : `${area} · ${String(n)}/${String(of)}: ô ${boxes.join(' và ô ')}, cần người thứ ba`,
  mineAgain: (area: string, n: number, of: number, left: number) =>
    `${area} · ${String(n)}/${String(of)}: ${count(left)} ô bạn nhìn lại và gõ lại`,
  others: (n: number) => `${count(n)} phiếu hai người nhập khác nhau, chờ người khác`,
  othersThird: (area: string, n: number, of: number, who: readonly string[]) =>
    `${area} · ${String(n)}/${String(of)}: ${who.length === 0 ? 'chưa có ai quyết định được' : `${who.join(', ')} quyết định được`}`,
  othersAgain: (area: string, n: number, of: number) => `${area} · ${String(n)}/${String(of)}: chờ người nhập lần hai nhìn lại`,
  second: (n: number, more: boolean) => `Nhập lần hai ${more ? 'hơn ' : ''}${count(n)} phiếu của người khác`,
  secondNext: 'Không nhìn số đã nhập; máy chỉ báo ô nào hai người gõ khác nhau.',
  sheetsMore: (n: number) => `và ${count(n)} phiếu nữa`,
  toVerify: 'Đối soát',
  queries: (n: number) => `Hỏi lại ${count(n)} câu đến hạn trả lời`,
  queryLine: (about: string, body: string, owner: string | null, overdue: number | null) =>
    `${about}: ${short(body, 60)} (${owner ?? 'chưa giao ai'}, ${overdue === null ? 'hạn hôm nay' : `quá ${count(overdue)} ngày`})`,
  queriesMore: (n: number) => `và ${count(n)} câu nữa`,
  toQueries: 'Xem câu hỏi',
  approve: (n: number) => `Duyệt ${count(n)} buổi đã xong`,
  approveLine: (on: string, areas: readonly string[], back: number, expected: number, note: string) =>
    `${dm(on)}, ${areasOf(areas, 4)}: ${count(back)}/${count(expected)} phiếu${note === '' ? '' : `; cần ghi chú về ${note}`}`,
  approveMore: (n: number) => `và ${count(n)} buổi nữa`,
  toApprove: 'Duyệt',
  ready: (n: number) => `${count(n)} buổi đã xong, chờ lãnh đạo duyệt`,
  toEvenings: 'Xem các buổi',
  blocked: (n: number) => `${count(n)} buổi còn vướng, chưa duyệt được`,
  blockedLine: (on: string, areas: readonly string[], what: string) => `${dm(on)}, ${areasOf(areas, 4)}: còn ${what}`,
  owed: (n: number) => `${count(n)} nội dung đến hạn hoặc im`,
  owedLine: (to: string, what: string, s: Standing) => `${short(to, 34)}: ${short(what, 40)} (${standing(s)})`,
  owedMore: (n: number) => `và ${String(n)} nội dung nữa`,
  toTasks: 'Vào Nhiệm vụ',
  toUnits: 'Tự báo cáo',
  print: (area: string, on: string) => `In phiếu cho ${area}, tối ${dm(on)}`,
  printDetail: (n: number) => (n === 1 ? 'Buổi này chưa có phiếu.' : `${String(n)} buổi sắp tới chưa có phiếu.`),
  toPapers: 'Vào Ấn phẩm',
  allDone: 'Không có việc nào chờ',
  allDoneNext: 'Phiếu các buổi đã qua đều về và đã nhập xong.',
  setUpAreas: 'Thêm địa bàn',
  setUpAreasNext: 'Bắt đầu từ danh sách tổ dân phố, chung cư; dán được cả bảng từ Excel.',
  setUpVisits: 'Xếp lịch các buổi',
  setUpVisitsNext: 'Mỗi địa bàn một hay nhiều tối; mọi giấy tờ theo lịch này.',
  toAreas: 'Vào Địa bàn',
  selfTitle: 'Địa bàn tự báo cáo',
  selfLine: (due: string, left: number) =>
    left < 0 ? `hạn ${dmy(due)}, đã quá ${String(-left)} ngày` : left === 0 ? `hạn hôm nay` : `hạn ${dmy(due)}, còn ${String(left)} ngày`,
  selfDone: 'đã gửi',
  sheets: 'Phiếu',
  sheetsBack: (returned: number, expected: number) => `${count(returned)}/${count(expected)} phiếu đã về`,
  sheetsKeyed: (keyed: number) => `${count(keyed)} đã nhập xong`,
} as const;
