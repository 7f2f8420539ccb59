import type { ClashRow, Mend, Shifted, Taken, VisitRow, WhyLeft } from '../../api/generated/contract';
import { count, dm, dmy, hm } from '../format';

const days = (from: string, to: string) => (from === to ? `ngày ${dm(from)}` : `từ ${dm(from)} đến ${dm(to)}`);

export const schedule = {
  title: 'Lịch',
  sub: (starts: string, ends: string, evenings: number) => `${dmy(starts)} – ${dmy(ends)} · ${count(evenings)} buổi`,
  add: 'Thêm buổi',
  import: 'Nhập từ bảng…',
  propose: 'Xếp lịch tự động…',
  look: 'Cách xem',
  looks: { month: 'Lịch tháng', list: 'Danh sách' },
  weekdays: ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ nhật'],
  month: (iso: string) => `Tháng ${String(Number(iso.slice(5, 7)))}/${iso.slice(0, 4)}`,
  monthBefore: 'Tháng trước',
  monthAfter: 'Tháng sau',
  calendar: 'Lịch các buổi',
  list: 'Danh sách các buổi',
  dayFree: 'không có buổi',
  dayMore: (n: number) => `và ${String(n)} buổi nữa`,
  outside: 'ngoài đợt',
  dayOff: (name: string) => `nghỉ: ${name}`,
  keysTitle: 'Phím tắt',
  keys: [
    ['Mũi tên', 'chọn ngày hoặc buổi'],
    ['M, Enter', 'nhấc buổi, rồi đặt xuống'],
    ['Insert', 'thêm buổi'],
    ['Delete', 'hủy buổi'],
    ['S', 'thêm buổi thứ hai'],
    ['T', 'đổi tổ'],
    ['F', 'sửa chỗ vướng đầu tiên'],
    ['P', 'xếp lịch tự động'],
    ['Cách', 'sang buổi khác cùng ngày'],
    ['PageUp, PageDown', 'tháng trước, tháng sau'],
  ],
  moving: (area: string) => `Đang dời ${area}: mũi tên chọn ngày mới, Enter đặt vào, Esc thôi.`,
  columns: { date: 'Ngày', weekday: 'Thứ', area: 'Địa bàn', team: 'Tổ', row: 'STT', sheets: 'Phiếu', returned: 'Đã về', state: 'Tình trạng' },
  hours: (starts: string, ends: string) => `${hm(starts)} – ${hm(ends)}`,
  teams: (visit: VisitRow) => (visit.teams.length === 0 ? 'chưa có tổ' : visit.teams.map((x) => x.name).join(', ')),
  sheets: (sheets: number, spares: number) =>
    sheets === 0 ? 'chưa in' : `${String(sheets)}${spares > 0 ? ` + ${String(spares)} dự phòng` : ''}`,
  returned: (returned: number, sheets: number) => `về ${String(returned)}/${String(sheets)}`,
  onState: 'theo lịch',
  offState: (reason: string) => `đã hủy: ${reason}`,
  dayTitle: (weekday: string, iso: string) => `${weekday}, ${dmy(iso)}`,
  dayEmpty: 'Không có buổi nào ngày này.',
  move: 'Dời',
  teamsShort: 'Đổi tổ',
  split: 'Thêm buổi thứ hai',
  off: 'Hủy buổi',
  on: 'Mở lại',
  moved: (area: string, on: string) => `Đã dời ${area} sang ${dmy(on)}`,
  swapped: (a: string, b: string) => `Đã đổi chỗ ${a} và ${b}`,
  offDone: (area: string) => `Đã hủy buổi ${area}`,
  onDone: (area: string) => `Đã mở lại buổi ${area}`,
  added: (area: string, on: string) => `Đã thêm buổi ${area}, ${dmy(on)}`,
  teamsDone: (area: string) => `Đã đổi tổ cho buổi ${area}`,
  mended: 'Đã sửa',
  clashes: 'Cần xem lại',
  more: (n: number) => `và ${count(n)} chỗ nữa`,
  noClashes: 'Lịch ổn: không trùng, không sót, không hở ngày.',
  clash: (row: ClashRow): { says: string; mend: string } => {
    const c = row.clash;
    switch (c.kind) {
      case 'team_twice':
        return { says: `${row.name} có hai nơi tối ${dm(c.on)}`, mend: 'Dời một buổi, hoặc giao cho tổ khác.' };
      case 'area_twice':
        return { says: `${row.name} có hai buổi cùng ngày ${dm(c.on)}`, mend: 'Dời hoặc hủy một buổi.' };
      case 'outside_campaign':
        return { says: `Buổi ${row.name} ngày ${dm(c.on)} nằm ngoài đợt`, mend: 'Dời vào trong đợt, hoặc kéo dài đợt.' };
      case 'area_gone':
        return { says: `Ngày ${dm(c.on)} không có địa bàn ${row.name}`, mend: 'Dời sang ngày địa bàn còn, hoặc hủy buổi.' };
      case 'area_missed':
        return { says: `${row.name} chưa có buổi nào`, mend: 'Thêm một buổi, hoặc đặt hạn tự báo cáo ở Địa bàn.' };
      case 'without_team':
        return { says: `Buổi ${row.name} ngày ${dm(c.on)} chưa có tổ`, mend: 'Giao cho một tổ, hoặc hủy buổi.' };
      case 'too_many':
        return {
          says: `Tối ${dm(c.on)} có ${count(c.evenings)} buổi mà chỉ có ${count(c.teams)} tổ`,
          mend: 'Dời bớt sang ngày khác, hoặc thêm tổ.',
        };
      case 'without_sheets':
        return { says: `${count(c.visits.length)} buổi ${days(c.from, c.to)} chưa có phiếu`, mend: 'Đánh số và in phiếu ở Ấn phẩm.' };
      case 'on_day_off':
        return { says: `Buổi ${row.name} rơi vào ngày nghỉ ${dm(c.on)} (${c.name})`, mend: 'Dời sang ngày khác; nếu vẫn đi thì để nguyên.' };
      case 'gap':
        return {
          says: c.from === c.to ? `Tối ${dm(c.from)} không ai đi` : `Từ ${dm(c.from)} đến ${dm(c.to)} không ai đi`,
          mend: 'Nếu cố ý thì để nguyên; nếu không, thêm hoặc dời một buổi vào.',
        };
      case 'after_target':
        return {
          says: `Buổi cuối ${dm(c.last)} sau hạn chỉ tiêu “${row.name}” (${dm(c.by)})`,
          mend: 'Dời buổi sớm hơn, hoặc sửa hạn của chỉ tiêu.',
        };
    }
  },
  mend: (mend: Mend, names: { area: string; teams: string }): string => {
    switch (mend.do) {
      case 'move':
        return `Dời ${names.area} sang ${dm(mend.on)}`;
      case 'add':
        return `Thêm buổi ngày ${dm(mend.on)}`;
      case 'set_teams':
        return `Giao ${names.area} cho ${names.teams}`;
      case 'extend':
        return `Kéo dài đợt đến ${dmy(mend.ends_on)}`;
      case 'print':
        return 'Sang Ấn phẩm';
    }
  },
  hard: 'phải sửa',
  soft: 'nên xem',
  noMend: 'Chỗ này cần người quyết định.',
  emptyTitle: 'Chưa xếp buổi nào',
  emptyFresh: 'Chép bảng “STT | Thời gian | Địa bàn” trong kế hoạch rồi dán vào đây: chương trình thêm luôn địa bàn và các buổi.',
  emptyNext: 'Dán bảng lịch của kế hoạch, hoặc để chương trình xếp thử theo các địa bàn đã có.',
  pastePlan: 'Dán bảng lịch từ kế hoạch',
  toAreas: 'Nhập địa bàn trước',
  more_: 'Việc khác',
  shift: 'Dời cả loạt…',
  extend: 'Đổi ngày kết thúc…',
  daysOff: 'Ngày nghỉ…',
  ics: 'Xuất lịch (.ics)',
  readOnly: (role: string) => `Vai trò “${role}” chỉ xem lịch.`,
  anyway: 'Vẫn làm',
  confirmTitle: 'Cần xác nhận',
  why: {
    no_team: 'chưa có tổ hỗ trợ nào',
    no_day: 'không có ngày nào đi được',
    full: 'các ngày đã kín',
    gone: 'địa bàn không còn vào những ngày trống',
  } satisfies Record<WhyLeft, string>,
  shifted: (s: Shifted) =>
    `Đã dời ${count(s.moved)} buổi${s.stayed > 0 ? `, giữ nguyên ${count(s.stayed)} buổi đã có phiếu về` : ''}`,
  taken: (x: Taken) =>
    `Đã nhận lịch: thêm ${count(x.added)}${x.moved > 0 ? `, dời ${count(x.moved)}` : ''}${x.removed > 0 ? `, bỏ ${count(x.removed)}` : ''} buổi`,
} as const;
