import type { SameRow, SheetTag } from '../../api/client';
import { count, dmy } from '../format';

/** A count, or that the box is blank. */
function value(n: number | null): string {
  return n === null ? 'trống' : count(n);
}

function sheet(tag: Pick<SheetTag, 'area_label' | 'on' | 'n' | 'of'>): string {
  const where = tag.on ? `${tag.area_label} · tối ${dmy(tag.on)}` : tag.area_label;
  return `${where} · ${String(tag.n)}/${String(tag.of)}`;
}

export const findings = {
  list: 'Chỗ lệch',
  loading: 'Đang so các phiếu…',
  hint: '↑ ↓ chọn, Enter vào việc, Esc về danh sách.',
  noneTitle: 'Không có chỗ lệch nào',
  noneNext: 'Chỗ hai người nhập khác nhau, tổng không khớp, số khác thường và phiếu trùng sẽ hiện ở đây.',
  toSecond: 'Nhập lần hai',
  groups: {
    third: 'Hai người nhập khác nhau',
    reason: 'Đã quyết định, chờ lý do',
    total: 'Khác phiếu tổng hợp buổi',
    outlier: 'Số khác thường',
    same: 'Hai phiếu giống nhau',
    copy: 'Hai tờ cùng mã',
    waiting: 'Chưa so được với phiếu tổng hợp',
    aside: 'Đã xếp là trùng',
  },
  sheet,
  value,
  boxes: (nos: readonly string[]) => `ô ${nos.join(', ')}`,
  box: (no: string, label: string) => `Ô ${no} · ${label}`,
  openSheet: (code: string) => `Mở phiếu ${code}`,
  toSecondOf: (code: string) => `Nhập lần hai phiếu ${code}`,
  ask: 'Hỏi tổ trưởng',
  reason: 'Lý do',
  reasonMissing: 'Hãy ghi lý do: người đọc sau cần biết vì sao.',
  hidden: 'Số không hiện vì bạn còn có thể nhập lần hai phiếu này.',
  readOnly: (role: string) => `Vai trò “${role}” chỉ xem, không quyết định.`,
  own: {
    no_right: 'Vai trò của bạn không quyết định chỗ này.',
    keyed_first: 'Bạn đã nhập phiếu này lần đầu nên không quyết định chỗ này.',
    keyed_second: 'Bạn đã nhập lần hai phiếu này nên không quyết định chỗ hai người nhập khác nhau.',
    another_keys_again: 'Các ô này phải do người đã nhập lần hai nhìn lại.',
  },
  deciders: (names: readonly string[]) => `Có thể quyết định: ${names.join(', ')}.`,
  noDecider: 'Chưa ai quyết định được: nhờ lãnh đạo đăng nhập, hoặc thêm tài khoản cho một người nữa.',
  toAccounts: 'Tài khoản',
  third: {
    lead: 'Lấy tờ phiếu, gõ số trên giấy. Số bạn gõ là số được tính.',
    short: 'cần lý do',
    failure: (words: string, left: string, right: string, rule: string) => `${words}: ${left} so với ${right}, phải là ${rule}.`,
    twoValues: (values: readonly (number | null)[]) => values.map(value).join(' hay '),
    input: (no: string, label: string) => `Ô ${no} ${label}: số trên giấy`,
    decided: (n: number | null) => `đã quyết định: ${value(n)}`,
    isBlank: 'Trên giấy để trống? Enter lần nữa để ghi là trống; có số thì gõ số.',
    notCount: 'Chỉ gõ chữ số.',
    verified: (code: string) => `Phiếu ${code}: đã quyết định xong, đối soát xong.`,
    impossible: 'Đã quyết định xong, nhưng các số chưa khớp nhau:',
    missing: (boxes: readonly string[]) =>
      `Ô ${boxes.join(', ')} được ghi là trống nên phiếu chưa đủ. Hỏi tổ trưởng, rồi nhập ở Nhập phiếu.`,
    reasonHint: 'Ví dụ: tổ trưởng xác nhận phiếu giấy ghi đúng như vậy.',
    accept: 'Đúng như trên giấy, chấp nhận',
    waitsReason: 'Các ô đã được quyết định; số trên giấy không khớp nhau nên cần một lý do.',
    accepted: (code: string) => `Đã chấp nhận phiếu ${code}.`,
    keys: { next: 'ghi, sang ô kế', zero: 'số 0' },
  },
  total: {
    lead: (area: string, on: string | null) => (on ? `${area}, tối ${dmy(on)}: cộng các phiếu không ra phiếu tổng hợp của tổ trưởng.` : area),
    short: (no: string, over: number) => `ô ${no} ${over > 0 ? 'thừa' : 'thiếu'} ${count(Math.abs(over))}`,
    shortHidden: (no: string) => `ô ${no} không khớp`,
    sum: (worked: string) => `Cộng các phiếu: ${worked}`,
    head: (n: number) => `Phiếu tổng hợp: ${count(n)}`,
    over: (n: number) => (n > 0 ? `các phiếu thừa ${count(n)}` : `các phiếu thiếu ${count(-n)}`),
    suspect: (code: string) => `Đáng xem nhất: phiếu ${code}`,
    onPaper: 'Mọi số đã nhập hai lần: chỗ lệch nằm trên giấy, chỉ tổ trưởng giải thích được.',
    columns: { box: 'Ô', parts: 'Các phiếu', head: 'Tổng hợp', over: 'Lệch' },
    accept: (no: string) => `Chấp nhận ô ${no} lệch`,
    accepted: (no: string) => `Đã chấp nhận ô ${no} lệch.`,
    which: 'Ô được chấp nhận',
    reasonHint: 'Ví dụ: tổ trưởng cộng nhầm, đã xem lại từng phiếu giấy.',
    missing: (codes: readonly string[]) => `Chờ phiếu ${codes.join(', ')} về hoặc nhập xong rồi mới so.`,
    missingShort: (n: number) => `chờ ${count(n)} phiếu`,
    blank: (boxes: readonly string[]) => `Ô ${boxes.join(', ')} để trống trên phiếu tổng hợp hoặc trên một phiếu nên không so được.`,
    blankShort: (n: number) => `${count(n)} ô để trống`,
  },
  outlier: {
    short: (no: string, n: number | null) => (n === null ? `ô ${no} khác thường` : `ô ${no} = ${count(n)}`),
    words: (no: string, n: number, low: number, high: number) =>
      `Ô ${no} = ${count(n)}, các phiếu cùng đợt thường ${count(low)}–${count(high)}.`,
    usual: (no: string, low: number, high: number) => `Ô ${no}: các phiếu cùng đợt thường ${count(low)}–${count(high)}.`,
    next: 'Lấy tờ phiếu xem lại. Giấy ghi đúng như vậy thì ghi lý do; gõ nhầm thì mở phiếu mà sửa.',
    accept: 'Đúng như trên giấy, chấp nhận',
    accepted: (no: string, code: string) => `Đã chấp nhận ô ${no} của phiếu ${code}.`,
    reasonHint: 'Ví dụ: đã xem phiếu giấy, buổi đó có cả khu nhà trọ.',
  },
  same: {
    short: (row: Pick<SameRow, 'boxes'>) => `${count(row.boxes)} ô giống hệt`,
    lead: (row: Pick<SameRow, 'boxes' | 'same_visit'>) =>
      `${count(row.boxes)} ô khác 0 giống hệt nhau, ${row.same_visit ? 'hai phiếu cùng buổi' : 'hai phiếu khác buổi'}.`,
    chance: 'Hiếm khi hai phiếu trùng nhau như vậy một cách tình cờ. Đặt hai tờ giấy cạnh nhau.',
    different: 'Hai tờ khác nhau, cùng tính',
    setAside: (code: string) => `Trùng: không tính phiếu ${code}`,
    reasonHint: 'Ví dụ: đã đặt hai tờ giấy cạnh nhau, chữ ký và số hộ khác nhau.',
    differentDone: 'Đã ghi: hai phiếu khác nhau, cùng tính.',
    setAsideDone: (code: string) => `Phiếu ${code} không tính nữa.`,
  },
  copy: {
    short: (differing: number, blank: boolean) => (blank ? 'tờ thứ hai chưa nhập' : differing === 0 ? 'giống hệt' : `khác ${count(differing)} ô`),
    lead: (code: string, second: string) => `Tờ thứ hai mang mã ${code}, nhập dưới mã ${second} để so.`,
    blank: (code: string) => `Tờ thứ hai chưa nhập số nào: mở phiếu ${code}, nhập theo tờ giấy đó rồi quay lại.`,
    same: 'Cùng một phiếu, chỉ tính tờ đầu',
    different: 'Hai phiếu khác nhau, cùng tính',
    sameDone: (code: string) => `Đã ghi: tờ ${code} là bản thứ hai, không tính.`,
    differentDone: (code: string) => `Đã ghi: phiếu ${code} là phiếu riêng, được tính.`,
    locked: 'Buổi đã khóa. Mở lại buổi ở Duyệt buổi rồi mới quyết định được.',
    reasonHint: 'Ví dụ: bản chụp lại để nộp thêm, hoặc hai tổ dùng nhầm bản chụp.',
    columns: { box: 'Ô', first: 'Tờ đầu', second: 'Tờ thứ hai', differs: 'So' },
    differs: 'khác',
    equal: 'giống',
    decided: (because: string | null) => because ?? 'Đã quyết định.',
  },
  aside: {
    short: 'không tính',
    lead: (because: string | null) => because ?? 'Phiếu này đã xếp là trùng.',
    admit: 'Nhận lại, tính phiếu này',
    admitted: (code: string) => `Phiếu ${code} được tính trở lại.`,
    reasonHint: 'Ví dụ: tìm thấy tờ giấy gốc, là phiếu riêng.',
  },
} as const;
