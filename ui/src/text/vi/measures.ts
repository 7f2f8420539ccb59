import { count } from '../format';

/** One decimal, with the Vietnamese comma. */
const tenths = (n: number): string => n.toFixed(1).replace('.', ',');

export const measures = {
  title: 'Nhịp nhập phiếu',
  sub: 'Số đo chung của văn phòng, tính từ nhật ký của tệp này',
  toMeasures: 'Số đo',
  aim: 'Để biết một buổi sáng nhập được bao nhiêu và số liệu còn sai khoảng bao nhiêu; không dùng để xếp hạng người nhập.',
  none: 'Chưa có phiếu nào được nhập',
  noneNext: 'Số phím, số phút mỗi phiếu và tỷ lệ sai của từng người nhập hiện ở đây, sau khi nhập xong những phiếu đầu tiên.',
  toKeying: 'Vào Nhập phiếu',
  keyersTitle: 'Người nhập',
  columns: { name: 'Người nhập', sheets: 'Phiếu', keys: 'Phím một phiếu', minutes: 'Phút một phiếu', checked: 'Ô đã nhập lần hai', wrong: 'Ô sai tìm thấy', rate: 'Ô sai trên 1.000 ô' },
  unknown: '–',
  unknownLong: 'chưa có',
  tenths,
  rate: (low: number, high: number) => `từ ${tenths(low)} đến ${tenths(high)}`,
  rateNone: 'chưa ô nào được nhập lần hai',
  rateFew: 'còn ít, chưa nói lên gì',
  campaignTitle: 'Cả đợt',
  sheets: (n: number) => `${count(n)} phiếu đã nhập đủ`,
  share: (percent: string, twice: number) => `Nhập lần hai ${percent} số phiếu (${count(twice)} phiếu)`,
  howTitle: 'Đo thế nào',
  how: [
    'Phiếu: phiếu có ít nhất một ô do người đó nhập; phiếu hai người cùng nhập được tính cho cả hai.',
    'Phím một phiếu: mọi phím đã gõ trong các ô, kể cả phím sửa, chia cho số phiếu.',
    'Phút một phiếu: thời gian giữa hai ô liền nhau; chỗ nghỉ quá hai phút không tính.',
    'Ô sai: ô của người đó đã được người khác nhập lần hai và chốt ở số khác. Khoảng ghi bên cạnh chứa tỷ lệ thật với độ tin cậy 95 % (Wilson, có xét các ô sai thường đi liền nhau trên một phiếu).',
    'Phiếu được chọn nhập lần hai thường là phiếu có dấu hiệu sai, nên tỷ lệ tìm thấy có thể cao hơn tỷ lệ của mọi phiếu.',
  ],
} as const;
