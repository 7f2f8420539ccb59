export const made = {
  making: 'Đang tạo tệp…',
  progress: (done: number, of: number) => `Đang tạo tệp… ${String(done)}/${String(of)}`,
  cancel: 'Dừng',
  cancelled: 'Đã dừng; chưa có tệp nào được tạo.',
  ready: (file: string) => `Đã tạo ${file}`,
  open: 'Mở',
  reveal: 'Mở thư mục',
  notOpened: 'Máy chưa mở được tệp này. Tệp vẫn nằm trong thư mục; hãy mở bằng chương trình quen dùng.',
} as const;
