/** A part of Đối soát, and what it begins with: `second`, `second:4821937`, `queries:12`, `evenings:2024-11-16`. */
export interface Part {
  readonly view: 'second' | 'findings' | 'queries' | 'evenings';
  readonly about: string | null;
}

const VIEWS: readonly string[] = ['second', 'findings', 'queries', 'evenings'] satisfies Part['view'][];

export function partOf(target: string | null): Part {
  const [view = '', about] = (target ?? '').split(':');
  return { view: VIEWS.includes(view) ? (view as Part['view']) : 'second', about: about ?? null };
}
