import { afterEach, describe, expect, it } from 'vitest';
import { Ahead } from './ahead';

const press = (key: string, more: KeyboardEventInit = {}) =>
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));

/** What stands on the page once the screen has come; jsdom lays nothing out, so every node counts as shown. */
function page(html: string) {
  document.body.append(document.createRange().createContextualFragment(html));
  for (const node of document.querySelectorAll('*')) Object.defineProperty(node, 'offsetParent', { value: document.body });
}

function waiting(): { ahead: Ahead; come: () => Promise<void>; seen: string[] } {
  const ahead = new Ahead();
  const seen: string[] = [];
  let here = false;
  const hear = (event: KeyboardEvent) => {
    if (!here || ahead.striking) ahead.keep(event);
  };
  const told = (event: KeyboardEvent) => seen.push(event.key);
  addEventListener('keydown', hear, true);
  addEventListener('keydown', told);
  stop = () => {
    removeEventListener('keydown', hear, true);
    removeEventListener('keydown', told);
  };
  return {
    ahead,
    seen,
    come: () => {
      here = true;
      return ahead.strike(() => here);
    },
  };
}

let stop = () => {};
afterEach(() => {
  stop();
  document.body.replaceChildren();
});

describe('keys struck for a screen on its way', () => {
  it('reach nobody before it is there, and its field in their order afterwards', async () => {
    const { come, seen } = waiting();
    press('1');
    press('2');
    press('7');
    press('Backspace');
    expect(seen).toEqual([]);
    page('<input value="x">');
    document.querySelector('input')?.select();
    const heard: (string | null)[] = [];
    document.querySelector('input')?.addEventListener('input', (event) => heard.push((event as InputEvent).data));
    document.querySelector('input')?.focus();
    await come();
    expect(document.querySelector('input')?.value).toBe('12');
    expect(heard).toEqual(['1', '2', '7', null]);
    expect(seen).toEqual(['1', '2', '7', 'Backspace']);
  });

  it('keep the time they were struck at: a scanner stays a scanner', async () => {
    const { come } = waiting();
    const struck: number[] = [];
    const first = new KeyboardEvent('keydown', { key: '1', bubbles: true, cancelable: true });
    document.body.dispatchEvent(first);
    document.body.addEventListener('keydown', (event) => struck.push(event.timeStamp));
    await new Promise((go) => setTimeout(go));
    await come();
    document.body.replaceChildren();
    expect(struck).toEqual([first.timeStamp]);
  });

  it('do what a browser does with them: forms, buttons, Tab', async () => {
    const { come } = waiting();
    for (const key of ['a', 'Tab', ' ', 'Tab', 'Enter']) press(key);
    page('<form><input id="one"><input id="two" type="checkbox"><button type="button">x</button></form>');
    let clicked = 0;
    document.querySelector('button')?.addEventListener('click', () => clicked++);
    document.getElementById('one')?.focus();
    await come();
    expect(document.querySelector<HTMLInputElement>('#one')?.value).toBe('a');
    expect(document.querySelector<HTMLInputElement>('#two')?.checked).toBe(true);
    expect(clicked).toBe(1);
  });

  it('send a form, and nothing more than what the screen lets through', async () => {
    const { come } = waiting();
    for (const key of ['a', 'x', 'Enter']) press(key);
    page('<form><input maxlength="1"></form>');
    let sent = 0;
    document.querySelector('form')?.addEventListener('submit', (event) => {
      event.preventDefault();
      sent++;
    });
    const field = document.querySelector('input');
    field?.addEventListener('keydown', (event) => event.key === 'a' && event.preventDefault());
    field?.focus();
    await come();
    expect(field?.value).toBe('x');
    expect(sent).toBe(1);
  });

  it('wait for those before them, even while those are struck', async () => {
    const { come } = waiting();
    page('<input>');
    document.querySelector('input')?.focus();
    press('1');
    press('2');
    const done = come();
    press('3');
    await done;
    expect(document.querySelector('input')?.value).toBe('123');
  });

  it('are dropped with the screen they were meant for', async () => {
    const { ahead, come } = waiting();
    press('1');
    ahead.forget();
    page('<input>');
    document.querySelector('input')?.focus();
    await come();
    expect(document.querySelector('input')?.value).toBe('');
  });

  it('are left to an input method, a dialog and the system', () => {
    const { seen } = waiting();
    press('Process');
    press('a', { isComposing: true });
    press('F4', { altKey: true });
    page('<dialog open></dialog>');
    press('b');
    expect(seen).toEqual(['Process', 'a', 'F4', 'b']);
  });
});
