import type { ForceKind, ForceRow, RosterClashRow } from '../../api/generated/contract';
import { count, dm, dmy, hm } from '../format';

/** An evening in a letter: `Thứ Bảy 09/11 – Cầu Đơ 1`. */
interface EveningWords {
  weekday: string;
  on: string;
  area: string;
}

const two = (n: number) => String(n).padStart(2, '0');

export const teams = {
  title: 'Tổ hỗ trợ',
  sub: (members: number, forces: number) => `${count(forces)} lực lượng · ${count(members)} người đang tham gia`,
  views: { evenings: 'Theo buổi', forces: 'Lực lượng', members: 'Thành viên' },
  view: 'Cách xem',
  readOnly: (role: string) => `Vai trò “${role}” chỉ xem phân công.`,

  evenings: 'Các buổi',
  evening: (weekday: string, on: string) => `${weekday} ${dm(on)}`,
  eveningTitle: (area: string, weekday: string, on: string) => `${area} · ${weekday} ${dmy(on)}`,
  hours: (starts: string, ends: string) => `${hm(starts)} – ${hm(ends)}`,
  full: 'đủ',
  short: (n: number) => `thiếu ${count(n)}`,
  over: (n: number) => `thừa ${count(n)}`,
  assigned: (n: number) => (n === 0 ? 'chưa phân công' : `đã phân công ${count(n)}`),
  clashing: 'vướng',
  of: (assigned: number, quota: number) => `${count(assigned)} / ${count(quota)}`,
  head: (title: string, name: string) => `${title}: ${name}`,
  noHead: (title: string) => `${title}: chưa có người đứng đầu`,
  toArea: 'Ghi ở Địa bàn',
  noTeam: 'Buổi này chưa có tổ nào đi. Thêm tổ cho buổi ở Lịch.',
  toSchedule: 'Mở Lịch',
  forces: 'Lực lượng của buổi',
  team: 'Tổ',
  people: 'Người đi buổi này',
  search: 'Thêm người',
  searchHint: 'Gõ tên không dấu rồi Enter; ↑ ↓ để chọn; Ctrl Enter điền đủ số còn thiếu.',
  searchPlaceholder: 'Tên, đơn vị, lực lượng…',
  candidates: 'Người có thể đi',
  nobodyFound: 'Không có ai khớp còn rảnh buổi này.',
  nobodyLeft: 'Mọi thành viên đều đã có trong buổi, hoặc chưa nhập thành viên.',
  busy: (area: string) => `đang đi ${area}`,
  times: (n: number) => (n === 0 ? 'chưa đi buổi nào' : `đã xếp ${count(n)} buổi khác`),
  pair: (n: number) => `cặp ${String(n)}`,
  gone: 'đã thôi tham gia',
  alsoAt: (area: string) => `cùng tối ở ${area}`,
  remove: (name: string) => `Bỏ ${name} khỏi buổi`,
  removeKey: 'Bỏ',
  rosterEmpty: 'Chưa phân công ai. Bấm “Điền đủ” để chương trình xếp luân phiên, hoặc gõ tên từng người.',
  keys: 'Trong danh sách: ↑ ↓ chuyển, Delete bỏ người.',
  fill: 'Điền đủ',
  fillAll: 'Điền mọi buổi còn thiếu',
  filled: (people: number, evenings: number) =>
    people === 0 ? 'Không có ai để xếp thêm' : `Đã xếp ${count(people)} lượt người vào ${count(evenings)} buổi`,
  stillShort: (n: number) => `Vẫn còn thiếu ${count(n)} lượt: lực lượng chưa đủ người. Thêm thành viên, hoặc đề nghị tăng cường.`,
  pairUp: 'Ghép cặp',
  paired: (n: number) => (n === 0 ? 'Chưa đủ người để ghép cặp' : `Đã ghép ${count(n)} cặp`),
  copy: 'Chép từ buổi khác…',
  copyTitle: (area: string, on: string) => `Chép danh sách cho ${area}, ${dmy(on)}`,
  copyFrom: 'Lấy danh sách của buổi',
  copyNote: 'Danh sách hiện có của buổi này được thay bằng danh sách chép sang. Ai bận buổi khác cùng tối hoặc đã thôi thì không chép.',
  copyDo: 'Chép danh sách',
  copied: (people: number, left: readonly string[]) =>
    `Đã chép ${count(people)} người${left.length > 0 ? `; không chép: ${left.join(', ')}` : ''}`,
  noEvenings: 'Chưa có buổi nào',
  noEveningsNext: 'Mỗi buổi trong lịch có một dòng ở đây: tổ nào, ai đi, còn thiếu mấy người. Xếp buổi ở Lịch trước.',

  twice: (n: number) => `${count(n)} người tối này còn ở một buổi khác (xem danh sách). Bỏ mỗi người khỏi một buổi.`,
  fix: (n: number) => `Xếp lại người: ${count(n)} chỗ vướng`,
  toTeams: 'Mở Tổ hỗ trợ',
  hard: 'Vướng',
  soft: 'Nên xem',
  clash: (row: RosterClashRow): string => {
    const { clash, name } = row;
    const areas = row.areas.join(' và ');
    switch (clash.kind) {
      case 'member_twice':
        return `${name} ở hai nơi tối ${dm(clash.on)}: ${areas}. Bỏ khỏi một buổi.`;
      case 'team_not_out':
        return `${name} không còn đi buổi ${dm(clash.on)} (${areas}) nhưng vẫn có ${count(clash.people)} người. Chuyển họ sang tổ của buổi, hoặc bỏ ra.`;
      case 'member_left':
        return `${name} đã thôi tham gia trước buổi ${dm(clash.on)} (${areas}). Thay người khác.`;
      case 'no_head':
        return `Buổi ${dm(clash.on)} (${areas}) chưa có người đứng đầu. Ghi người đứng đầu ở Địa bàn.`;
      case 'short':
        return `Buổi ${dm(clash.on)} (${areas}) thiếu ${count(clash.missing)} ${name}.`;
      case 'over':
        return `Buổi ${dm(clash.on)} (${areas}) thừa ${count(clash.extra)} ${name}.`;
      case 'overload':
        return `${name} đi ${count(clash.evenings)} tối liền (${dm(clash.from)} – ${dm(clash.to)}). Nên đổi người.`;
    }
  },

  forcesTitle: 'Lực lượng, theo thứ tự trong kế hoạch',
  addForce: 'Thêm lực lượng',
  editForce: 'Sửa',
  forceTitle: (name: string) => (name === '' ? 'Lực lượng mới' : name),
  forceName: 'Tên lực lượng',
  forceNameHint: 'Như trong kế hoạch, ví dụ: Đoàn viên thanh niên',
  kind: 'Loại',
  kinds: {
    head: 'Người đứng đầu địa bàn',
    local: 'Người của địa bàn',
    detailed: 'Lực lượng được cử đến',
    cooperating: 'Phối hợp, không thuộc tổ',
  } satisfies Record<ForceKind, string>,
  role: 'Vai trò trong tổ',
  roleHint: 'Ví dụ: Thành viên',
  quota: 'Số người mỗi tổ, mỗi buổi',
  quotaHint: 'Để trống nếu không định số',
  badQuota: 'Chỉ nhập số từ 1 đến 99.',
  noQuota: 'không định số',
  perEvening: (n: number) => `${two(n)} người/buổi`,
  detailerName: 'Ai phân công',
  detailerTitle: 'Chức vụ người phân công',
  detailing: 'Câu trong kế hoạch',
  detailingHint: 'Viết {{người}} ở chỗ tên người phân công, ví dụ: đề nghị {{người}} phân công',
  saveForce: 'Lưu lực lượng',
  savedForce: (name: string) => `Đã lưu ${name}`,
  removeForce: 'Bỏ lực lượng',
  removedForce: (name: string) => `Đã bỏ ${name}`,
  up: (name: string) => `Đưa ${name} lên trên`,
  down: (name: string) => `Đưa ${name} xuống dưới`,
  forceMembers: (n: number) => `${count(n)} người`,
  planLine: 'Trong kế hoạch',
  noForces: 'Chưa có lực lượng nào',
  noForcesNext: 'Thêm lực lượng như phần “Thành phần Tổ hỗ trợ” của kế hoạch. Phần đó của kế hoạch tự đổi theo.',
  request: 'Tin đề nghị…',
  requestTitle: (name: string) => `Tin đề nghị phân công: ${name}`,
  requestNote: 'Chép tin này gửi Zalo hoặc dán vào công văn. Tin không có số điện thoại của ai.',
  requestWords: (
    office: string,
    force: ForceRow,
    campaign: string,
    evenings: readonly EveningWords[],
    hours: string,
  ): string => {
    const whom = force.detailer_name
      ? `đ/c ${force.detailer_name}${force.detailer_title ? ` - ${force.detailer_title}` : ''}`
      : 'đ/c …………………';
    const many = force.quota ? `${two(force.quota)} ${force.name} mỗi buổi` : `người (${force.name})`;
    return [
      `Kính gửi: ${whom}`,
      `${office} đề nghị đ/c phân công ${many} tham gia Tổ hỗ trợ đợt “${campaign}”, ${hours}, các buổi sau:`,
      ...evenings.map((e, i) => `${String(i + 1)}. ${e.weekday} ${dmy(e.on)}: ${e.area}`),
      'Đề nghị đ/c gửi danh sách (họ tên, đơn vị) trước buổi đầu tiên. Trân trọng.',
    ].join('\n');
  },
  copyText: 'Chép tin',

  teamsTitle: 'Các tổ',
  teamsHint: 'Một tổ đủ cho mỗi tối một địa bàn. Nhiều địa bàn trong một tối thì cần nhiều tổ.',
  teamName: 'Tên tổ',
  addTeam: 'Thêm tổ',
  teamAdded: (name: string) => `Đã thêm ${name}`,
  renameTeam: 'Đổi tên',
  renameTeamTitle: (name: string) => `Đổi tên ${name}`,
  teamRenamed: (name: string) => `Đã đổi thành ${name}`,
  removeTeam: (name: string) => `Bỏ ${name}`,
  teamRemoved: (name: string) => `Đã bỏ ${name}`,
  teamEvenings: (n: number) => (n === 0 ? 'chưa đi buổi nào' : `${count(n)} buổi`),

  searchMembers: 'Tìm thành viên',
  allForces: 'Mọi lực lượng',
  filter: 'Lực lượng',
  withLeft: 'Cả người đã thôi',
  addMember: 'Thêm thành viên',
  importMembers: 'Nhập từ bảng…',
  columns: { name: 'Họ tên', unit: 'Đơn vị', force: 'Lực lượng', evenings: 'Buổi', phone: 'Điện thoại' },
  noMembers: 'Chưa có thành viên nào',
  noMembersNext: 'Dán danh sách từ Excel (họ tên, đơn vị, số điện thoại), hoặc thêm từng người. Số CCCD, ngày sinh, địa chỉ không được lấy.',
  noneFound: 'Không có ai khớp. Thử gõ ít chữ hơn.',
  chooseTitle: 'Chọn một thành viên',
  chooseNext: 'Bấm vào một dòng, hoặc dùng phím mũi tên, để xem và sửa.',
  newMember: 'Thành viên mới',
  name: 'Họ và tên',
  memberTitle: 'Chức vụ',
  unit: 'Đơn vị',
  unitHint: 'Người của địa bàn: ghi cả tên địa bàn, ví dụ: Chi hội Phụ nữ Hà Trì 1',
  phone: 'Điện thoại',
  phoneKept: 'Số đang lưu không hiện ở đây. Để trống là giữ nguyên.',
  phoneHint: 'Chỉ dùng trong văn phòng, không in lên tờ rơi',
  onlyNeeded: 'Chỉ lưu họ tên, chức vụ, đơn vị, số điện thoại. Không ghi số CCCD, ngày sinh, địa chỉ.',
  saveMember: 'Lưu thành viên',
  savedMember: (name: string) => `Đã lưu ${name}`,
  leftOn: 'Tham gia đến hết ngày',
  leftHint: 'Ghi khi người này thôi tham gia; các buổi đã qua giữ nguyên',
  left: (on: string) => `thôi sau ${dmy(on)}`,
  badDay: 'Ngày chưa đúng. Gõ như 09/11/2024.',
  removeMember: 'Nhập nhầm, bỏ ra',
  removedMember: (name: string) => `Đã bỏ ${name}`,
  deletedMember: 'Thông tin của người này đã xóa; chỉ còn số thứ tự trong các buổi đã qua.',
} as const;
