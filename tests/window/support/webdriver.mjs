// WebDriver by plain fetch: the few commands the window tests need.

import { spawn } from 'node:child_process';
import { createServer } from 'node:net';

export const Key = {
  enter: '\uE006',
  tab: '\uE004',
  shift: '\uE008',
  control: '\uE009',
  alt: '\uE00A',
  escape: '\uE00C',
  f2: '\uE032',
  right: '\uE014',
  f5: '\uE035',
  f8: '\uE038',
  numpad: (digit) => String.fromCharCode(0xe01a + Number(digit)),
};

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Asks until the answer is there: the driver has no signal for being ready. */
async function until(ask, what, child) {
  const deadline = AbortSignal.timeout(60_000);
  for (;;) {
    if (deadline.aborted) throw new Error(`waited in vain: ${what}`);
    if (child && child.exitCode !== null) throw new Error(`ended while waiting: ${what}`);
    try {
      const answer = await ask();
      if (answer) return answer;
    } catch (error) {
      if (error.fatal) throw error;
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** A driver of its own for one program; ends with it. */
export async function drive(program, driver, { args = [], env }) {
  const port = await freePort();
  const child = spawn(driver, [`--port=${port}`, '--host=127.0.0.1'], { env: { ...env, TAURI_WEBVIEW_AUTOMATION: 'true' }, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (bytes) => (said += bytes));
  const base = `http://127.0.0.1:${port}`;
  await until(async () => (await fetch(`${base}/status`)).ok, 'the driver', child);

  const send = async (method, path, body) => {
    const response = await fetch(base + path, { method, body: body === undefined ? undefined : JSON.stringify(body) });
    const { value } = await response.json();
    if (!response.ok) throw Object.assign(new Error(`${method} ${path}: ${value?.error}: ${value?.message}\n${said}`), { name: value?.error });
    return value;
  };
  let session;
  try {
    session = await send('POST', '/session', {
      capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': { binary: program, args } } },
    });
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
  const at = `/session/${session.sessionId}`;
  return new Window(child, (method, path, body) => send(method, at + path, body));
}

class Window {
  #driver;
  #send;

  constructor(driver, send) {
    this.#driver = driver;
    this.#send = send;
  }

  get driver() {
    return this.#driver;
  }

  /** Runs a function in the page. */
  run(script, ...args) {
    return this.#send('POST', '/execute/sync', { script: `return (${script})(...arguments)`, args });
  }

  /** Waits until a function in the page answers something. */
  see(script, ...args) {
    return until(() => this.run(script, ...args), String(script));
  }

  /** Presses keys one after the other where the cursor is; an array is a chord. */
  async press(...keys) {
    const actions = [];
    for (const key of keys) {
      const chord = Array.isArray(key) ? key : [key];
      for (const value of chord) actions.push({ type: 'keyDown', value });
      for (const value of [...chord].reverse()) actions.push({ type: 'keyUp', value });
    }
    await this.#send('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  /** Types a text where the cursor is, letter by letter. */
  type(text) {
    return this.press(...text);
  }

  /** The cursor is where a name says; what stands there. */
  at(name) {
    return this.see((wanted) => {
      const node = document.activeElement;
      const words = [...(node?.labels ?? [])].map((l) => l.textContent).join(' ') || node?.getAttribute('aria-label') || node?.textContent || '';
      return node !== document.body && words.replace(/\s+/g, ' ').trim().startsWith(wanted) && { value: node.value ?? '' };
    }, name);
  }

  /** Waits until a text is on the screen. */
  sees(text) {
    return this.see((wanted) => document.body?.innerText.includes(wanted), text);
  }

  /** Tab by Tab to what bears this name. */
  async tabTo(name) {
    for (let i = 0; i < 120; i++) {
      const found = await this.run((wanted) => {
        const node = document.activeElement;
        const words = node?.getAttribute('aria-label') || [...(node?.labels ?? [])].map((l) => l.textContent).join(' ') || node?.textContent || '';
        return node !== document.body && words.replace(/\s+/g, ' ').trim().startsWith(wanted);
      }, name);
      if (found) return;
      await this.press(Key.tab);
    }
    throw new Error(`Tab never comes to “${name}”`);
  }

  /** A picture once everything is painted. */
  async screenshot() {
    await this.#send('POST', '/execute/async', {
      script: 'const done = arguments[0]; document.fonts.ready.then(() => requestAnimationFrame(() => requestAnimationFrame(done)));',
      args: [],
    });
    return Buffer.from(await this.#send('GET', '/screenshot'), 'base64');
  }

  title() {
    return this.#send('GET', '/title');
  }

  close() {
    return this.#send('DELETE', '');
  }
}

export { until };
