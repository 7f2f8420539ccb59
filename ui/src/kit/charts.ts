/** Charts on screen and as files. ECharts is loaded when the first one is to be drawn. */

import type { EChartsCoreOption } from 'echarts/core';
import { PAPER, type ChartLook } from './chartlook';
import type * as Parts from './chartparts';

export type Draw = (look: ChartLook) => EChartsCoreOption;
export type PictureKind = 'svg' | 'png';

let loading: Promise<typeof Parts> | null = null;

export function loadCharts(): Promise<typeof Parts> {
  loading ??= import('./chartparts');
  return loading;
}

/** A chart that leaves the program: it says what it shows and where its figures are from. */
export interface Picture {
  title: string;
  /** Under the title. */
  sub: string;
  /** At the foot: whose figures, and of which day. */
  foot: string;
  draw: Draw;
  /** Pixels; the usual is that of a wide chart. */
  height?: number;
}

/** Pixels of a saved chart; it stands across an A4 page, and PNG has twice as many. */
const WIDTH = 960;
const HEIGHT = 480;
const FINE = 2;

function framed({ title, sub, foot, draw }: Picture): EChartsCoreOption {
  const words = (size: number, weight: number, color: string) => ({ fontFamily: PAPER.font, fontSize: size, fontWeight: weight, color });
  return {
    ...draw(PAPER),
    animation: false,
    backgroundColor: PAPER.paper,
    title: [
      { text: title, subtext: sub, left: 24, top: 16, textStyle: words(18, 600, PAPER.ink), subtextStyle: words(13, 400, PAPER.mute) },
      { text: foot, left: 24, bottom: 12, textStyle: words(12, 400, PAPER.mute) },
    ],
  };
}

/** The bytes of a chart as a file, always in the colours of paper. */
export async function pictureOf(kind: PictureKind, picture: Picture): Promise<Uint8Array> {
  const { init } = await loadCharts();
  const size = { width: WIDTH, height: picture.height ?? HEIGHT };
  if (kind === 'svg') {
    const chart = init(null, null, { renderer: 'svg', ssr: true, ...size });
    chart.setOption(framed(picture));
    const drawn = chart.renderToSVGString();
    chart.dispose();
    return new TextEncoder().encode(drawn);
  }
  await document.fonts.ready;
  const chart = init(document.createElement('div'), null, { renderer: 'canvas', ...size });
  chart.setOption(framed(picture));
  const canvas = chart.renderToCanvas({ pixelRatio: FINE, backgroundColor: PAPER.paper });
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  chart.dispose();
  if (!blob) throw new Error('the canvas gave no picture');
  return new Uint8Array(await blob.arrayBuffer());
}
