import type { Standing } from '../../api/client';
import { count, dm, dmy, hm } from '../format';

import { standing } from './tasks';

/** Enough words to know a thing again. */
const short = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, text.lastIndexOf(' ', most)).replace(/[\s,;:-]+$/, '')}…`;

export const today = {
  title: (weekday: string, iso: string) => `${weekday}, ${dmy(iso)}`,
  sub: (begun: number, of: number) => `Tối thứ ${String(begun)}/${String(of)} · việc cần làm theo thứ tự`,
  subBefore: (days: number) => `Còn ${String(days)} ngày nữa bắt đầu · việc cần làm theo thứ tự`,
  subAfter: 'Đợt đã qua · việc còn lại theo thứ tự',
  weekdays: ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ nhật'],
  tonight: (starts: string, ends: string) => `Tối nay · ${hm(starts)} – ${hm(ends)}`,
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
  key: (n: number) => `Nhập nốt ${count(n)} phiếu đã về`,
  keyDetail: 'Các phiếu này còn ô trống hoặc chưa khớp.',
  toKeying: 'Nhập phiếu',
  toSheets: 'Xem phiếu',
  chase: (n: number) => `${count(n)} phiếu chưa về`,
  chaseLine: (area: string, on: string, missing: readonly number[], all: number) =>
    missing.length === all ? `${area}, tối ${dm(on)}: chưa có phiếu nào` : `${area}, tối ${dm(on)}: phiếu ${missing.join(', ')}`,
  chaseMore: (n: number) => `và ${String(n)} buổi nữa`,
  late: (days: number) => (days === 1 ? 'từ tối qua' : `muộn ${String(days)} ngày`),
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
