import type { AskedMode, Lack, Reason, Stage, VerificationPlan, WhyNot } from '../../api/client';
import { count, dmy } from '../format';

/** Wrong boxes as a whole number that promises no more than it knows. */
function about(left: number): string {
  if (left > 0 && left < 1) return 'chưa đến 1';
  return count(Math.round(left));
}

const REASONS: Record<Reason, string> = {
  all: 'nhập lại tất cả',
  every_nth: 'đến lượt rút',
  failed_check: 'từng chưa khớp khi nhập',
  total_mismatch: 'lệch phiếu tổng hợp buổi',
  soft_accepted: 'có chỗ ít gặp đã được chấp nhận',
  outlier: 'có số khác thường',
  keyer: 'theo tỷ lệ nhầm của lần nhập đầu',
  random: 'rút ngẫu nhiên',
};

const WHY_NOT: Record<WhyNot, string> = {
  no_right: 'vai trò của bạn không nhập lần hai',
  keyed_first: 'phiếu này chính bạn nhập',
  keyed_second: 'chính bạn đã nhập lần hai',
  another_keys_again: 'người đã nhập lần hai phải tự nhìn lại',
};

const STAGES: Record<Stage, string> = {
  untouched: '',
  under_way: 'đang nhập dở',
  needs_again: 'nhìn lại, gõ lại',
  needs_third: 'chờ người thứ ba',
  agreed: 'đã khớp',
};

const LACKS: Record<Lack, string> = {
  second_person:
    'Có phiếu không ai nhập lần hai được: mọi người có tài khoản đều đã nhập phiếu đó lần đầu. Nhờ lãnh đạo đăng nhập và nhập lần hai, hoặc thêm tài khoản cho một người nữa ở Cài đặt.',
  third_person:
    'Có ô hai người nhập khác nhau mà không còn ai để quyết định. Nhờ lãnh đạo đăng nhập và quyết định, hoặc thêm tài khoản cho một người nữa ở Cài đặt.',
  second_person_gone:
    'Có ô phải nhìn lại nhưng người nhập lần hai không còn đăng nhập được. Mở lại tài khoản của người đó ở Cài đặt, hoặc sửa phiếu ở Nhập phiếu để đối soát lại từ đầu.',
};

function mode(asked: AskedMode): string {
  if (asked.kind === 'all') return 'Nhập lần hai tất cả phiếu';
  if (asked.kind === 'one_in') return `Nhập lần hai 1 phiếu trong ${count(asked.n)} phiếu`;
  return `Nhập lần hai có trọng tâm, tối đa ${count(asked.ceiling)} ô sai trên 1.000 ô`;
}

export const second = {
  plan: (plan: VerificationPlan) =>
    `${mode(plan.mode)} – do ${plan.set_by ?? 'một người đã xóa tên'} đặt ngày ${dmy(plan.set_at.slice(0, 10))}.`,
  change: 'Đổi',
  changeKey: 'F2',
  noPlanTitle: 'Chưa đặt cách nhập lần hai',
  noPlanNext:
    'Văn phòng hai người: mỗi người nhập lần hai phiếu của người kia, không nhìn số đã nhập. Đợt dưới 300 phiếu thường nhập lần hai tất cả; nhiều phiếu hơn thì chọn có trọng tâm.',
  noPlanAsk: 'Lãnh đạo đặt cách nhập lần hai. Trong khi chờ, gõ mã một phiếu đã nhập đủ vẫn nhập lần hai được.',
  set: 'Đặt cách nhập lần hai',
  dialogTitle: 'Nhập lần hai bao nhiêu?',
  modes: {
    all: {
      name: 'Tất cả phiếu',
      words: 'Tốn gấp đôi công nhập. Ô nào hai người gõ khác nhau cũng lộ ra; chỉ còn sót chỗ hai người nhầm giống hệt nhau.',
    },
    one_in: {
      name: 'Lấy 1 phiếu trong N phiếu',
      words: 'Tốn thêm 1/N công nhập. Cho biết cả đợt sai khoảng bao nhiêu, nhưng chỉ sửa được lỗi trên những phiếu rút ra.',
    },
    aimed: {
      name: 'Có trọng tâm, đến khi đạt mức trần',
      words:
        'Nhập lại phiếu có dấu hiệu sai trước, rồi rút ngẫu nhiên thêm đến khi chắc chắn 95 % là số ô sai còn lại không quá mức trần. Đợt ít phiếu phải nhập lại gần hết: 300 phiếu, trần 3 ô thì khoảng 287 phiếu.',
    },
  },
  n: 'N',
  nHint: 'Từ 2 đến 1.000. Máy rút ngẫu nhiên phiếu bắt đầu.',
  ceiling: 'Mức trần: ô sai trên 1.000 ô',
  ceilingHint: 'Từ 1 đến 100. Nhập một lần thường sai khoảng 3 ô trên 1.000.',
  notWhole: 'Hãy gõ một số nguyên.',
  save: 'Dùng cách này',
  dropPlan: 'Thôi nhập lần hai',
  cancel: 'Đóng',
  progressTitle: 'Tiến độ nhập lần hai',
  progress: (twice: number, chosen: number) => `Đã nhập hai lần ${count(twice)}/${count(chosen)} phiếu được chọn`,
  keyed: (n: number) => `Đã nhập lần đầu ${count(n)} phiếu`,
  counts: {
    agreed: 'khớp hoặc đã quyết định',
    second: 'chờ nhập lần hai',
    again: 'chờ nhìn lại và gõ lại',
    third: 'chờ người thứ ba',
    locked: 'đã khóa, không nhập lần hai nữa',
  },
  toFindings: 'Xem ở Chỗ lệch',
  estimateTitle: 'Còn bao nhiêu ô sai?',
  estimateNone: 'Chưa có phiếu nào nhập đủ nên chưa có gì để ước tính.',
  estimateUnknown: (boxes: number) =>
    `Chưa ước tính được trong ${count(boxes)} ô: chưa phiếu rút ngẫu nhiên nào nhập xong lần hai.`,
  estimate: (left: number, boxes: number) => `Ước tính còn ${about(left)}\u00a0ô sai trong ${count(boxes)}\u00a0ô.`,
  atMost: (n: number) => `Chắc chắn 95 % không quá ${count(n)} ô.`,
  found: (n: number) => (n === 0 ? 'Chưa tìm thấy ô nào sai.' : `Đã tìm thấy và sửa ${count(n)} ô sai.`),
  allowed: (allowed: number, ceiling: number, boxes: number) =>
    allowed === 0
      ? `Mức cho phép ${count(ceiling)}/1.000 trong ${count(boxes)}\u00a0ô là chưa đến 1\u00a0ô: phải nhập lần hai tất cả.`
      : `Mức cho phép ${count(ceiling)}/1.000, tức ${count(allowed)}\u00a0ô trong ${count(boxes)}\u00a0ô.`,
  met: 'Đã đạt mức cho phép: có thể dừng nhập lần hai.',
  more: (n: number) => `Nếu không thấy lỗi, cần nhập lần hai khoảng ${count(n)} phiếu nữa.`,
  waiting: (n: number) => `Còn ${count(n)} chỗ có dấu hiệu sai chưa nhập xong lần hai; đến khi xong, các ô đó được tính là sai.`,
  how: 'Cách tính',
  method: (method: string) => `Cách tính: ${method}.`,
  source: (source: string) => `Nguồn: ${source}.`,
  sample: (drawn: number, wrong: number) => `Dựa trên ${count(drawn)} phiếu rút ngẫu nhiên, trên đó có ${count(wrong)} ô sai.`,
  lacksTitle: 'Văn phòng còn thiếu người',
  lacks: LACKS,
  toAccounts: 'Tài khoản',
  listTitle: 'Phiếu cần nhập lần hai',
  listMore: (n: number) => `và ${count(n)} phiếu nữa sau các phiếu này.`,
  listHint: '↑ ↓ chọn phiếu, Enter mở phiếu.',
  columns: { code: 'Mã phiếu', sheet: 'Phiếu', why: 'Vì sao chọn', left: 'Còn' },
  nOf: (n: number, of: number) => `${String(n)}/${String(of)}`,
  heading: (area: string, on: string | null) => (on ? `${area} · tối ${dmy(on)}` : `${area} · tự báo cáo`),
  where: (area: string, on: string | null) => (on ? `${area} · tối ${dmy(on)}` : area),
  boxesLeft: (n: number) => `${count(n)} ô`,
  onlyBoxes: (boxes: readonly string[]) => `chỉ ô ${boxes.join(', ')}`,
  reasons: (reasons: readonly Reason[]) => reasons.map((r) => REASONS[r]).join('; ') || 'đang nhập dở',
  stage: (stage: Stage) => STAGES[stage],
  whyNot: (why: WhyNot) => WHY_NOT[why],
  begin: (code: string) => `Nhập phiếu đầu tiên ${code}`,
  beginNext: (code: string) => `Nhập phiếu kế ${code}`,
  doneTitle: 'Không còn phiếu nào chờ nhập lần hai',
  doneNext: 'Phiếu nhập thêm hôm nay sẽ hiện ở đây khi được chọn. Chỗ hai người nhập khác nhau nằm ở Chỗ lệch.',
  noneForYouTitle: 'Không có phiếu nào bạn nhập lần hai được',
  noneForYouNext: 'Các phiếu dưới đây chờ người khác: ai nhập lần đầu thì không nhập lần hai.',
  noneKeyedTitle: 'Chưa có phiếu nào nhập đủ lần đầu',
  noneKeyedNext: 'Nhập phiếu của buổi tối qua trước; phiếu được chọn nhập lần hai sẽ hiện ở đây.',
  toKeying: 'Vào Nhập phiếu',
  readOnly: (role: string) => `Vai trò “${role}” chỉ xem, không nhập lần hai.`,
  blindHint: 'Nhập lần hai, không hiện số đã nhập',
  codeHint: 'Quét QR hoặc gõ 7 chữ số của phiếu trước mặt',
  blindTitle: 'Nhập như chưa từng có ai nhập',
  blindRule: 'Chỉ nhìn tờ phiếu. Số lần đầu không hiện ra; ô nào khác sẽ được hỏi lại một lần.',
  sub: (team: string | null, n: number, of: number, version: number) =>
    [team, `phiếu ${String(n)}/${String(of)}`, `mẫu phiếu ${String(version)}`, 'nhập lần hai'].filter(Boolean).join(' · '),
  again: (no: string) => `Ô ${no}: nhìn lại phiếu, gõ lại số trên giấy`,
  agrees: 'khớp',
  third: 'chờ người thứ ba',
  asked: 'gõ số trên giấy',
  notAsked: 'không phải nhập lại',
  otherKeys: 'người khác nhập lại',
  isBlank: (no: string) => `Ô ${no} trống trên giấy? Enter lần nữa để ghi là trống; có số thì gõ số.`,
  blankValue: 'trống',
  noUndo: 'Ô đã ghi lần hai không trả lại được. Nếu gõ nhầm, ô sẽ được hỏi lại.',
  later: 'Để dở, về danh sách',
  left: (n: number) => `còn ${count(n)} ô`,
  returned: (boxes: readonly string[]) => `Còn ô ${boxes.join(', ')} phải gõ.`,
  came: {
    verified: (code: string) => `Phiếu ${code}: hai lần nhập khớp, đối soát xong.`,
    agreed: (code: string) => `Phiếu ${code}: các ô cần nhập lại đã khớp.`,
    third: (code: string, boxes: readonly string[]) => `Phiếu ${code}: ô ${boxes.join(', ')} chờ người thứ ba quyết định.`,
    left: (code: string, n: number) => `Phiếu ${code} để dở, còn ${count(n)} ô. Ô đã gõ được giữ.`,
  },
} as const;
