// The browser twin with an office of its own.

import { chmod, cp } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { address, atEnd, environment, folder, kill, programs, ui } from './programs.mjs';

/** The evening of the campaign's second day: a clock that stands still keeps tests exact. */
export const NOW = '2024-11-10T20:00:00+07:00';

/** Starts the twin; it ends with the test. `as`: another user of the computer, `{ uid, gid }`; `from`: see `reachable`. */
export async function twin(t, { home, file, now = NOW, idle, as = {}, from = { program: programs.devserver, pages: ui } } = {}) {
  home ??= await folder(t);
  const args = ['--ui', from.pages, '--home', home, '--now', now, '--with-parent', ...(file ? ['--file', file] : []), ...(idle ? ['--idle-seconds', String(idle)] : [])];
  const { child, first, said } = address(from.program, args, { env: environment(), ...as });
  const url = await first;
  atEnd(t, () => kill(child));
  const ask = (path, body, headers = {}) =>
    fetch(new URL(`rpc/${path}`, url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body ?? {}),
    });
  const json = async (response) => {
    const body = await response.json();
    if (!response.ok) throw Object.assign(new Error(JSON.stringify(body)), { status: response.status, wire: body });
    return body;
  };
  return {
    url,
    home,
    child,
    said,
    ask,
    call: async (name, request) => (await json(await ask(`call/${name}`, request))).answer,
    reply: async (name, request) => json(await ask(`call/${name}`, request)),
    bytes: (name, request) => ask(`bytes/${name}`, request),
    job: async (name, request) => json(await ask(`job/${name}`, request)),
    jobState: async (id) => json(await fetch(new URL(`rpc/job/${id}`, url))),
    stop: () => kill(child),
  };
}

/** Program and pages where any user of the computer reaches them: the sources may lie in a folder of root's own. */
export async function reachable(t) {
  const at = await folder(t);
  await chmod(at, 0o755);
  const from = { program: join(at, basename(programs.devserver)), pages: join(at, 'ui') };
  await cp(programs.devserver, from.program);
  await cp(ui, from.pages, { recursive: true });
  return from;
}

/** The twin with a sample open and its sheets numbered, with a control total if asked; `sheets` as the contract lists them. */
export async function office(t, { sample = 'ha-cau-2024', control = false, ...options } = {}) {
  const here = await twin(t, options);
  const desk = await here.call('desk', { do: 'create', path: join(here.home, 'văn phòng.db'), beginning: { from: 'sample', name: sample } });
  if (control) {
    const form = await here.call('default_form', { with_reasons: false });
    await here.call('put_form', { form: { ...form, control: true, indicators: form.indicators.map((i) => ({ ...i, control: true })) } });
  }
  await here.call('number_sheets', { evening: null, count: 5, spare: 2 });
  const sheets = await here.call('list_sheets', { evening: null });
  return { ...here, file: desk.file.path, sheets, regular: sheets.filter((s) => s.kind === 'regular') };
}
