import type { BecauseLine, EntryLine, ReportKind, ReportLine, ReportOutlook } from '../../api/generated/contract';
import { capitalised, count, dmy } from '../format';

/** `2024-11-10T08:00:00+07:00` → `08:00 10/11/2024`. */
const when = (at: string) => `${at.slice(11, 16)} ${dmy(at.slice(0, 10))}`;

const days = (from: string | null, to: string) =>
  from === null ? `từ đầu đợt đến ${dmy(to)}` : from === to ? dmy(to) : `${dmy(from)} – ${dmy(to)}`;

const KINDS: Record<ReportKind, string> = { daily: 'Ngày', weekly: 'Tuần', final: 'Tổng kết', custom: 'Kỳ tự chọn' };

export const report = {
  title: 'Báo cáo',
  sub: (today: string) => `Số liệu đến ${dmy(today)}`,
  tabs: 'Phần của màn hình Báo cáo',
  parts: { make: 'Lập báo cáo', issued: 'Đã phát hành' },
  when,
  days,

  kind: 'Loại báo cáo',
  kinds: KINDS,
  day: 'Ngày báo cáo',
  dayOfWeek: 'Một ngày trong tuần báo cáo',
  dayHint: 'Để trống: hôm nay',
  from: 'Từ ngày',
  fromHint: 'Để trống: từ đầu đợt',
  to: 'Đến ngày',
  toHint: 'Để trống: đến nay',
  badDay: 'Ngày chưa đúng. Gõ như 09/11/2024.',
  authority: 'Gửi cơ quan',
  everyAuthority: 'Mọi nơi nhận đang dùng',
  noAuthority: 'Chưa ghi nơi nhận báo cáo nào; báo cáo để trống phần Kính gửi.',
  toSettings: 'Ghi nơi nhận',
  wording: 'Lời văn của văn bản',
  usualWording: 'Lời văn mẫu của văn phòng',
  draft: (subject: string, about: string | null) => `Dự thảo: ${subject}${about === null ? '' : ` (${about})`}`,
  outlook: 'Báo cáo này có',
  period: (o: ReportOutlook) => `${capitalised(o.kind_word)}: ${days(o.from, o.to)}`,
  asOf: (o: ReportOutlook) => `Số liệu tính đến ${dmy(o.as_of)}`,
  sheets: (o: ReportOutlook) => `Phiếu trong kỳ: đã nhận ${count(o.returned)} trên ${count(o.expected)}`,
  areas: (o: ReportOutlook) => `Địa bàn có số liệu: ${count(o.reported)} trên ${count(o.areas)}`,
  evenings: (o: ReportOutlook) => `Buổi đã qua trong kỳ: ${count(o.evenings)}`,
  unapproved: (n: number) => `${count(n)} buổi tối chưa duyệt: số liệu còn có thể sửa.`,
  notOver: (to: string) => `Đợt còn đến ${dmy(to)}; báo cáo tổng kết thường lập sau ngày ấy.`,
  toVerify: 'Vào Đối soát',
  holds: 'Bảng Excel: bìa, từng địa bàn, từng ngày, từng buổi, phiếu còn thiếu, số nền, biểu đồ; công thức sống, và dữ liệu để cấp trên đọc lại.',
  xlsx: 'Lập bảng Excel',
  pdf: 'Lập văn bản PDF',
  docx: 'Văn bản Word',
  issue: 'Phát hành…',
  mayNotIssue: 'Lãnh đạo phát hành báo cáo; ở đây lập được bản nháp để xem và trình.',
  preview: 'Bản xem trước báo cáo',
  previewWaiting: 'Đang dựng văn bản…',
  previewBroken: 'Chưa hiện được bản xem trước. Hãy bấm Lập văn bản PDF để xem.',
  page: (n: number, of: number) => `trang ${String(n)}/${String(of)}`,

  issueTitle: (next: string) => `Phát hành báo cáo ${next}`,
  frozen: 'Bảng Excel và văn bản được giữ nguyên từng chữ từ lúc này, không sửa và không rút lại được. Số liệu đổi về sau sẽ được giải thích ở “Đã phát hành”.',
  issuing: {
    numberHint: 'Để trống nếu chưa lấy số ở văn thư',
    dated: 'Ngày văn bản',
    datedHint: 'Để trống: hôm nay',
    number: 'Số văn bản',
    badNumber: 'Số văn bản là chữ số, lớn hơn 0.',
    datedAlone: 'Có ngày thì cần cả số văn bản.',
    sure: 'Đã xem bản xem trước, số liệu và văn bản đúng như muốn gửi',
    sureFirst: 'Hãy xác nhận đã xem số liệu và văn bản.',
    issue: 'Phát hành',
  },
  issuedNow: (name: string) => `Đã phát hành ${name}.`,

  list: 'Báo cáo đã phát hành',
  emptyTitle: 'Chưa phát hành báo cáo nào',
  emptyNext: 'Báo cáo phát hành được giữ nguyên; khi số liệu đổi, ở đây cho biết khác gì và vì sao.',
  toMake: 'Lập báo cáo',
  lineOf: (line: ReportLine) => `${line.name} · ${capitalised(line.kind_word)}`,
  sentTo: (line: ReportLine) => line.authority ?? 'mọi nơi nhận',
  issuedBy: (line: ReportLine) => `${when(line.issued_at)} · ${line.issued_by}`,
  checking: 'đang so với hôm nay…',
  same: 'như hôm nay',
  differs: (n: number) => `khác hôm nay: ${count(n)} số`,
  about: (line: ReportLine) =>
    `${days(line.from, line.to)}${line.as_of < line.to ? ` (số liệu đến ${dmy(line.as_of)})` : ''} · gửi ${line.authority ?? 'mọi nơi nhận'} · phát hành ${when(line.issued_at)}, ${line.issued_by}`,
  head: (line: ReportLine) => `Mã đầu nhật ký lúc phát hành: ${line.head}`,
  hash: (sha256: string) => `Mã kiểm của bảng Excel (SHA-256): ${sha256}`,
  files: { xlsx: 'Bảng Excel', pdf: 'Văn bản PDF', docx: 'Văn bản Word' },
  show: 'Xem',
  showWhich: 'Xem phần nào',
  why: 'Vì sao khác hôm nay',
  asIssued: 'Văn bản đã phát hành',
  nothing: 'Lập lại báo cáo này hôm nay vẫn ra đúng các số đã phát hành.',
  whyLead: (figures: number, causes: number) =>
    `${count(figures)} số trong báo cáo này nay đã khác, do ${count(causes)} thay đổi. Báo cáo đã phát hành vẫn giữ nguyên.`,
  figures: 'Số nào khác',
  causes: 'Vì những thay đổi nào',
  columns: { figure: 'Số', then: 'Khi phát hành', now: 'Hôm nay', because: 'Do thay đổi' },
  causeColumns: { no: 'Số', what: 'Đã đổi gì', who: 'Ai, khi nào, vì sao' },
  /** `+3 (thay đổi 1)`; a rate only names the change. */
  because: (b: BecauseLine) => {
    const no = `[${String(b.cause + 1)}]`;
    if (b.effect === null) return no;
    return `${b.effect > 0 ? '+' : b.effect < 0 ? '−' : '±'}${count(Math.abs(b.effect))} ${no}`;
  },
  causeNo: (n: number) => `[${String(n)}]`,
  entry: (e: EntryLine) => `${when(e.at)} · ${e.who ?? 'chương trình'}: ${e.is_undo ? 'hoàn tác, ' : ''}${e.what.join('; ')}`,
  entryNo: (n: number) => `mục ${count(n)}`,
  toEntry: (n: number) => `Mở mục ${count(n)} trong Nhật ký`,
  reason: (why: string) => `Lý do: ${why}`,
  noReason: 'không ghi lý do',
  noEntries: 'Thay đổi kéo theo từ thay đổi khác, không có mục riêng trong nhật ký.',
  toSheet: (code: string) => `Mở phiếu ${code}`,
  moreSheets: (n: number) => `và ${count(n)} phiếu nữa`,
  everyFigure: (n: number) => `Xem cả ${count(n)} số`,
  fewerFigures: 'Chỉ xem số của toàn đơn vị',
} as const;
