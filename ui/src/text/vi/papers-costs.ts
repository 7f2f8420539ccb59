import type { CostForm } from '../../api/generated/contract';
import { areasOf, count, percent } from '../format';

const bases: Record<CostForm['basis'], string> = {
  household: 'hộ',
  area: 'địa bàn',
  evening: 'buổi',
  team_evening: 'lượt tổ đi buổi',
  sheet: 'phiếu',
  place: 'điểm niêm yết',
  once: 'đợt',
};

/** The part "Dự toán" of the print room. */
export const costs = {
  sub: 'Cần in bao nhiêu và hết bao nhiêu, tính từ địa bàn, số hộ và lịch.',
  bases,
  add: 'Thêm dòng',
  toDocument: 'Lập văn bản dự toán',
  offered: 'Những dòng thường cần',
  addOffered: 'Thêm',
  addOf: (name: string) => `Thêm: ${name}`,
  listLabel: 'Các dòng dự toán',
  none: 'Dự toán chưa có dòng nào',
  noneOffered: 'Lấy các dòng gợi ý ở trên (số lượng tính từ lịch và địa bàn), hoặc tự thêm dòng; đơn giá do cơ quan ghi.',
  noneNext: 'Thêm từng khoản in, mua; đơn giá do cơ quan ghi. Dự toán đi vào tờ trình kinh phí.',
  columns: {
    name: 'Nội dung',
    how: 'Cách tính',
    counted: 'Tính trên',
    quantity: 'Số lượng',
    unit: 'Đơn vị',
    price: 'Đơn giá (đồng)',
    amount: 'Thành tiền (đồng)',
  },
  notKnown: 'chưa biết',
  total: 'Tổng cộng',
  noTotal: 'chưa tính được',
  withoutHouseholds: (areas: string[]) => `Chưa có số hộ của ${areasOf(areas, 12)}, nên các dòng tính theo hộ để trống.`,
  toAreas: 'Vào Địa bàn',
  counted: (line: Pick<CostForm, 'per_hundred' | 'basis' | 'unit' | 'spare_percent'>) => {
    const each =
      line.per_hundred % 100 === 0
        ? `${count(line.per_hundred / 100)} ${line.unit} mỗi ${bases[line.basis]}`
        : `${count(line.per_hundred)} ${line.unit} mỗi 100 ${bases[line.basis]}`;
    return line.spare_percent === 0 ? each : `${each}, dự phòng ${percent(line.spare_percent)}`;
  },
  unknown: 'chưa có giá',
  deeds: 'Việc',
  edit: 'Sửa',
  editTitle: 'Sửa dòng dự toán',
  editOf: (name: string) => `Sửa: ${name}`,
  remove: 'Bỏ',
  removeOf: (name: string) => `Bỏ: ${name}`,
  upOf: (name: string) => `Lên một dòng: ${name}`,
  downOf: (name: string) => `Xuống một dòng: ${name}`,
  noPrices: 'Chương trình không đoán giá: đơn giá do cơ quan hỏi rồi điền; chưa điền thì thành tiền để trống.',
  name: 'Nội dung',
  unit: 'Đơn vị tính',
  unitHint: 'tờ, bản, bộ',
  basis: 'Tính theo',
  perHundred: (basis: string) => `Số lượng cho mỗi 100 ${basis}`,
  badPerHundred: 'Nhập số từ 1.',
  spare: 'Dự phòng (%)',
  badSpare: 'Nhập số từ 0 đến 100.',
  price: 'Đơn giá (đồng)',
  priceHint: 'Để trống nếu chưa biết.',
  badPrice: 'Nhập số đồng, ví dụ 350 hoặc 1.200.',
} as const;
