import type { CheckTrial, Denominator, Group, Numerator, Operator, Severity, Versioned } from '../../api/generated/contract';
import { count, dmy } from '../format';

const NBSP = '\u00a0';

const done: Record<Numerator, string> = {
  informed: 'đã biết',
  installed: 'đã cài đặt',
  account: 'đã có tài khoản',
  activated: 'đã kích hoạt',
  households_met: 'đã được gặp',
};

const numerators: Record<Numerator, string> = {
  informed: 'Số người đã biết',
  installed: 'Số người đã cài đặt',
  account: 'Số người đã có tài khoản',
  activated: 'Số người đã kích hoạt',
  households_met: 'Số hộ đã gặp',
};

const denominators: Record<Denominator, string> = {
  smartphone15: 'người từ 15 tuổi trở lên dùng điện thoại thông minh',
  people15: 'người từ 15 tuổi trở lên',
  households: 'hộ gia đình',
  people_met: 'người từ 15 tuổi trở lên đã gặp',
};

const groups: Record<Group, string> = {
  households: 'Hộ gia đình',
  people: 'Người từ 15 tuổi trở lên',
  reasons: 'Chưa cài được',
};

const operators: Record<Operator, string> = {
  equal: '=  phải bằng',
  at_most: '≤  không quá',
  at_least: '≥  ít nhất bằng',
};

const severities: Record<Severity, string> = { hard: 'Không thể có', soft: 'Hiếm khi có' };

export const forms = {
  /** As rules are written: `ô 2 = 0 thì ô 4 = 0`. */
  box: 'ô',
  then: 'thì',
  targets: {
    title: 'Chỉ tiêu của đợt',
    hint: 'Mỗi chỉ tiêu là một tử số chia cho một mẫu số, tính trên cùng các địa bàn.',
    add: 'Thêm chỉ tiêu',
    edit: 'Sửa chỉ tiêu',
    noneTitle: 'Đợt này chưa có chỉ tiêu',
    noneNext: 'Có thể bắt đầu từ hai chỉ tiêu của kế hoạch mẫu (mục I.2 và II.6), rồi sửa lại mức và hạn.',
    usePlan: 'Dùng hai chỉ tiêu của kế hoạch',
    keys: 'Enter để sửa, Delete để bỏ, Alt ↑ ↓ để đổi thứ tự.',
    sentence: (goal: string, of: Denominator, counts: Numerator, by: string | null) =>
      `≥ ${goal === '' ? '…' : goal}${NBSP}% số ${denominators[of]} ${done[counts]}, đến ${by === null ? '……' : dmy(by)}`,
    clause: 'Mục trong kế hoạch',
    clauseHint: 'Ví dụ I.2; có thể để trống',
    name: 'Tên ngắn',
    nameHint: 'Dùng làm đầu cột trong báo cáo',
    counts: 'Đếm',
    of: 'Trên tổng số',
    goal: 'Mức phải đạt (%)',
    by: 'Đến ngày',
    badDay: 'Ngày chưa đúng. Gõ như 30/11/2024.',
    needDay: 'Hãy ghi hạn của chỉ tiêu.',
    badGoal: 'Mức phải đạt là số nguyên từ 1 đến 100.',
    save: 'Lưu chỉ tiêu',
    remove: 'Bỏ chỉ tiêu',
    saved: (name: string) => `Đã lưu chỉ tiêu ${name}`,
    removed: (name: string) => `Đã bỏ chỉ tiêu ${name}. Ctrl+Z để lấy lại.`,
    added: 'Đã thêm hai chỉ tiêu của kế hoạch',
    baseNote: 'Mẫu số lấy từ số liệu nền ở màn hình Địa bàn; địa bàn chưa có số nền đứng ngoài cả hai vế.',
    metNote: 'Mẫu số cộng từ phiếu; địa bàn chưa báo cáo đứng ngoài cả hai vế.',
    numerators,
    denominators,
  },
  versions: {
    title: 'Mẫu phiếu',
    hint: 'Phiếu đã in giữ mẫu của nó: mở ra và in lại vẫn như cũ. Mẫu mới chỉ dùng cho phiếu in về sau.',
    edit: 'Sửa mẫu phiếu',
    editFrom: (version: number) => `Soạn từ mẫu ${String(version)}`,
    columns: { version: 'Mẫu', boxes: 'Số ô', checks: 'Quy tắc', sheets: 'Phiếu đã đánh mã', keyed: 'Đã nhập' },
    name: (version: number) => `Mẫu số ${String(version)}`,
    current: 'đang dùng',
    again: 'Soạn lại từ mẫu này',
  },
  editor: {
    title: 'Sửa mẫu phiếu',
    close: 'Thôi, bỏ bản đang soạn',
    restart: 'Bắt đầu lại từ mẫu có sẵn',
    nine: 'Chín ô',
    reasons: 'Chín ô và lý do chưa cài',
    boxes: 'Các ô',
    boxesKeys: 'Alt ↑ ↓ đổi chỗ ô',
    label: (no: string) => `Nội dung ô ${no}`,
    more: (no: string) => `Chi tiết ô ${no}`,
    moreShort: 'Chi tiết',
    no: 'Số ô',
    help: 'Lời hướng dẫn',
    helpHint: 'In chữ nhỏ dưới nội dung, hiện khi nhập phiếu; có thể để trống',
    width: 'Tự sang ô kế',
    widthHint: 'Gõ đủ số chữ số thì sang ô kế, không cần Enter',
    widths: ['Không, chờ Enter', '1 chữ số', '2 chữ số', '3 chữ số', '4 chữ số'],
    meaning: 'Đếm gì',
    meaningHint: 'Chỉ tiêu và báo cáo cộng theo điều này, không theo số ô',
    group: 'Dưới tiêu đề',
    inControl: 'Cộng vào tổng kiểm',
    inControlShort: 'T',
    addBox: 'Thêm ô',
    removeBox: (no: string) => `Bỏ ô ${no}`,
    control: 'Có ô tổng kiểm (T)',
    controlHint: 'Người ghi phiếu tự cộng các ô được chọn; khi nhập, máy cộng lại và so.',
    controlAll: 'Chọn tất cả các ô',
    checks: 'Quy tắc kiểm tra',
    checksHint: 'Viết “ô 6” cho số của ô 6; “8 × ô 2” là tám lần ô 2.',
    addCheck: 'Thêm quy tắc',
    check: (n: number) => `Quy tắc ${String(n)}`,
    newRule: '(chưa viết)',
    when: 'Chỉ khi',
    whenHint: 'Có thể để trống; ví dụ ô 2 = 0',
    left: 'Vế trái',
    operator: 'Dấu',
    right: 'Vế phải',
    severity: 'Khi không đúng thì',
    severities,
    hardHint: 'phiếu phải có lý do mới được nhận',
    softHint: 'chỉ nhắc xem lại giấy',
    words: 'Lời nhắc',
    wordsHint: 'Ví dụ: gặp được + vắng phải bằng số hộ đến',
    removeCheck: 'Bỏ quy tắc này',
    groups,
    operators,
    preview: 'Xem thử tờ phiếu',
    previewWaiting: 'Đang vẽ tờ phiếu…',
    previewBroken: 'Máy chưa vẽ được tờ phiếu.',
    previewOld: 'Tờ phiếu dưới đây là bản trước chỗ cần sửa.',
    page: (n: number, of: number) => `Trang ${String(n)}/${String(of)}`,
    unchanged: 'Chưa đổi gì so với mẫu đang dùng.',
    try: 'Thử trên số đã nhập',
    tried: (sheets: number) =>
      sheets === 0 ? 'Chưa có phiếu nào được nhập để thử; mẫu đọc được.' : `Đã thử trên ${count(sheets)} phiếu đã nhập.`,
    faults: (n: number) => `Có ${String(n)} chỗ cần sửa trước khi dùng.`,
    makes: (makes: Versioned, printed: number) =>
      makes.is_new
        ? `Sẽ thành mẫu số ${String(makes.version)}. ${count(printed)} phiếu đã đánh mã giữ mẫu số ${String(makes.version - 1)}.`
        : `Sẽ thay mẫu số ${String(makes.version)}, vì chưa phiếu nào đánh mã theo mẫu này.`,
    put: 'Đưa vào dùng',
    putDone: (makes: Versioned) => `Từ nay phiếu mới in theo mẫu số ${String(makes.version)}`,
    trial: (trial: CheckTrial) => {
      if (trial.never_keyed.length > 0) return `Ô ${trial.never_keyed.join(', ')} chưa có số trên phiếu nào nên chưa thử được.`;
      if (trial.computed === 0) return 'Chưa phiếu nào có đủ số của các ô này.';
      const tried = `Thử trên ${count(trial.computed)} phiếu đã nhập`;
      return trial.failing === 0 ? `${tried}: phiếu nào cũng qua.` : `${tried}: ${count(trial.failing)} phiếu không qua`;
    },
    failsAt: (n: number, rule: string, failing: number) => `Quy tắc ${String(n)} (${rule}): ${count(failing)} phiếu không qua, xem dưới quy tắc.`,
    failing: (n: number) => `Phiếu không qua quy tắc ${String(n)}`,
    failingMore: (n: number) => `và ${count(n)} phiếu nữa`,
  },
} as const;
