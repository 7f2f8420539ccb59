import type { FlyerDesign, FlyerSize, LinkView } from '../../api/generated/contract';
import { count, dmy } from '../format';

/** Papers that speak to residents. */
export const flyers = {
  hints: {
    flyers: 'Mỗi địa bàn một tờ, ghi đúng buổi của địa bàn đó.',
    posters: 'Dán ở bảng tin, nhà văn hóa; mỗi địa bàn một tờ.',
    strips: 'Dải 99 × 210 mm treo tay nắm cửa khi gia đình vắng nhà.',
    pictures: 'Ảnh 1080 × 1350 để gửi Zalo, Facebook; cả đợt thì thành một tệp nén.',
  },
  size: 'Khổ giấy',
  sizes: {
    a4: 'A4',
    a5: 'A5',
    a6: 'A6',
    poster_a4: 'A4',
    poster_a3: 'A3',
    strip: '99 × 210',
  } satisfies Record<FlyerSize, string>,
  area: 'Địa bàn',
  allAreas: 'Tất cả địa bàn có buổi',
  inks: 'Mực in',
  ink: { copier: 'Đen trắng, để photo', colour: 'In màu' },
  design: 'Mẫu',
  designs: {
    evening: 'Buổi hẹn: ngày giờ to nhất',
    steps: 'Từng bước: cách làm to nhất',
    invitation: 'Thư mời',
  } satisfies Record<FlyerDesign, string>,
  headline: 'Tiêu đề',
  headlineHint: (fields: string[]) =>
    `Nhiều nhất hai dòng; để trống thì theo mẫu.${fields.length === 0 ? '' : ` Có thể dùng ${fields.map((f) => `{{${f}}}`).join(', ')}.`}`,
  tooLong: (most: number) => `Tiêu đề nhiều nhất hai dòng, mỗi dòng ${count(most)} chữ cái.`,
  steps: 'Các bước',
  stepsHint: 'Mỗi dòng một bước, từ hai đến năm bước; để trống thì theo mẫu.',
  badSteps: (most: number, letters: number) => `Nhiều nhất ${count(most)} bước, mỗi bước ${count(letters)} chữ cái.`,
  save: 'Dùng cho cả đợt',
  reset: 'Trở lại như cũ',
  onceHint: 'Chưa lưu: lần in này dùng chữ đang gõ, các lần sau vẫn như cũ.',
  link: (link: LinkView) =>
    `QR dẫn đến ${link.url}, xác nhận ngày ${dmy(link.confirmed_on)}${link.confirmed_by === null ? '' : `, người xác nhận: ${link.confirmed_by}`}.`,
  noLink: 'Cơ quan chưa xác nhận đường dẫn tải ứng dụng nên chưa in mã QR.',
  toLink: 'Xác nhận đường dẫn',
  noLine: 'Chưa ghi đường dây của cơ quan (ở Cài đặt), nên tờ in chưa có số để hỏi.',
  more: 'Cho máy photo, nhà in',
  sheet: 'In trên giấy',
  sheetsOf: { usual: 'Theo khổ thường dùng', a4: 'A4', a3: 'A3', own: 'Đúng khổ, mỗi trang một tờ' },
  sheets: 'Số trang cho mỗi địa bàn',
  badSheets: 'Nhập số từ 1 đến 999.',
  marks: 'Có dấu cắt',
  bleed: 'Tràn lề 3 mm',
  bleedHint: 'Nhà in cần khi in màu tới mép giấy.',
  make: {
    flyers: 'Tạo tờ rơi (PDF)',
    posters: 'Tạo áp phích (PDF)',
    strips: 'Tạo dải treo cửa (PDF)',
    pictures: 'Tạo ảnh (PNG)',
  },
  pictureOf: (name: string) => `Ảnh xem trước: ${name}`,
} as const;
