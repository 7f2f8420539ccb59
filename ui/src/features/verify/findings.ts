import type {
  Duplicates,
  OutlierRow,
  Pair,
  PairSheet,
  SameRow,
  SecondRow,
  ThirdRow,
  TotalBox,
  TotalRow,
  Verification,
} from '../../api/client';
import { vi } from '../../text/vi';

/** Something that two figures, or two papers, do not agree on. */
export type Finding = { readonly key: string; readonly code: string } & (
  | { readonly kind: 'third'; readonly row: ThirdRow }
  | { readonly kind: 'total'; readonly row: TotalRow }
  | { readonly kind: 'outlier'; readonly row: OutlierRow }
  | { readonly kind: 'same'; readonly row: SameRow }
  | { readonly kind: 'copy'; readonly pair: Pair }
  | { readonly kind: 'aside'; readonly sheet: PairSheet }
);

export type Group = keyof typeof vi.findings.groups;

/** Everything there is, in the order to look at it. */
export function findingsOf(view: Verification, duplicates: Duplicates): Finding[] {
  const copy = (pair: Pair): Finding => ({ kind: 'copy', key: `copy:${pair.second.code}`, code: pair.second.code, pair });
  const all: Finding[] = [
    ...view.third.map((row): Finding => ({ kind: 'third', key: `third:${row.sheet.code}`, code: row.sheet.code, row })),
    ...view.totals.map((row): Finding => ({ kind: 'total', key: `total:${row.summary.code}`, code: row.summary.code, row })),
    ...view.outliers.map((row): Finding => ({ kind: 'outlier', key: `${row.flag}:${row.sheet.code}`, code: row.sheet.code, row })),
    ...view.same.map((row): Finding => ({ kind: 'same', key: `${row.flag}:${row.second.code}`, code: row.second.code, row })),
    ...duplicates.pairs.filter((pair) => pair.undecided || pair.second.state === 'duplicate').map(copy),
    ...duplicates.aside.map((sheet): Finding => ({ kind: 'aside', key: `aside:${sheet.code}`, code: sheet.code, sheet })),
  ];
  const order = Object.keys(vi.findings.groups);
  return all.sort((a, b) => order.indexOf(groupOf(a)) - order.indexOf(groupOf(b)));
}

export function groupOf(finding: Finding): Group {
  switch (finding.kind) {
    case 'third':
      return finding.row.boxes.length > 0 ? 'third' : 'reason';
    case 'total':
      return finding.row.boxes.length > 0 ? 'total' : 'waiting';
    case 'copy':
      return finding.pair.undecided ? 'copy' : 'aside';
    default:
      return finding.kind;
  }
}

/** Whether its figures are kept from whoever is signed in, who may still key the sheet a second time. */
export function isHidden(finding: Finding): boolean {
  switch (finding.kind) {
    case 'outlier':
      return finding.row.value === null;
    case 'same':
      return finding.row.figures === null;
    case 'total':
      return finding.row.boxes.some((box) => box.figures === null);
    case 'copy':
      return !finding.pair.blank && finding.pair.boxes.length === 0;
    default:
      return false;
  }
}

/** Whether somebody has to do something about it. */
export function isOpen(finding: Finding): boolean {
  return !['waiting', 'aside'].includes(groupOf(finding));
}

/** What does not agree, in a few words. */
export function shortOf(finding: Finding): string {
  const t = vi.findings;
  switch (finding.kind) {
    case 'third':
      return finding.row.boxes.length > 0 ? t.boxes(finding.row.boxes.map((box) => box.no)) : t.third.short;
    case 'total':
      return totalShort(finding.row);
    case 'outlier':
      return t.outlier.short(finding.row.no, finding.row.value);
    case 'same':
      return t.same.short(finding.row);
    case 'copy':
      return t.copy.short(finding.pair.differing, finding.pair.blank);
    case 'aside':
      return t.aside.short;
  }
}

function totalShort(row: TotalRow): string {
  const t = vi.findings.total;
  const [first] = row.boxes;
  if (first === undefined) return row.missing.length > 0 ? t.missingShort(row.missing.length) : t.blankShort(row.blank.length);
  return row.boxes.map((box) => (box.figures ? t.short(box.no, box.figures.over) : t.shortHidden(box.no))).join(', ');
}

/** Which sheet it is about. */
export function sheetOf(finding: Finding): PairSheet | ThirdRow['sheet'] {
  switch (finding.kind) {
    case 'total':
      return finding.row.summary;
    case 'same':
      return finding.row.second;
    case 'copy':
      return finding.pair.second;
    case 'aside':
      return finding.sheet;
    default:
      return finding.row.sheet;
  }
}

/**
 * The sheet whose count is likeliest wrong where a sum is not the total: the one the office asks to key a second
 * time for it.
 */
export function suspectOf(view: Verification, total: TotalRow, box: TotalBox): string | null {
  const parts = box.figures?.parts.map((part) => part.code) ?? null;
  const isPart = ({ sheet }: SecondRow) =>
    parts === null ? sheet.area_label === total.area_label && sheet.on === total.on : parts.includes(sheet.code);
  const asks = (row: SecondRow) => row.reasons.includes('total_mismatch') && (row.boxes === null || row.boxes.includes(box.no));
  return view.second.find((row) => asks(row) && isPart(row))?.sheet.code ?? null;
}
