/** Said around a scan or photo that is looked at. */
export const attachments = {
  page: (n: number, of: number) => `Trang ${String(n)}/${String(of)}`,
  waiting: 'Đang mở tệp…',
  broken: 'Không vẽ được tệp này.',
} as const;
