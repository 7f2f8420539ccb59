import type { AreaId, AreaProgress, FigureSheet, FigureView, HeatCell, Progress, SheetId, TargetId, TargetProgress, VisitId } from '../api/client';

/** A campaign's progress for tests: three areas over four evenings, the last still ahead, and one target. */

export function cell(on: string, state: HeatCell['state'], count: number | null, over: Partial<HeatCell> = {}): HeatCell {
  const returned = count === null ? 0 : 5;
  return { on, visit: 7 as VisitId, state, count, expected: 5, returned, keyed: returned, cancelled: null, ...over };
}

export function areaProgress(id: number, name: string, cells: HeatCell[], over: Partial<AreaProgress> = {}): AreaProgress {
  const counts = cells.flatMap((c) => (c.count === null ? [] : [c.count]));
  return {
    id: id as AreaId,
    name,
    cells,
    count: counts.length === 0 ? null : counts.reduce((a, b) => a + b, 0),
    rates: [],
    ranges: [],
    self_report: null,
    stages: [],
    reasons: [],
    expected: 0,
    returned: 0,
    ...over,
  };
}

export function target(over: Partial<TargetProgress> = {}): TargetProgress {
  return {
    id: 1 as TargetId,
    clause: 'I.2',
    name: 'Cài đặt',
    counts: 'installed',
    of: 'smartphone15',
    numerator_word: 'số người đã cài đặt',
    denominator_word: 'người từ 15 tuổi trở lên dùng điện thoại thông minh',
    unit: 'người',
    sentence: '',
    goal: 50,
    by: '2024-11-30',
    rate: { numerator: 40, denominator: 200, percent: 20, over_100: false, among_met: false },
    base_from: '2024-11-01',
    base_to: '2024-11-01',
    left_out: [],
    range: null,
    need: null,
    trend: [],
    week: null,
    campaign: null,
    ...over,
  };
}

export const DAYS = ['2024-11-09', '2024-11-10', '2024-11-11', '2024-11-12'] as const;

export function progress(over: Partial<Progress> = {}): Progress {
  const [first, second, third, fourth] = DAYS;
  return {
    title: 'Đợt thử',
    starts_on: first,
    ends_on: fourth,
    as_of: third,
    today: third,
    illustration: null,
    visits: { done: 3, all: 4 },
    evenings: { done: 3, all: 4 },
    sheets: { expected: 15, returned: 10, missing: 5, missing_of: 1, unkeyed: 0 },
    targets: [target()],
    heat: {
      meaning: 'installed_tonight',
      words: 'cài mới trong buổi',
      days: DAYS.map((on, i) => ({ on, evening: i + 1, count: [25, 15, null, null][i] ?? null })),
      most: 25,
      areas: [
        areaProgress(1, 'Cầu Đơ 1', [cell(first, 'complete', 25)]),
        areaProgress(2, 'Cầu Đơ 3', [cell(second, 'complete', 15), cell(third, 'no_sheets', null)]),
        areaProgress(3, 'Hà Trì 1', [cell(fourth, 'ahead', null)]),
      ],
    },
    stages: [],
    reasons: [],
    missing: [],
    ranking: { ranked: [], apart: [] },
    ...over,
  };
}

export function figureSheet(n: number): FigureSheet {
  return {
    id: n as SheetId,
    code: `482-00${String(n).padStart(2, '0')}`,
    kind: 'regular',
    kind_word: 'phiếu thường',
    area: 'Cầu Đơ 1',
    on: DAYS[0],
    team: 'Tổ 1',
    n,
    of: 5,
    state: 'keyed',
    state_word: 'đã nhập',
    boxes: [],
    sum: n,
    hidden: false,
    second: 'untouched',
    second_word: '',
    accepted_because: null,
    note: null,
    attachments: [],
  };
}

export function figure(sheets: FigureSheet[], total: number): FigureView {
  return { words: 'Cài mới trong buổi', value: 25, of_bases: null, of_sheets: 25, bases: [], left_out: [], sheets, total };
}
