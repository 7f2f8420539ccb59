export const verify = {
  title: 'Đối soát',
  view: 'Phần việc',
  views: { second: 'Nhập lần hai', findings: 'Chỗ lệch', queries: 'Thắc mắc', evenings: 'Duyệt buổi' },
} as const;
