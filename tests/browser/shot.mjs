// Takes the pictures that `assets/guide/pictures.json` describes: `cargo xtask shot`.
// `node shot.mjs FOLDER [FILE …]`

import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { root } from './support/programs.mjs';
import { scene } from './support/scenes.mjs';

const [folder, ...only] = process.argv.slice(2);
const { pictures, ...office } = JSON.parse(readFileSync(join(root, 'assets', 'guide', 'pictures.json'), 'utf8'));

for (const picture of pictures.filter(({ file }) => only.length === 0 || only.includes(file))) {
  test(picture.file, async (t) => {
    const page = await scene(t, picture, office);
    const path = join(folder, picture.file);
    mkdirSync(dirname(path), { recursive: true });
    const [x, y, width, height] = picture.crop ?? [];
    await page.screenshot({ path, animations: 'disabled', caret: 'hide', ...(picture.crop ? { clip: { x, y, width, height } } : {}) });
  });
}
