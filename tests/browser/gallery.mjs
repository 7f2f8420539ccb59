// Every screen in every state as a picture, to be looked at: `cargo xtask gallery [WORD …]`. No test reads them.
// `node gallery.mjs FOLDER [WORD …]`: those whose name holds one of the words; `light`, `dark`, `large` and `200`, in these
// looks alone.

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { open, settled } from './support/browser.mjs';
import { look, LOOKS, ZOOMED } from './support/everybody.mjs';
import { SCENES, show, shut } from './support/everywhere.mjs';
import { offices } from './support/offices.mjs';

const EVERY_LOOK = ['light', 'dark', 'large', '200'];
const [folder, ...asked] = process.argv.slice(2);
const words = asked.filter((word) => !EVERY_LOOK.includes(word));
const looks = asked.some((word) => EVERY_LOOK.includes(word)) ? asked : EVERY_LOOK;
const WINDOW = { width: 1366, height: 768 };
const taken = [];

/** Screens and parts as they open, which every state of the file and of the answers is drawn of. */
const PLAIN = SCENES.filter((s) => s.office === 'full' && !s.dialog && s.keys.length === 0);
const called = (more) => (s) => ({ ...s, name: `${s.name}, ${more}` });
const WAITING = PLAIN.map(called('đang mở'));
const REFUSED = PLAIN.map(called('lỗi'));
const CROWDED = PLAIN.filter((s) => typeof s.at === 'string').map((s) => ({ ...called('300 địa bàn')(s), office: 'crowded' }));
/** What the frame asks for is answered: the screen's own questions are held back, or refused. */
const OWN = (url) => /\/rpc\/(call|bytes)\//.test(url.pathname) && !/\/(desk|get_overview)$/.test(url.pathname);
const REFUSAL = { code: 'drive_failed', params: {}, problems: [], log_id: null };

const fileOf = (name) => `${name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D').replace(/[^\w]+/g, '-').toLowerCase()}.png`;
const wanted = (scene) => words.length === 0 || words.some((word) => scene.name.toLowerCase().includes(word.toLowerCase()));

async function picture(page, scene, how, full = false) {
  const name = `${scene.name} · ${how}`;
  const file = fileOf(name);
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(folder, file), animations: 'disabled', caret: 'hide', fullPage: full });
  taken.push({ screen: scene.name.split(/ \/ |, /)[0], name, file });
}

/** As it stands, in each look; what is drawn on a canvas follows the look. */
async function inLooks(page, scene, names) {
  for (const name of names.filter((name) => looks.includes(name))) {
    if (name === '200') {
      await look(page, LOOKS.light);
      await page.setViewportSize(ZOOMED);
    } else {
      await look(page, LOOKS[name]);
    }
    await settled(page);
    // A dialog stands in the middle of the window, not of the page.
    await picture(page, scene, name, name === '200' && !scene.dialog);
    await page.setViewportSize(WINDOW);
  }
  await look(page, LOOKS.light);
}

/** The screen's own questions are treated so while it is drawn; those without an answer get theirs afterwards. */
async function answered(page, here, scene, treat) {
  const held = [];
  const ask = (route) => (treat ? treat(route) : void held.push(route));
  await shut(page);
  await page.goto(`${here.url}#/cai-dat/looks`);
  await settled(page);
  const question = page.waitForRequest((request) => OWN(new URL(request.url())), { timeout: 5_000 }).catch(() => null);
  await page.route(OWN, ask);
  try {
    await page.evaluate((hash) => (location.hash = hash), `#/${typeof scene.at === 'function' ? scene.at(here) : scene.at}`);
    await question;
    // Held back, it is to say so after a moment; some screens ask for nothing.
    await page.locator(treat ? 'main h1' : '.waits span').first().waitFor({ timeout: 2_000 }).catch(() => null);
    for (const name of ['light', 'dark'].filter((name) => looks.includes(name))) {
      await look(page, LOOKS[name]);
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      await picture(page, scene, name);
    }
  } finally {
    await page.unroute(OWN);
    await Promise.all(held.map((route) => route.continue().catch(() => undefined)));
    await look(page, LOOKS.light);
  }
}

function index() {
  const screens = [...new Set(taken.map((p) => p.screen))];
  const figure = ({ name, file }) => `<figure><a href="${file}"><img loading="lazy" src="${file}" alt=""></a><figcaption>${name}</figcaption></figure>`;
  const body = screens.map((screen) => `<h2>${screen}</h2><div>${taken.filter((p) => p.screen === screen).map(figure).join('')}</div>`).join('\n');
  const style = 'body{font:14px sans-serif;margin:2rem}div{display:flex;flex-wrap:wrap;gap:1rem}figure{margin:0;width:20rem}img{width:100%;max-height:14rem;object-fit:cover;object-position:top;border:1px solid #999}';
  writeFileSync(join(folder, 'index.html'), `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Từng Ngõ: ${taken.length} hình</title><style>${style}</style><h1>${taken.length} hình</h1>\n${body}</html>`);
}

test('gallery', async (t) => {
  if (asked.length === 0) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const get = offices(t);
  const lost = [];
  // A page speaks to its own office alone.
  const pages = new Map();
  const draw = async (scene, work) => {
    try {
      const here = await get(scene.office);
      if (!pages.has(scene.office)) {
        pages.set(scene.office, await open(t, here.url));
        // Pages of three hundred areas, on a machine that does other things besides.
        pages.get(scene.office).setDefaultTimeout(180_000);
      }
      await work(here, pages.get(scene.office));
    } catch (error) {
      lost.push(`${scene.name}: ${String(error.message ?? error).split('\n')[0]}`);
    }
  };
  for (const scene of SCENES.filter(wanted)) {
    await draw(scene, async (here, page) => {
      await show(page, here, scene);
      await inLooks(page, scene, scene.office === 'empty' ? ['light', 'dark'] : EVERY_LOOK);
    });
  }
  for (const scene of WAITING.filter(wanted)) await draw(scene, (here, page) => answered(page, here, scene));
  for (const scene of REFUSED.filter(wanted)) await draw(scene, (here, page) => answered(page, here, scene, (route) => route.fulfill({ status: 422, json: REFUSAL })));
  for (const scene of CROWDED.filter(wanted)) {
    await draw(scene, async (here, page) => {
      await show(page, here, scene);
      await inLooks(page, scene, ['light', 'dark']);
    });
  }
  index();
  console.log(`${taken.length} pictures: ${join(folder, 'index.html')}`);
  if (lost.length > 0) throw new Error(`not drawn:\n${lost.join('\n')}`);
});
