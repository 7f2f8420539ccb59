import type { StalePaper, Touched } from '../../api/generated/contract';
import { count, dm } from '../format';

/** What each kind of paper is called. */
export const paperKinds: Record<StalePaper['kind'], string> = {
  plan: 'Kế hoạch',
  document: 'Văn bản',
  sheets: 'Phiếu',
  flyer: 'Tờ rơi',
  poster: 'Áp phích',
  door_strip: 'Dải treo cửa',
  flyer_picture: 'Ảnh tờ rơi',
  loudspeaker: 'Bài phát thanh',
  team_card: 'Thẻ tổ',
  introduction: 'Giấy giới thiệu',
  chase_slip: 'Giấy nhắc nộp phiếu',
  receipt: 'Giấy biên nhận',
  posting_list: 'Danh sách điểm niêm yết',
  form: 'Mẫu phiếu',
};

/** Printed papers that the schedule has left behind. */
export const stale = {
  title: (n: number) => `${count(n)} giấy tờ đã in nay khác lịch`,
  paper: (paper: StalePaper) => {
    const about = [paper.team_name, paper.area_name].filter((name) => name !== null);
    const of = about.length === 0 ? '' : ` ${about.join(', ')}`;
    return `${paperKinds[paper.kind]}${of}, in ngày ${dm(paper.printed_on)}`;
  },
  differs: (paper: StalePaper) => {
    if (paper.says === '' && paper.now !== null) return 'Lịch đã đổi sau khi in: cần kế hoạch điều chỉnh.';
    if (paper.now === null) return `Trên giấy: ${paper.says}. Nay không còn buổi này.`;
    return `Trên giấy: ${paper.says}. Nay là: ${paper.now}.`;
  },
  again: 'In lại',
  toPlan: 'Vào Kế hoạch',
  more: (n: number) => `Xem thêm ${count(n)}`,
  fewer: 'Thu gọn',
  /** Said before an evening is moved or called off. */
  touched: {
    titleMove: 'Dời buổi này sẽ đụng tới:',
    titleOff: 'Bỏ buổi này sẽ đụng tới:',
    lines: (touched: Touched): string[] => {
      const lines = touched.papers.map((p) => `${paperKinds[p.kind]} đã in ngày ${dm(p.printed_on)} (${p.file_name})`);
      if (touched.sheets > 0) {
        const back = touched.returned === 0 ? 'chưa phiếu nào về' : `${count(touched.returned)} phiếu đã về`;
        lines.push(`${count(touched.sheets)} phiếu đã đánh mã, ${back}`);
      }
      if (touched.members.length > 0) {
        lines.push(`${count(touched.members.length)} người đã phân công`);
      }
      const twice = touched.members.filter((m) => m.also_at !== null);
      lines.push(...twice.map((m) => `${m.name} hôm đó đã đi ${m.also_at ?? ''}`));
      return lines;
    },
    after: 'Mã phiếu giữ nguyên; giấy đã in được ghi là cũ để in lại.',
  },
  stillValid: 'Phiếu cũ mang về vẫn nhập được, chương trình tự hiểu ngày mới.',
} as const;
