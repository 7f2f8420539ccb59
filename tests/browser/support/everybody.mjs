// What everybody must be able to see, hear and reach, measured on the page as it stands.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { protocol } from './browser.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** How the window can look; the first is how it opens. */
export const LOOKS = {
  light: { colorScheme: 'light', size: 'normal' },
  dark: { colorScheme: 'dark', size: 'normal' },
  large: { colorScheme: 'light', size: 'large' },
};

export async function look(page, { colorScheme, size }) {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  // The program hears of the new colours with the next frame, and sets its own size again.
  await page.evaluate(async (wanted) => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    await frame();
    await frame();
    document.documentElement.dataset.size = wanted;
    await frame();
  }, size);
}

/** What axe finds: `rule: place, place`. */
export async function axeFaults(page) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const violations = await page.evaluate(async (rules) => {
    const found = await axe.run(document, { runOnly: rules, resultTypes: ['violations'] });
    return found.violations.map((v) => ({ id: v.id, nodes: v.nodes.map((n) => `${n.target.join(' ')} ${n.html.slice(0, 160)} ${n.any[0]?.message ?? ''}`) }));
  }, RULES);
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node}`));
}

/** English that a browser or a library brings along; none of it is a name of ours. */
const ENGLISH = /\b(close|open|select|next|previous|search|loading|menu|dismiss|toggle|expand|collapse|clear|remove|add|edit|save|delete|cancel|back|forward|page|choose|browse|upload|file|calendar|today|zoom|print|download|submit|reset|chart|legend|button|dialog|required|invalid|copy|paste)\b/i;
/** Words of ours, of the papers and of what is named on them, that look like English. */
const OURS = /Giấy phép của .*|Word|Excel|Zalo|Facebook|QR|PDF|iHanoi|USB|Ctrl|Shift|Alt|Enter|Esc|Tab|Home|End|Page (Up|Down)|Backspace|Del|Ins|\.\w{2,8}\b|\{\{[^}]*\}\}/g;
const CONTROLS = new Set(['button', 'link', 'textbox', 'searchbox', 'combobox', 'checkbox', 'radio', 'listbox', 'option', 'tab', 'menuitem', 'switch', 'slider', 'spinbutton', 'dialog', 'alertdialog', 'progressbar', 'table', 'grid', 'treegrid', 'navigation', 'image', 'img', 'group', 'radiogroup', 'columnheader', 'rowheader', 'DisclosureTriangle']);
/** What takes the cursor or is gone into has to say what it is. */
const NAMED = new Set(['button', 'link', 'textbox', 'searchbox', 'combobox', 'checkbox', 'radio', 'listbox', 'option', 'tab', 'switch', 'slider', 'spinbutton', 'dialog', 'progressbar', 'grid', 'navigation', 'image', 'img', 'DisclosureTriangle']);

/** What a screen reader is told: names that are missing, and English ones. */
export async function nameFaults(page) {
  const cdp = await protocol(page);
  const { nodes } = await cdp.send('Accessibility.getFullAXTree');
  const faults = [];
  if ((await page.evaluate(() => document.documentElement.lang)) !== 'vi') faults.push('the page does not say that it is in Vietnamese');
  for (const node of nodes.filter((n) => !n.ignored)) {
    const role = node.role?.value ?? '';
    const name = (node.name?.value ?? '').trim();
    if (NAMED.has(role) && name === '') faults.push(`${role} without a name`);
    const told = [name, node.description?.value, ...(node.properties ?? []).filter((p) => ['roledescription', 'valuetext'].includes(p.name)).map((p) => p.value.value)];
    for (const words of told.filter((w) => typeof w === 'string')) {
      if (CONTROLS.has(role) && ENGLISH.test(words.replaceAll(OURS, ''))) faults.push(`${role} in English: ${words.slice(0, 80)}`);
    }
    if (node.properties?.some((p) => p.name === 'invalid' && p.value.value === 'true') && !node.description?.value) faults.push(`${role} “${name}” is wrong without a reason`);
  }
  return faults;
}

/** What the page counts while Tab goes round; a test's own, not the program's. */
function watchFocus(keeps) {
  const SELECTOR = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex], [contenteditable=true]';
  const root = () => [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body;
  const label = (node) => {
    const words = node.getAttribute('aria-label') ?? ([...(node.labels ?? [])].map((l) => l.textContent).join(' ') || node.textContent || node.placeholder || '');
    return `${node.tagName.toLowerCase()} “${words.replace(/\s+/g, ' ').trim().slice(0, 60)}”`;
  };
  const seen = (node) => node.checkVisibility({ visibilityProperty: true }) && node.getClientRects().length > 0;
  const expected = [...root().querySelectorAll(SELECTOR)].filter((node) => {
    if (node.matches(':disabled') || node.closest('[inert]') || !seen(node) || node.tabIndex < 0) return false;
    // One stop for a group of radio buttons: the chosen one, or the first.
    if (node.type === 'radio' && node.name) {
      const group = [...root().querySelectorAll('input[type=radio]')].filter((n) => n.name === node.name && n.form === node.form);
      return node === (group.find((n) => n.checked) ?? group[0]);
    }
    return true;
  });
  /** Where it stands on the page, as if nothing were scrolled. */
  const place = (node) => {
    // A radio button is hidden behind its label.
    const box = (node.labels?.[0] && node.matches('[type=radio], [type=checkbox]') ? node.labels[0] : node).getBoundingClientRect();
    let [x, y] = [box.left, box.top];
    let sticks = false;
    let scroller = null;
    for (let up = node.parentElement; up; up = up.parentElement) {
      if (!scroller && up.scrollHeight > up.clientHeight && /auto|scroll/.test(getComputedStyle(up).overflowY)) scroller = up;
      (x += up.scrollLeft), (y += up.scrollTop);
      sticks ||= ['sticky', 'fixed'].includes(getComputedStyle(up).position) && !up.matches('dialog');
    }
    return { left: x, top: y, right: x + box.width, bottom: y + box.height, sticks, scroller };
  };
  const look = (node) => {
    const parts = [];
    // A hidden radio button shows its cursor on its label, a row on its cells.
    for (let up = node, n = 0; up && n < 3; up = up.parentElement, n++) {
      const style = getComputedStyle(up);
      parts.push([style.outlineStyle === 'none' ? '' : `${style.outlineWidth} ${style.outlineColor} ${style.outlineStyle}`, style.boxShadow, style.borderColor, style.backgroundColor].join('|'));
    }
    for (const cell of node.tagName === 'TR' ? node.cells : []) parts.push(getComputedStyle(cell).boxShadow);
    return parts.join(';');
  };
  const state = { expected, stops: [], faults: [], expectedNames: expected.map(label) };
  let last = null;
  const leave = () => {
    if (last && document.activeElement !== last.node && last.look === look(last.node) && !state.faults.includes(`no focus to be seen: ${label(last.node)}`)) state.faults.push(`no focus to be seen: ${label(last.node)}`);
    last = null;
  };
  const arrive = ({ target }) => {
    leave();
    // What scrolls takes the cursor, too, so that the arrows can scroll it.
    if (!(target instanceof HTMLElement) || target === document.body || !target.matches(SELECTOR)) return;
    last = { node: target, look: look(target) };
    state.stops.push({ node: target, name: label(target), at: place(target), inside: root().contains(target) });
  };
  // A row that is begun goes when nothing was typed into it.
  const there = () => state.stops.filter((s) => s.node.isConnected);
  document.addEventListener('focusin', arrive);
  document.activeElement?.blur();
  window.focusWatch = {
    size: expected.length,
    round() {
      const [first, ...rest] = there();
      return rest.some((s) => s.node === first.node);
    },
    end() {
      document.removeEventListener('focusin', arrive);
      const stops = there();
      const reached = new Set(stops.map((s) => s.node));
      for (const node of expected) if (node.isConnected && !reached.has(node)) state.faults.push(`Tab never comes to ${label(node)}`);
      for (const stop of stops) if (!stop.inside) state.faults.push(`Tab leaves the dialog: ${stop.name}`);
      const first = stops.findIndex((s, i) => i > 0 && s.node === stops[0].node);
      const once = first > 0 ? stops.slice(0, first) : stops;
      const from = once.findIndex((s) => s.node === expected[0]);
      const order = from > 0 ? [...once.slice(from), ...once.slice(0, from)] : once;
      for (let i = 1; i < order.length; i++) {
        const [a, b] = [order[i - 1], order[i]];
        // Upwards only into the next column, or back to the beginning of one that stands beside.
        // What stands beside something that scrolls is not above what is scrolled away.
        if (a.at.scroller !== b.at.scroller) continue;
        if (a.at.sticks || b.at.sticks || (keeps && b.node.matches('input'))) continue;
        if (b.at.bottom <= a.at.top + 1 && b.at.left < a.at.right - 1) state.faults.push(`Tab goes up from ${a.name} to ${b.name}`);
      }
      return [...new Set(state.faults)];
    },
  };
}

/** Tab once round: everything is reached, seen when it is, from top to bottom; nothing holds the cursor but a dialog. */
export async function keyboardFaults(page, { keeps = false } = {}) {
  await page.evaluate(watchFocus, keeps);
  const size = await page.evaluate(() => window.focusWatch.size);
  for (let i = 0; i < size + 3; i++) await page.keyboard.press('Tab');
  for (let i = 0; i < 40 && !(await page.evaluate(() => window.focusWatch.round())); i++) await page.keyboard.press('Tab');
  // Where Tab means the next box, the rest is come to from the other side; each of it has a key of its own, too.
  if (keeps) {
    const atCode = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label')?.startsWith('Mã phiếu') || [...(document.activeElement?.labels ?? [])].some((l) => l.textContent.trim().startsWith('Mã phiếu')));
    for (let i = 0; i < size && !(await atCode()); i++) await page.keyboard.press('Tab');
    // A sheet that does not add up keeps whoever comes to its end; its beginning does not.
    for (let i = 0; i < 20 && !(await atCode()); i++) await page.keyboard.press('Shift+Tab');
    for (let i = 0; i < 2 * size; i++) await page.keyboard.press('Shift+Tab');
  }
  const round = size < 2 || (await page.evaluate(() => window.focusWatch.round()));
  const faults = await page.evaluate(() => window.focusWatch.end());
  return round ? faults : [...faults, `Tab does not come round after ${size} stops`];
}

/** Escape closes a dialog, and the cursor is back at what opened it. */
export async function escapeFaults(page) {
  await page.keyboard.press('Escape');
  // A button that was busy meanwhile takes the cursor once it is no longer.
  const isBack = () => !document.querySelector('dialog[open]') && (!window.opener_?.isConnected || window.opener_ === document.body || document.activeElement === window.opener_);
  await page.waitForFunction(isBack, null, { timeout: 3_000 }).catch(() => undefined);
  return page.evaluate(() => {
    if (document.querySelector('dialog[open]')) return ['Escape does not close the dialog'];
    const { opener_: opener } = window;
    if (opener?.isConnected && opener !== document.body && document.activeElement !== opener) return [`the cursor is not back at ${opener.tagName} ${opener.textContent.trim().slice(0, 40)}`];
    return [];
  });
}

/** 1366 × 768 at 200 %. */
export const ZOOMED = { width: 683, height: 384 };

function measureFit() {
  const root = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body;
  const words = (node) => `${node.tagName.toLowerCase()}${typeof node.className === 'string' && node.className ? `.${node.className.split(' ')[0]}` : ''} “${(node.getAttribute('aria-label') ?? node.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 50)}”`;
  const faults = [];
  const add = (fault) => faults.length < 12 && !faults.includes(fault) && faults.push(fault);
  for (const node of [document.documentElement, document.body, document.querySelector('main'), ...document.querySelectorAll('dialog[open]')]) {
    if (node && node.scrollWidth > node.clientWidth + 1) {
      const limit = node.getBoundingClientRect().left + node.clientWidth - node.scrollLeft;
      const wide = [...node.querySelectorAll('*')].filter((e) => e.getBoundingClientRect().right > limit + 1 && ![...e.querySelectorAll('*')].some((c) => c.getBoundingClientRect().right > limit + 1));
      add(`${node.tagName.toLowerCase()} scrolls sideways (${node.scrollWidth} > ${node.clientWidth}): ${wide.slice(0, 2).map(words).join(', ')}`);
    }
  }
  const shown = (e) => e.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && e.getClientRects().length > 0 && !e.closest('.sr-only');
  for (const node of root.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')) {
    if (!shown(node) || node.closest('[inert]')) continue;
    node.scrollIntoView({ block: 'center', inline: 'center' });
    const box = node.getBoundingClientRect();
    // What is taller than the window is looked at where it can be seen.
    const [x, y] = [box.left + Math.min(box.width / 2, 20), Math.max(box.top + Math.min(box.height / 2, 12), box.height > innerHeight ? innerHeight / 2 : 0)];
    const hit = document.elementFromPoint(x, y);
    const own = hit && (node.contains(hit) || hit.contains(node) || hit.closest('label')?.contains(node) || [...(node.labels ?? [])].some((l) => l.contains(hit)));
    if (!own) add(`covered or out of sight: ${words(node)} by ${hit ? words(hit) : 'nothing'}`);
    else if (hit.contains(node) && !node.contains(hit) && hit !== node && node.type !== 'radio' && node.type !== 'checkbox') add(`cut off: ${words(node)}`);
  }
  for (const node of root.querySelectorAll('*')) {
    if (!shown(node)) continue;
    const style = getComputedStyle(node);
    const text = [...node.childNodes].some((c) => c.nodeType === 3 && c.textContent.trim());
    if (text && style.overflowX !== 'visible' && style.overflowX !== 'auto' && style.overflowX !== 'scroll' && node.scrollWidth > node.clientWidth + 1 && !node.title && !node.closest('[title]')) add(`words cut off: ${words(node)}`);
    if (style.overflowY === 'hidden' || style.overflowY === 'clip') {
      if (node.clientHeight > 0 && node.scrollHeight > node.clientHeight + 4 && !node.closest('canvas, svg, .textLayer')) add(`cut off below (${node.scrollHeight} > ${node.clientHeight}): ${words(node)}`);
    }
    if (['auto', 'scroll'].includes(style.overflowY) && node.scrollHeight > node.clientHeight + 4 && node.clientHeight < 60 && node.tagName !== 'TEXTAREA') add(`too low to scroll in (${node.clientHeight} of ${node.scrollHeight}): ${words(node)}`);
  }
  document.querySelectorAll('main, dialog[open], body').forEach((e) => e.scrollTo(0, 0));
  return faults;
}

/** At 200 %: nothing scrolls sideways but tables, nothing is cut off or covered. */
export async function zoomFaults(page) {
  const before = page.viewportSize();
  await page.setViewportSize(ZOOMED);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const faults = await page.evaluate(measureFit);
  await page.setViewportSize(before);
  return faults;
}

/** Movement that goes on although the system says that none is wanted. */
export function stillFaults(page) {
  return page.evaluate(() =>
    document.getAnimations().filter((a) => a.playState === 'running' && a.effect?.getComputedTiming().duration > 0).map((a) => `moves: ${a.effect.target?.className ?? ''}`),
  );
}

/** In Windows' high contrast, which leaves no shadows, whatever has the cursor has an outline or changes its frame. */
export async function outlineFaults(page) {
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  const faults = await page.evaluate(() => {
    const root = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body;
    const before = document.activeElement;
    const found = [];
    // One of each kind: they share their styles.
    const kinds = new Map();
    for (const node of root.querySelectorAll('a[href], button:not(:disabled), input:not(:disabled, [type=hidden]), select:not(:disabled), textarea:not(:disabled), [tabindex="0"]')) {
      if (node.checkVisibility({ visibilityProperty: true })) kinds.set(`${node.tagName} ${node.type ?? ''} ${node.className}`, node);
    }
    for (const [kind, node] of kinds) {
      node.focus({ focusVisible: true, preventScroll: true });
      const shown = [node, node.parentElement].some((e) => getComputedStyle(e).outlineStyle !== 'none' && parseFloat(getComputedStyle(e).outlineWidth) >= 1);
      if (document.activeElement === node && !shown) found.push(`no outline: ${kind.toLowerCase()}`);
    }
    before?.focus?.({ preventScroll: true });
    return found;
  });
  await page.emulateMedia({ forcedColors: 'none', reducedMotion: 'reduce' });
  return faults;
}
