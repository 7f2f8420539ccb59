export const made = {
  making: 'Đang tạo tệp…',
  progress: (done: number, of: number) => `Đang tạo tệp… ${String(done)}/${String(of)}`,
  cancel: 'Dừng',
  cancelled: 'Đã dừng; chưa có tệp nào được tạo.',
  ready: (file: string) => `Đã tạo ${file}`,
  open: 'Mở',
  print: 'In',
  reveal: 'Mở thư mục',
  sent: 'Đã gửi sang máy in.',
  notPrinted: 'Máy này chưa gửi in thẳng được. Hãy bấm Mở rồi in từ chương trình đọc tệp.',
  notOpened: 'Máy chưa mở được tệp này. Tệp vẫn nằm trong thư mục; hãy mở bằng chương trình quen dùng.',
} as const;
