/** How large a page stands in a preview. */

/** As wide as the room, wholly in the room, or a percentage of the paper's own size. */
export type Zoom = 'width' | 'page' | number;

export interface Size {
  readonly width: number;
  readonly height: number;
}

export const ZOOMS: readonly number[] = [50, 67, 75, 90, 100, 110, 125, 150, 175, 200];

/** Screen pixels to a point of the page at 100 %. */
const NATURAL = 96 / 72;
/** A page is never drawn smaller, however narrow the room. */
const LEAST = 0.1;

/** Screen pixels to a point for a page of this size. */
export function scaleOf(zoom: Zoom, page: Size, room: Size): number {
  if (typeof zoom === 'number') return (zoom / 100) * NATURAL;
  const across = room.width / page.width;
  return Math.max(LEAST, zoom === 'width' ? across : Math.min(across, room.height / page.height));
}

export function percentOf(scale: number): number {
  return Math.round((scale / NATURAL) * 100);
}

/** The next step from what is seen now; the ends stay. */
export function zoomed(percent: number, step: 1 | -1): number {
  const next = step === 1 ? ZOOMS.find((z) => z > percent) : ZOOMS.findLast((z) => z < percent);
  return next ?? (step === 1 ? Math.max(...ZOOMS) : Math.min(...ZOOMS));
}
