import type { Candidate, Slip } from '../../api/client';

/** What may have gone wrong under the hand, beside the number that would then stand on the paper. */
export function slipWords(slip: Slip, from: number | null): string {
  switch (slip.kind) {
    case 'digit':
      return `${String(slip.keyed)} → ${String(slip.meant)}`;
    case 'swapped':
      return `đảo chữ số ${String(from ?? '')}`;
    case 'missing':
      return `thiếu chữ số ${String(slip.digit)}`;
    case 'extra':
      return slip.doubled ? `gõ đúp số ${String(slip.digit)}` : `thừa chữ số ${String(slip.digit)}`;
    case 'skipped':
      return 'ô bị bỏ sót';
    case 'other':
      return 'số khác hẳn';
    case 'repeated':
      return 'nhìn nhầm dòng bên cạnh';
    case 'exchanged':
      return 'hai ô đổi chỗ';
    case 'across':
      return 'chữ số lọt sang ô kế';
    case 'too_high':
      return 'bỏ sót một ô, các ô sau lệch lên';
    case 'too_low':
      return 'gõ lặp một ô, các ô sau lệch xuống';
    case 'total':
      return 'tổng ghi trên phiếu cộng sai';
  }
}

/** A change as a line: where to look, what may stand there, and what slip that would be. */
export interface RescueLine {
  /** Boxes with what may stand in them; a run of rows is one place, and says no numbers. */
  places: { where: string; value: string | null }[];
  why: string;
}

export function rescueLine(candidate: Candidate): RescueLine {
  const { changes, slip } = candidate;
  const [first, last] = [changes[0], changes.at(-1)];
  const why = [slipWords(slip, first?.from ?? null), candidate.left > 0 ? rescue.partly : ''].filter(Boolean).join('; ');
  if (first && last && changes.length > 2) return { places: [{ where: rescue.run(first.no, last.no), value: null }], why };
  const value = (n: number | null) => (n === null ? rescue.blank : String(n));
  return { places: changes.map(({ no, to }) => ({ where: rescue.box(no), value: value(to) })), why };
}

export const rescue = {
  title: (several: boolean) => (several ? 'Có thể gõ nhầm ở một trong các chỗ này:' : 'Có thể gõ nhầm ở đây:'),
  /** A box and what may stand there on the paper. */
  box: (no: string) => (no === 'T' ? 'tổng kiểm' : `ô ${no}`),
  run: (first: string, last: string) => `ô ${first} đến ô ${last}`,
  blank: 'trống',
  next: 'chỗ kế',
  leave: 'để nguyên',
  partly: 'còn chỗ khác chưa khớp',
  lookAtPaper: 'Xem lại phiếu giấy; máy không tự sửa số.',
} as const;
