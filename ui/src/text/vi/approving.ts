import type { Counts, Obstacle } from '../../api/generated/contract';
import { count, dm, dmy } from '../format';

const OBSTACLES = {
  unfinished: 'phiếu chưa nhập xong',
  disagreement: 'phiếu có ô hai người nhập khác nhau',
  duplicate: 'phiếu nghi trùng chưa xử lý',
  second_keying: 'phiếu chờ nhập lần hai',
  missing: 'phiếu chưa về',
  query: 'câu hỏi chưa trả lời',
  total: 'ô lệch với phiếu tổng hợp',
  same_results: 'phiếu có số giống hệt phiếu khác',
} satisfies Record<Obstacle, string>;

/** `2024-11-17T08:12:…` as `08:12, 17/11/2024`. */
const moment = (at: string) => `${at.slice(11, 16)}, ${dmy(at.slice(0, 10))}`;

export const approving = {
  hint: 'Duyệt xong, số liệu của buổi được khóa và vào báo cáo. Muốn sửa thì mở lại, có ghi lý do.',
  readOnly: (role: string) => `Vai trò “${role}” xem được, không duyệt.`,
  columns: { evening: 'Buổi', back: 'Đã về', keyed: 'Đã nhập', verified: 'Nhập hai lần', left: 'Còn vướng' },
  deeds: 'Việc cần làm',
  none: 'Chưa có buổi nào đã qua',
  noneYet: 'Lịch chưa có buổi nào. Xếp lịch; sau mỗi buổi, khi phiếu đã về và nhập xong, lãnh đạo duyệt ở đây.',
  toSchedule: 'Vào Lịch',
  toKeying: 'Vào Nhập phiếu',
  noneNext: 'Sau mỗi buổi, khi phiếu đã về và nhập xong, lãnh đạo duyệt ở đây.',
  ahead: (n: number) => `Còn ${count(n)} buổi sắp tới, chưa phải duyệt.`,
  selfTitle: 'Địa bàn tự báo cáo',
  selfColumn: 'Địa bàn',
  evening: (on: string, weekday: string) => `${weekday}, ${dm(on)}`,
  due: (on: string) => `hạn ${dmy(on)}`,
  asOf: (on: string) => `số liệu đến ${dmy(on)}`,
  of: (n: number, all: number) => `${count(n)}/${count(all)}`,
  clear: 'không còn gì',
  obstacle: (what: Obstacle, n: number) => `${count(n)} ${OBSTACLES[what]}`,
  go: (words: string) => `Xử lý: ${words}`,
  approve: 'Duyệt',
  approveOf: (name: string) => `Duyệt ${name}`,
  approved: (by: string, at: string) => `${by} duyệt lúc ${moment(at)}`,
  note: (note: string) => `Ghi chú: ${note}`,
  reopen: 'Mở lại',
  reopenOf: (name: string) => `Mở lại ${name}`,
  dialog: {
    counts: (c: Counts) =>
      `${count(c.back)}/${count(c.expected)} phiếu đã về, ${count(c.keyed)} phiếu đã nhập đủ, ${count(c.verified)} phiếu hai người nhập khớp.`,
    hard: 'Chưa duyệt được, vì còn:',
    soft: 'Vẫn duyệt được, nhưng cần ghi rõ về:',
    noteLabel: 'Ghi chú khi duyệt',
    noteHint: 'Ví dụ: phiếu 3 thất lạc, tổ trưởng đã xác nhận. Ghi chú được lưu cùng lần duyệt; không ghi về người dân cụ thể.',
    after: 'Các phiếu của buổi sẽ bị khóa.',
    reason: 'Lý do mở lại',
    reasonHint: 'Được lưu vào nhật ký cùng tên người mở.',
    reopenAfter: 'Các phiếu sửa được cho đến khi duyệt lại.',
    done: (name: string) => `Đã duyệt và khóa ${name}`,
    reopened: (name: string) => `Đã mở lại ${name}`,
  },
} as const;

export { moment };
