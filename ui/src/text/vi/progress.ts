import type {
  FigureBox,
  FigureSheet,
  FigureView,
  HeatCell,
  MissingPapers,
  Need,
  Progress,
  RangeView,
  RankedArea,
  SelfReport,
  SheetsDue,
  TargetProgress,
} from '../../api/generated/contract';
import { areasOf, capitalised, count, dm, dmy, percent } from '../format';

const NBSP = '\u00a0';
const tenths = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 });
const signed = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1, signDisplay: 'exceptZero' });
const UNKNOWN = 'chưa báo cáo';

const named = (target: TargetProgress): string => (target.clause === '' ? target.name : `${target.name} (mục ${target.clause})`);
const moment = (at: string): string => `${at.slice(11, 16)}, ${dm(at.slice(0, 10))}`;
const names = (areas: readonly { name: string }[], most: number): string =>
  `${areas.slice(0, most).map((a) => a.name).join(', ')}${areas.length > most ? '…' : ''}`;

export const progress = {
  title: (asOf: string) => `Tiến độ đến ${dmy(asOf)}`,
  loading: 'Đang cộng số liệu…',
  visits: ({ done, all }: Progress['visits']) => `${count(done)}/${count(all)} buổi`,
  noneMissing: 'đủ phiếu các buổi đã qua',
  missingBefore: 'thiếu ',
  missing: (n: number) => `${count(n)} phiếu`,
  missingOf: ({ missing_of }: SheetsDue) => ` của ${count(missing_of)} buổi`,
  unkeyed: (n: number) => `${count(n)} phiếu nhập dở`,
  parts: 'Các phần của tiến độ',
  tabs: {
    overview: 'Tổng quan',
    areas: 'Địa bàn',
    trend: 'Xu hướng',
    steps: 'Bước, lý do',
    papers: 'Phiếu thiếu',
    ranking: 'Xếp hạng',
  },
  toReport: 'Lập báo cáo…',
  print: 'In 1 trang',
  otherDay: 'đổi ngày',
  backToNow: 'về hôm nay',
  dayTitle: 'Xem tiến độ của ngày khác',
  dayShow: 'Xem',
  asOf: 'Số liệu đến hết ngày',
  asOfHint: 'Để trống: đến nay',
  badDay: 'Ngày chưa đúng. Gõ như 09/11/2024.',

  // Empty states.
  noAreasTitle: 'Chưa có gì để theo dõi',
  noAreasNext: 'Thêm địa bàn, xếp lịch và in phiếu; tiến độ hiện ở đây khi phiếu về.',
  toAreas: 'Vào Địa bàn',
  noTargets: 'Đợt này chưa có chỉ tiêu nên chưa có tỷ lệ; các con số vẫn xem được ở dưới.',
  toTargets: 'Đặt chỉ tiêu',
  nothingYet: 'Chưa có số liệu nào. Nhập phiếu của buổi đầu tiên, số sẽ hiện ở đây.',
  nothingPrinted: 'Chưa có phiếu nào. In phiếu cho các buổi, rồi nhập khi phiếu về.',
  toKeying: 'Vào Nhập phiếu',
  toPapers: 'Vào Ấn phẩm',

  // A target.
  named,
  of: (target: TargetProgress) => `/ ${target.denominator_word}${target.clause === '' ? '' : ` (mục${NBSP}${target.clause})`}`,
  counted: (target: TargetProgress) => {
    const { base_from: from, base_to: to } = target;
    const base = to === null ? '' : from === to ? `, số nền ${dmy(to)}` : `, số nền từ ${dmy(from ?? to)} đến ${dmy(to)}`;
    return `${capitalised(target.numerator_word)}${target.rate.among_met ? ', trong số đã gặp' : ''}${base}`;
  },
  percent,
  noRate: 'chưa tính được',
  goal: (target: TargetProgress) => `chỉ tiêu ${String(target.goal)}${NBSP}% đến ${dmy(target.by)}`,
  numeratorOf: (target: TargetProgress) =>
    `${capitalised(target.numerator_word)}: ${target.rate.numerator === null ? UNKNOWN : count(target.rate.numerator)}`,
  denominatorOf: (target: TargetProgress) => `${capitalised(target.denominator_word)}: ${target.rate.denominator === null ? 'chưa có số nền' : count(target.rate.denominator)}`,
  unknown: UNKNOWN,
  noBase: (target: TargetProgress) => (target.of === 'people_met' ? UNKNOWN : 'chưa có số nền'),
  bar: (target: TargetProgress) =>
    target.rate.percent === null
      ? `${named(target)}: chưa tính được; chỉ tiêu ${String(target.goal)} %`
      : `${named(target)}: ${percent(target.rate.percent)}; chỉ tiêu ${String(target.goal)} %`,
  reached: 'Đã đạt chỉ tiêu.',
  needBefore: 'Cần thêm ',
  needMore: (need: Need) => count(need.more),
  needNone: ', không còn buổi nào trước hạn.',
  dot: ' · ',
  needPer: (n: number) => count(n),
  needPerAfter: (need: Need) => `/buổi trong ${count(need.visits_left)} buổi còn lại`,
  pace: (need: Need) => (need.pace === null ? ' (chưa buổi nào có số)' : ` (đang đạt ${tenths.format(Math.round(need.pace))})`),
  beyond: (factor: number) => `Gấp ${tenths.format(factor)} lần sức hiện nay.`,
  noNeed: 'Chưa địa bàn nào có số nền nên chưa tính được tỷ lệ.',
  noNeedMet: 'Chưa địa bàn nào báo cáo số đã gặp nên chưa tính được tỷ lệ.',
  addBases: 'Nhập số nền',
  range: (range: RangeView, target: TargetProgress) =>
    `${count(range.unmet)} ${target.unit} chưa gặp, gặp hết thì ${tenths.format(range.low_percent)}–${percent(range.high_percent)}`,
  leftOut: (target: TargetProgress) => {
    const because = target.of === 'people_met' ? 'chưa báo cáo số đã gặp' : 'thiếu số nền';
    return `Chưa tính ${count(target.left_out.length)} địa bàn ${because}: ${names(target.left_out, 2)}`;
  },
  leftOutAll: (target: TargetProgress) => target.left_out.map((a) => a.name).join(', '),
  over100: `Trên 100${NBSP}%: nên xem lại số nền và các phiếu.`,

  // The heat table.
  heat: 'Theo buổi và địa bàn',
  heatPictureSub: (words: string) => `${capitalised(words)}; gạch chéo: chưa có phiếu; khung: chưa tới buổi; dấu *: chưa đủ phiếu; ×: đã hủy`,
  heatSave: (words: string) => `${words}: Theo buổi và địa bàn`,
  heatLabel: (words: string) => `Theo buổi và địa bàn: ${words}. Mũi tên để đi trong bảng, Enter xem phiếu đứng sau con số.`,
  legend: { none: 'chưa có phiếu', partly: 'chưa đủ phiếu', ahead: 'chưa tới buổi', off: 'đã hủy' },
  keys: { open: 'xem phiếu' },
  area: 'Địa bàn',
  rate: 'tỷ lệ',
  rateOf: (target: TargetProgress) => (target.clause === '' ? target.name : target.clause),
  total: 'Cộng',
  selfReport: 'tự báo',
  selfReportOf: (own: SelfReport) => {
    if (own.as_of !== null) return `tự báo cáo, số liệu đến ${dmy(own.as_of)}`;
    const due = own.due === null ? '' : `, hạn ${dmy(own.due)}`;
    return `tự báo cáo: chưa báo cáo${due}${own.late ? ', đã quá hạn' : ''}`;
  },
  day: (iso: string) => (iso.endsWith('-01') ? dm(iso) : String(Number(iso.slice(8)))),
  dayLabel: (iso: string, evening: number | null) => (evening === null ? `${dmy(iso)}: không có buổi` : `${dmy(iso)}: tối thứ ${String(evening)}`),
  cell: (area: string, cell: HeatCell) => `${area}, ${dmy(cell.on)}: ${cellWords(cell)}`,
  cellSum: (on: string, n: number | null) => `Cả phường, ${dmy(on)}: ${n === null ? UNKNOWN : count(n)}`,
  rateLabel: (area: string, target: TargetProgress, value: number | null, own = false): string =>
    `${area}, ${named(target)}: ${value === null ? (own ? `${progress.selfReport}, chưa tính được` : 'chưa tính được') : percent(value)}`,
  nameLabel: (area: string, n: number | null, own: SelfReport | null): string =>
    `${area}: ${n === null ? UNKNOWN : count(n)}${own === null ? '' : `; ${progress.selfReportOf(own)}`}`,
  ward: 'Cả phường',

  // By area.
  find: 'Tìm địa bàn',
  sheets: 'Phiếu về',
  ofSheets: (returned: number, expected: number) => (expected === 0 ? '–' : `${count(returned)}/${count(expected)}`),
  noneFound: 'Không địa bàn nào khớp với chữ đang tìm.',
  rangeShort: (range: RangeView | null | undefined) => (range ? `${tenths.format(range.low_percent)}–${percent(range.high_percent)}` : '–'),
  columns: { count: 'Đã đạt', denominator: 'Trên', rate: 'Tỷ lệ', range: 'Nếu gặp hết' },
  caption: 'Từng địa bàn với từng chỉ tiêu',

  // Trend.
  trend: (target: TargetProgress) => named(target),
  trendSub: (target: TargetProgress) => `${capitalised(target.numerator_word)}, cộng dồn, % của ${target.denominator_word}`,
  trendSubCount: (target: TargetProgress) => `${capitalised(target.numerator_word)}, cộng dồn`,
  trendDone: 'đã đạt',
  trendNeeded: 'đường cần đạt',
  trendGoal: (target: TargetProgress) => `chỉ tiêu ${String(target.goal)}${NBSP}%`,
  trendWords: (target: TargetProgress, asOf: string, done: string, needed: string) =>
    `${named(target)}: đến ${dmy(asOf)} đạt ${done}, đường cần đạt hôm đó ${needed}; chỉ tiêu ${String(target.goal)} % vào ${dmy(target.by)}.`,
  trendColumns: ['Ngày', 'Đã đạt', 'Tỷ lệ', 'Cần đạt', 'Tỷ lệ cần'],
  evenings: 'Từng buổi tối',
  eveningsSub: (words: string) => capitalised(words),
  eveningsWords: (words: string, days: number, most: string, needed: string | null) =>
    `${capitalised(words)} từng tối: ${count(days)} tối có số, nhiều nhất ${most}${needed === null ? '' : `; mỗi buổi còn lại cần ${needed}`}.`,
  eveningsNeeded: 'còn phải đạt',
  eveningsColumns: ['Ngày', 'Tối thứ', 'Đã đạt', 'Còn phải đạt'],
  before: 'So với cùng kỳ',
  beforeColumns: { what: 'Chỉ tiêu', now: 'Nay', then: 'Khi đó', points: 'Hơn kém', gained: 'Thêm 7 ngày qua', gainedBefore: 'Thêm 7 ngày trước đó' },
  beforeNone: 'Chưa đủ bảy ngày có số để so, và tệp này chưa có đợt trước.',
  points: (n: number | null) => (n === null ? '–' : `${signed.format(n)}${NBSP}điểm${NBSP}%`),
  gained: (n: number | null) => (n === null ? '–' : signed.format(n)),
  noTrend: 'Chưa có số để vẽ. Nhập phiếu của buổi đầu tiên, hình sẽ hiện ở đây.',

  // Stages and reasons.
  stages: 'Từ gặp đến kích hoạt',
  stagesSub: 'Người đã gặp; mỗi bước một ô riêng của phiếu',
  stagesWords: (all: string) => `Các bước: ${all}.`,
  stageLabel: (n: number | null, ofMet: number | null) => (n === null ? UNKNOWN : ofMet === null ? count(n) : `${count(n)} · ${percent(ofMet)}`),
  stagesColumns: ['Bước', 'Số người', 'So với đã gặp', 'So với bước trước'],
  reasons: 'Vì sao chưa cài',
  reasonsSub: 'Người đã gặp mà chưa cài, theo lý do ghi trên phiếu',
  reasonsWords: (all: string) => `Lý do: ${all}.`,
  reasonsColumns: ['Lý do', 'Số người', 'Tỷ trọng'],
  noReasons: 'Mẫu phiếu của đợt này không hỏi lý do chưa cài.',
  share: (n: number | null) => (n === null ? '–' : percent(n)),
  countOr: (n: number | null) => (n === null ? UNKNOWN : count(n)),

  // Missing papers.
  papers: 'Phiếu chưa về',
  papersNone: 'Phiếu các buổi đã qua đều đã về.',
  papersSub: ({ expected, returned, missing }: SheetsDue) => `Đã về ${count(returned)}/${count(expected)} phiếu của các buổi đã qua; còn thiếu ${count(missing)}.`,
  papersColumns: { area: 'Địa bàn', sheets: 'Phiếu thiếu', evenings: 'Của buổi' },
  papersEvenings: (row: MissingPapers) => {
    const evenings = row.evenings.map((e) => `${dm(e.on)} (${count(e.sheets)})`);
    if (row.self_report_due !== null) evenings.push(`tự báo cáo, hạn ${dm(row.self_report_due)}`);
    return evenings.join(', ');
  },
  papersOpen: (area: string) => `Phiếu chưa về của ${area}`,
  papersWarn: 'Số liệu trên màn hình này chưa gồm các phiếu ấy.',
  toRadar: 'Xem ai giữ, in giấy đôn đốc',

  // Ranking.
  ranking: 'Xếp hạng để biểu dương',
  rankingSub: 'Mỗi địa bàn tính theo chỉ tiêu đạt kém nhất: số điểm % vượt (+) hoặc còn thiếu (-); bằng nhau thì đồng hạng.',
  rankingColumns: { place: 'Hạng', area: 'Địa bàn', margin: 'So với chỉ tiêu', state: 'Kết quả', doubt: 'Cần xem lại' },
  place: (row: RankedArea) => `${count(row.place)}${row.level ? ' (đồng hạng)' : ''}`,
  margin: (n: number) => `${signed.format(n)}${NBSP}điểm${NBSP}%`,
  reachedAll: 'đạt mọi chỉ tiêu',
  notReached: 'chưa đạt',
  noDoubt: '–',
  apart: 'Không xếp hạng',
  rankingNone: 'Chưa địa bàn nào đủ số liệu để xếp hạng.',
  toNominate: 'Lập tờ trình khen thưởng',

  // What is behind a figure.
  behindLoading: 'Đang tìm các phiếu…',
  behindValue: (view: FigureView) => {
    if (view.value === null) return view.sheets.some((sheet) => sheet.hidden) ? 'đang ẩn, vì bạn đang nhập lần hai một phiếu trong đó' : UNKNOWN;
    const { of_bases, of_sheets } = view;
    if (of_bases !== null && of_sheets !== null) return `${count(view.value)} = số nền ${count(of_bases)} + phiếu ${count(of_sheets)}`;
    return count(view.value);
  },
  beforeTable: 'So với cùng kỳ, từng chỉ tiêu',
  behindLeftOut: (areas: readonly string[]) => `Không tính: ${areasOf(areas, 12)}.`,
  behindBases: 'Số nền',
  behindBasesColumns: { area: 'Địa bàn', what: 'Số', value: 'Bằng', as_of: 'Của ngày', source: 'Nguồn' },
  behindSheets: (n: number) => `${count(n)} phiếu`,
  behindNoSheets: 'Không có phiếu nào trong con số này.',
  behindColumns: { sheet: 'Phiếu', where: 'Buổi', boxes: 'Ô và người nhập', sum: 'Cộng', check: 'Đối soát', scans: 'Bản chụp' },
  behindMore: (shown: number, of: number) => `Xem thêm (đang xem ${count(shown)}/${count(of)})`,
  behindKeys: { move: 'chọn phiếu', open: 'mở trong Nhập phiếu', journal: 'xem nhật ký', close: 'đóng' },
  behindJournal: (code: string) => `Nhật ký của phiếu ${code}`,
  behindJournalShort: 'Nhật ký',
  openSheet: (sheet: FigureSheet) => `Mở phiếu ${sheet.code} trong Nhập phiếu: ${sheetWhere(sheet)}, ${sheet.hidden ? 'đang ẩn số' : sheet.sum === null ? sheet.state_word : count(sheet.sum)}`,
  sheetWhere,
  sheetNo: (sheet: FigureSheet) => `${sheet.kind === 'regular' ? '' : `${sheet.kind_word} · `}${count(sheet.n)}/${count(sheet.of)}`,
  box: (box: FigureBox) => `ô ${box.no}: ${box.value === null ? 'trống' : count(box.value)}`,
  boxBy: (box: FigureBox) => [box.by, box.at === null ? null : moment(box.at)].filter((w) => w !== null).join(', '),
  hidden: 'đang ẩn: bạn đang nhập lần hai phiếu này',
  accepted: (why: string) => `Chấp nhận vì: ${why}`,
  note: (note: string) => `Ghi chú: ${note}`,
  scan: (name: string) => `Xem bản chụp ${name}`,
  scanShort: 'Xem',
  scanTitle: (name: string) => `Bản chụp ${name}`,

  // Charts.
  chart: {
    table: 'Xem bảng số',
    picture: 'Xem hình',
    save: { svg: 'Lưu SVG', png: 'Lưu PNG' },
    waiting: 'Đang vẽ…',
    broken: 'Chưa vẽ được hình; bảng số ở dưới vẫn đủ.',
    behind: (row: string) => `${row}: xem phiếu`,
  },
  foot: (office: string, campaign: string, asOf: string, illustration: string | null) =>
    `${office} · ${campaign} · số liệu đến ${dmy(asOf)}${illustration === null ? '' : ` · ${illustration}`}`,
  saved: (file: string) => `Đã lưu ${file}`,
  notSaved: 'Chưa lưu được hình. Hãy thử lại.',
} as const;

function sheetWhere(sheet: FigureSheet): string {
  return [sheet.area, sheet.on === null ? null : dm(sheet.on), sheet.team].filter((w) => w !== null).join(' · ');
}

function cellWords(cell: HeatCell): string {
  const sheets = cell.expected === 0 ? '' : `, về ${count(cell.returned)}/${count(cell.expected)} phiếu`;
  const figure = cell.count === null ? '' : `${count(cell.count)}, `;
  switch (cell.state) {
    case 'ahead':
      return 'chưa tới buổi';
    case 'scheduled':
      return 'đến buổi, chưa có phiếu';
    case 'no_sheets':
      return `chưa có phiếu${sheets}`;
    case 'partly':
      return `${figure}chưa đủ phiếu${sheets}, nhập xong ${count(cell.keyed)}`;
    case 'complete':
      return `${figure}đủ ${count(cell.expected)} phiếu`;
    case 'cancelled':
      return `${figure}buổi đã hủy${cell.cancelled === null ? '' : `: ${cell.cancelled}`}`;
  }
}
