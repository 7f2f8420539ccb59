import { count } from '../format';

export const about = {
  version: (version: string) => `Phiên bản ${version}`,
  licence: 'Giấy phép MIT: được dùng, sao chép, sửa và chia sẻ, không mất tiền; không có bảo hành.',
  home: 'Chạy trên máy này, không cần mạng, không gửi số liệu đi đâu.',
  places: 'Dữ liệu nằm ở đâu trên máy này',
  placesHint: 'Chuyển sang máy khác thì dùng bản sao ở màn hình Sao lưu, đừng chép tệp đang mở.',
  rows: {
    file: 'Hồ sơ đang mở',
    papers: 'Giấy tờ đã tạo',
    offices: 'Nơi đặt hồ sơ mới',
    settings: 'Lựa chọn của máy này',
    logs: 'Nhật ký lỗi',
  },
  noLogs: 'Lần chạy này không ghi nhật ký lỗi.',
  papersOf: (stem: string) => `${stem} - giấy tờ`,
  copy: 'Chép',
  copyOf: (what: string) => `Chép đường dẫn: ${what}`,
  logTitle: 'Khi chương trình báo “đọc mã …”',
  log: [
    'Ghi lại mã hiện trong lời báo, ngày và giờ.',
    'Mở thư mục Nhật ký lỗi ở trên; mỗi ngày một tệp, tên là tung-ngo.năm-tháng-ngày.log, giữ 14 ngày.',
    'Mở tệp của hôm ấy bằng Notepad, bấm Ctrl F rồi gõ mã: dòng tìm thấy nói việc gì không thành và vì sao.',
    'Gửi dòng ấy cho người giúp kỹ thuật. Trong đó không có số liệu phiếu, không có tên hay số máy của ai.',
  ],
  others: 'Thành phần của người khác',
  othersHint: (n: number) =>
    `Chương trình dùng ${count(n)} thành phần do người khác viết và cho dùng lại. Chọn một thành phần để đọc nguyên văn giấy phép.`,
  loading: 'Đang mở danh sách giấy phép…',
  broken: 'Chưa mở được danh sách giấy phép. Nó cũng nằm cạnh chương trình đã cài, trong tệp third-party.txt.',
  search: 'Tìm thành phần hoặc giấy phép',
  searchHint: 'Gõ tên thành phần hoặc giấy phép, ví dụ: OFL',
  columns: { name: 'Thành phần', version: 'Phiên bản', licence: 'Giấy phép' },
  found: (n: number, of: number) => (n === of ? `${count(of)} thành phần` : `${count(n)} trên ${count(of)} thành phần`),
  none: (query: string) => `Không có thành phần nào khớp “${query}”.`,
  clear: 'Bỏ tìm',
  textOf: (name: string) => `Giấy phép của ${name}`,
} as const;
