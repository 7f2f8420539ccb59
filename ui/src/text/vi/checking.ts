import type { Finding } from '../../api/generated/contract';
import { count, dmy } from '../format';

/** Rows that are read out; the journal shows them all. */
const SHOWN = 3;

const FINDINGS = {
  database: (message: string) => `Tệp có trang bị hỏng (${message}).`,
  journal: (words: string) => `Nhật ký bị sửa từ bên ngoài chương trình. ${words}`,
  tables: (rows: readonly string[], total: number) => {
    const more = total - Math.min(rows.length, SHOWN);
    return [
      'Số liệu không khớp với nhật ký: đã bị sửa từ bên ngoài chương trình.',
      ...rows.slice(0, SHOWN),
      ...(more > 0 ? [`Và ${count(more)} chỗ nữa; xem đủ ở Nhật ký, phần Kiểm tra.`] : []),
    ].join(' ');
  },
  attachment: (name: string) => `Bản chụp “${name}” đã mất hoặc không còn nguyên như lúc lưu.`,
  document: (number: string, day: string) => `Văn bản ${number} ngày ${day} không còn nguyên như lúc ban hành.`,
  report: (name: string, to: string) => `Báo cáo ${name} (đến ${to}) không còn nguyên như lúc phát hành.`,
  head: (name: string) => `Dấu nhật ký in trên báo cáo ${name} không có trong tệp: nhật ký đã bị viết lại.`,
  backup: (day: string) => `Dấu nhật ký ghi ở bản sao lưu ngày ${day} không có trong tệp: nhật ký đã bị viết lại.`,
  replay: (message: string) => `Không dựng lại được số liệu từ nhật ký (${message}).`,
} as const;

/** The part "Kiểm tra" of the screen "Sao lưu". */
export const checking = {
  title: 'Kiểm tra toàn bộ tệp',
  hint: 'Đọc lại từng trang của tệp, dò nhật ký từ mục đầu đến mục cuối, dựng lại mọi số liệu từ nhật ký để so, xem từng văn bản và bản chụp. Tệp lớn mất vài giây, trong lúc ấy vẫn nhập phiếu được; không thay đổi gì trong tệp.',
  atStart: 'Lúc mở tệp đã kiểm tra nhanh: các trang và những mục nhật ký sau cùng nguyên vẹn.',
  atStartWrong: 'Có điều bất thường với tệp; xem dòng báo ở đầu màn hình.',
  run: 'Kiểm tra ngay',
  running: 'Đang kiểm tra…',
  cancelled: 'Đã dừng giữa chừng, chưa biết tệp có nguyên vẹn không.',
  sound: (entries: number) => `Tệp nguyên vẹn: ${count(entries)} mục nhật ký khớp với số liệu.`,
  head: (head: string) => `Dấu nhật ký: ${head}`,
  found: (n: number) => (n === 1 ? 'Có một chỗ không ổn' : `Có ${count(n)} chỗ không ổn`),
  calm: 'Các bản sao lưu đã có không bị đụng tới. Hãy xử lý từng chỗ dưới đây rồi kiểm tra lại.',
  finding: (finding: Finding): string => {
    switch (finding.kind) {
      case 'database':
        return FINDINGS.database(finding.message);
      case 'journal':
        return FINDINGS.journal(finding.words);
      case 'tables':
        return FINDINGS.tables(finding.rows, finding.total);
      case 'attachment':
        return FINDINGS.attachment(finding.name);
      case 'document':
        return FINDINGS.document(finding.number, dmy(finding.dated));
      case 'report':
        return FINDINGS.report(finding.name, dmy(finding.to));
      case 'head':
        return FINDINGS.head(finding.name);
      case 'backup':
        return FINDINGS.backup(dmy(finding.stamp.at.slice(0, 10)));
      case 'replay':
        return FINDINGS.replay(finding.message);
    }
  },
  remedies: {
    copies: 'Xem các bản sao',
    rows: 'Xem từng chỗ ở Nhật ký',
    journal: 'Xem mục này trong nhật ký',
    documents: 'Xem văn bản',
    reports: 'Xem báo cáo',
  },
  file: 'Tệp đang dùng',
} as const;
