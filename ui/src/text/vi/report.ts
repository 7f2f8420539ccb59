import type { TargetRow } from '../../api/generated/contract';
import { capitalised, count, dmy, percent } from '../format';

const NBSP = '\u00a0';

export const report = {
  title: 'Báo cáo',
  sub: (today: string) => `Số liệu đến ${dmy(today)}`,
  make: 'Lập bảng Excel',
  period: 'Kỳ báo cáo',
  from: 'Từ ngày',
  fromHint: 'Để trống: từ đầu đợt',
  to: 'Đến ngày',
  toHint: 'Để trống: đến nay',
  badDay: 'Ngày chưa đúng. Gõ như 09/11/2024.',
  makeHint: 'Bảng có bìa, từng địa bàn, từng ngày, từng buổi, các chỉ tiêu, phiếu còn thiếu; công thức sống để cấp trên kiểm tra.',
  target: (row: TargetRow) => (row.clause === '' ? row.name : `${row.name} (mục ${row.clause})`),
  percent,
  noRate: 'chưa tính được',
  goal: (row: TargetRow) => `chỉ tiêu ${String(row.goal)}${NBSP}% đến ${dmy(row.by)}`,
  numerator: (row: TargetRow) =>
    `${capitalised(row.numerator_word)}${row.among_met ? ' (trong số đã gặp)' : ''}: `,
  denominator: (row: TargetRow) => `${capitalised(row.denominator_word)}: `,
  notReported: 'chưa báo cáo',
  noBase: (row: TargetRow) => (row.of === 'people_met' ? 'chưa báo cáo' : 'chưa có số liệu nền'),
  needs: (row: TargetRow) => {
    if (row.numerator === null || row.denominator === null) return '';
    const left = Math.ceil((row.denominator * row.goal) / 100) - row.numerator;
    return left > 0 ? `Cần thêm ${count(left)} ${row.of === 'households' ? 'hộ' : 'người'} để đạt.` : 'Đã đạt chỉ tiêu.';
  },
  withoutBase: (row: TargetRow, all: number) => {
    const names = row.without_base;
    const met = row.of === 'people_met';
    if (names.length === all) {
      return met ? 'Chưa địa bàn nào báo cáo số đã gặp.' : 'Chưa địa bàn nào có số liệu nền; nhập ở Địa bàn để tính tỷ lệ.';
    }
    const lacks = met ? 'chưa báo cáo' : 'thiếu số liệu nền';
    return `Chưa tính ${count(names.length)} địa bàn ${lacks}: ${names.slice(0, 4).join(', ')}${names.length > 4 ? '…' : '.'}`;
  },
  over: `Trên 100${NBSP}%: nên xem lại số liệu nền.`,
  noTargets: 'Đợt này chưa có chỉ tiêu nên chưa có tỷ lệ; bảng Excel vẫn có đủ các con số.',
  noAreasTitle: 'Chưa có gì để báo cáo',
  noAreasNext: 'Thêm địa bàn, xếp lịch và in phiếu; số liệu sẽ hiện ở đây khi phiếu về.',
  toAreas: 'Vào Địa bàn',
  areas: 'Theo địa bàn',
  columns: { area: 'Địa bàn', expected: 'Phiếu phải về', returned: 'Đã về', missing: 'Còn thiếu', state: 'Tình trạng' },
  partly: (n: number) => `còn thiếu ${count(n)} phiếu`,
  complete: 'đủ phiếu',
  ahead: 'chưa tới buổi',
  notDue: 'chưa có phiếu',
  total: 'Cộng',
} as const;
