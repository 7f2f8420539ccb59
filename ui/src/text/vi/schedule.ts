import type { ClashRow } from '../../api/generated/contract';
import { dm, dmy, hm } from '../format';

export const schedule = {
  title: 'Lịch',
  sub: (starts: string, ends: string, evenings: number) => `${dmy(starts)} – ${dmy(ends)} · ${String(evenings)} buổi`,
  add: 'Thêm buổi',
  import: 'Nhập từ bảng…',
  look: 'Cách xem',
  looks: { month: 'Lịch tháng', list: 'Danh sách' },
  weekdays: ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ nhật'],
  month: (iso: string) => `Tháng ${String(Number(iso.slice(5, 7)))}/${iso.slice(0, 4)}`,
  calendar: 'Lịch các buổi',
  dayFree: 'không có buổi',
  outside: 'ngoài đợt',
  keysMonth: 'Trong lịch: mũi tên chọn ngày, M dời buổi, Delete hủy, Insert thêm. Kéo thả cũng được.',
  moving: (area: string) => `Đang dời ${area}: mũi tên chọn ngày mới, Enter đặt vào, Esc thôi.`,
  columns: { date: 'Ngày', weekday: 'Thứ', area: 'Địa bàn', team: 'Tổ', row: 'STT', sheets: 'Phiếu', returned: 'Đã về', state: 'Tình trạng' },
  hours: (starts: string, ends: string) => `${hm(starts)} – ${hm(ends)}`,
  sheets: (sheets: number, spares: number) =>
    sheets === 0 ? 'chưa in' : `${String(sheets)}${spares > 0 ? ` + ${String(spares)} dự phòng` : ''}`,
  returned: (returned: number, sheets: number) => `về ${String(returned)}/${String(sheets)}`,
  onState: 'theo lịch',
  offState: (reason: string) => `đã hủy: ${reason}`,
  dayTitle: (weekday: string, iso: string) => `${weekday}, ${dmy(iso)}`,
  dayEmpty: 'Không có buổi nào ngày này.',
  move: 'Dời',
  moveTitle: (area: string, on: string) => `Dời buổi ${area}, ${dmy(on)}`,
  moveTo: 'Sang ngày',
  moveDo: 'Dời buổi',
  thatDay: (weekday: string, areas: readonly string[]) =>
    `${weekday}, ${areas.length === 0 ? 'chưa có buổi nào' : `đang có ${areas.join(', ')}`}`,
  moveNote: 'Phiếu đã in vẫn dùng được và sẽ mở với ngày mới; nên in lại nếu còn kịp.',
  moved: (area: string, on: string) => `Đã dời ${area} sang ${dmy(on)}`,
  off: 'Hủy buổi',
  offTitle: (area: string, on: string) => `Hủy buổi ${area}, ${dmy(on)}`,
  reason: 'Lý do',
  reasonHint: 'Ví dụ: mưa bão. Lý do được lưu cùng buổi.',
  offDone: (area: string) => `Đã hủy buổi ${area}`,
  on: 'Mở lại',
  onDone: (area: string) => `Đã mở lại buổi ${area}`,
  addTitle: 'Thêm buổi',
  addArea: 'Địa bàn',
  addTeam: 'Tổ hỗ trợ',
  firstTeam: 'Tổ đầu tiên',
  addDay: 'Ngày',
  addDo: 'Thêm buổi',
  added: (area: string, on: string) => `Đã thêm buổi ${area}, ${dmy(on)}`,
  needDay: 'Cần chọn ngày cho buổi này.',
  badDay: 'Ngày chưa đúng. Gõ như 09/11/2024.',
  clashes: 'Cần xem lại',
  noClashes: 'Lịch ổn: không trùng, không sót, không hở ngày.',
  clash: (row: ClashRow): { says: string; mend: string } => {
    const c = row.clash;
    switch (c.kind) {
      case 'team_twice':
        return { says: `${row.name} có hai nơi tối ${dm(c.on)}`, mend: 'Dời một buổi, hoặc giao cho tổ khác.' };
      case 'area_twice':
        return { says: `${row.name} có hai buổi cùng ngày ${dm(c.on)}`, mend: 'Dời hoặc hủy một buổi.' };
      case 'outside_campaign':
        return { says: `Buổi ngày ${dm(c.on)} nằm ngoài đợt`, mend: 'Dời vào trong đợt.' };
      case 'area_missed':
        return { says: `${row.name} chưa có buổi nào`, mend: 'Thêm một buổi, hoặc đặt hạn tự báo cáo ở Địa bàn.' };
      case 'gap':
        return {
          says: c.from === c.to ? `Tối ${dm(c.from)} không ai đi` : `Từ ${dm(c.from)} đến ${dm(c.to)} không ai đi`,
          mend: 'Nếu cố ý thì để nguyên; nếu không, thêm hoặc dời một buổi vào.',
        };
    }
  },
  hard: 'phải sửa',
  soft: 'nên xem',
  emptyTitle: 'Chưa xếp buổi nào',
  emptyNext: 'Thêm buổi cho từng địa bàn. Kế hoạch, phiếu và tờ rơi sẽ theo lịch này.',
  noAreas: 'Chưa có địa bàn. Vào Địa bàn thêm trước rồi quay lại xếp buổi.',
  toAreas: 'Vào Địa bàn',
  readOnly: (role: string) => `Vai trò “${role}” chỉ xem lịch.`,
} as const;
