import { count } from '../format';

/** What is said around pages that are looked at before they are printed. */
export const pdf = {
  tools: 'Công cụ xem trang',
  pageNo: 'Đến trang',
  pageOf: (of: number) => `/ ${count(of)}`,
  previousPage: 'Trang trước',
  nextPage: 'Trang sau',
  zoom: 'Cỡ xem',
  larger: 'Phóng to',
  smaller: 'Thu nhỏ',
  fitWidth: 'Vừa bề ngang',
  fitPage: 'Vừa cả trang',
  percent: (n: number) => `${String(n)} %`,
  find: 'Tìm chữ',
  findLabel: 'Tìm chữ trong trang, không cần dấu',
  findCount: (at: number, of: number) => `${count(at)} / ${count(of)} chỗ`,
  finding: 'đang tìm…',
  findNone: 'không thấy',
  findNext: 'Chỗ sau',
  findPrevious: 'Chỗ trước',
  close: 'Đóng tìm chữ',
  /** Among the keys of the help. */
  keys: { title: 'Khi xem trước trang in', pages: 'Trang sau, trang trước' },
} as const;
