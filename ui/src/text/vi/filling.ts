import type { Place } from '../../api/generated/contract';
import { count } from '../format';

/** Filling a template an authority sent. */
export const filling = {
  door: 'Điền vào mẫu của cơ quan nhận…',
  title: 'Điền vào mẫu của cơ quan nhận',
  hint: 'Chọn tệp .xlsx cơ quan nhận gửi. Chương trình tìm chỗ điền theo tên ô, theo tiêu đề cột như “Địa bàn”, “Số hộ”, “Cài mới”, và theo nhãn có ô trống bên cạnh. Ô có công thức và ô đã có nội dung giữ nguyên.',
  pick: 'Chọn tệp mẫu…',
  picked: (path: string) => `Tệp: ${path}`,
  path: 'Tệp mẫu',
  check: 'Xem trước',
  nothing: 'Trong mẫu này không có chỗ nào chương trình nhận ra để điền.',
  would: (n: number) => `Sẽ điền ${count(n)} ô`,
  left: (n: number) => `Để nguyên ${count(n)} chỗ`,
  head: { place: 'Ô', found: 'Mẫu ghi', about: 'Hiểu là', value: 'Giá trị' },
  place: (place: Place) => (place.sheet === null ? place.cell : `${place.sheet}, ${place.cell}`),
  ofArea: (area: string, about: string) => `${area}: ${about}`,
  because: (what: string, because: string) => `${what.replace(/:$/, '')}: ${because}`,
  promise: 'Tệp của cơ quan nhận không bị sửa; bản đã điền là một tệp mới.',
  fill: (n: number) => `Điền ${count(n)} ô`,
};
