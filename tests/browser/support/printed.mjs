// What a scanner reads from our printed sheets.

import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import jsqr from 'jsqr';

const run = promisify(execFile);
/** Dots an inch of a coarse scan. */
const RESOLUTION = '100';

/** Digits of the QR of every printed sheet of an evening, by the code they begin with. */
export async function printedQrs(here, evening) {
  const response = await here.bytes('sheets_pdf', { evening, loose: false });
  if (!response.ok) throw new Error(await response.text());
  const pdf = join(here.home, 'to-quet.pdf');
  await writeFile(pdf, Buffer.from(await response.arrayBuffer()));
  const { stdout } = await run('pdftoppm', ['-gray', '-r', RESOLUTION, pdf], { encoding: 'buffer', maxBuffer: 1 << 30 });
  const found = new Map();
  for (const { width, height, grey } of pictures(stdout)) {
    for (const text of qrsOf(width, height, grey)) found.set(text.slice(0, 7), text);
  }
  return found;
}

/** Pictures of a stream of PGM files. */
function* pictures(bytes) {
  let at = 0;
  while (at < bytes.length) {
    const head = /^P5\s+(\d+)\s+(\d+)\s+\d+\s/.exec(bytes.toString('latin1', at, at + 40));
    const [width, height] = [Number(head[1]), Number(head[2])];
    at += head[0].length;
    yield { width, height, grey: bytes.subarray(at, at + width * height) };
    at += width * height;
  }
}

/** A sheet bears one QR, a page one sheet or two. */
function qrsOf(width, height, grey) {
  const half = Math.floor(height / 2);
  const parts = [[0, height], [0, half], [half, height]];
  return [...new Set(parts.flatMap(([from, to]) => read(width, to - from, grey.subarray(from * width, to * width)) ?? []))];
}

function read(width, height, grey) {
  const colours = new Uint8ClampedArray(width * height * 4);
  grey.forEach((value, i) => colours.fill(value, i * 4, i * 4 + 3).fill(255, i * 4 + 3, i * 4 + 4));
  return jsqr(colours, width, height)?.data;
}
