// The twin itself: whom it answers, and that it says what the window would.

import assert from 'node:assert/strict';
import { readFile, stat } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { test } from 'node:test';
import { boxesOnDisk, root } from './support/programs.mjs';
import { office, twin } from './support/twin.mjs';

/** A request with headers that a page could not send. */
function raw(url, { method = 'GET', path = '/', headers = {}, body } = {}) {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, method, path, headers, setHost: false }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts).toString() }));
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

test('another host or another page is refused', async (t) => {
  const { url } = await twin(t);
  const { host } = new URL(url);
  const post = { method: 'POST', path: '/rpc/call/desk', body: '{"do":"state"}' };
  const json = { 'content-type': 'application/json' };
  assert.equal((await raw(url, { ...post, headers: { host, ...json } })).status, 200);
  assert.equal((await raw(url, { ...post, headers: { host, origin: `http://${host}`, ...json } })).status, 200);
  assert.equal((await raw(url, { ...post, headers: { host: 'ward.example.com', ...json } })).status, 403);
  assert.equal((await raw(url, { ...post, headers: { host, origin: 'https://example.com', ...json } })).status, 403);
  assert.equal((await raw(url, { ...post, headers: { host, 'content-type': 'text/plain' } })).status, 415);
  assert.equal((await raw(url, { path: '/', headers: { host: 'ward.example.com' } })).status, 403);
});

test('a request of five megabytes is refused, one as large as a pasted table is read', async (t) => {
  const { ask } = await twin(t);
  assert.equal((await ask('call/search', JSON.stringify({ query: 'x'.repeat(5 << 20) }))).status, 413);
  assert.equal((await ask('call/search', JSON.stringify({ query: 'x'.repeat(1 << 20) }))).status, 422);
});

test('files of the UI come under the policy of the window', async (t) => {
  const { url } = await twin(t);
  const window = JSON.parse(await readFile(join(root, 'src-tauri/tauri.conf.json'), 'utf8'));
  const page = await fetch(url);
  assert.equal(page.status, 200);
  assert.equal(page.headers.get('content-security-policy'), window.app.security.csp);
  assert.match(page.headers.get('content-type'), /^text\/html/);
  const { host } = new URL(url);
  for (const path of ['/../Cargo.toml', '/%2e%2e/Cargo.toml', '/assets/../../Cargo.toml', '/nothing.js']) {
    assert.equal((await raw(url, { path, headers: { host } })).status, 404, path);
  }
});

test('a refusal is 422 with code and values', async (t) => {
  const { ask, call } = await office(t);
  for (const [path, body, code] of [
    ['call/no_such_thing', {}, 'unknown_command'],
    ['call/open_sheet', { code: 7 }, 'bad_request'],
    ['call/open_sheet', 'not json', 'bad_request'],
    ['call/open_sheet', { code: '12' }, 'code_length'],
    ['job/no_such_paper', {}, 'unknown_command'],
  ]) {
    const response = await ask(path, body);
    assert.equal(response.status, 422, path);
    assert.equal((await response.json()).code, code);
  }
  await call('desk', { do: 'close' });
  assert.equal((await (await ask('call/list_areas', {})).json()).code, 'no_office_open');
  assert.equal((await ask('nothing/here', {})).status, 404);
});

test('a keyed box is on disk when the answer is there, and says what it changed', async (t) => {
  const { reply, file, regular } = await office(t);
  const [{ code }] = regular;
  const { answer, changed } = await reply('set_boxes', { code, boxes: [{ no: '1', value: '32' }, { no: '2', value: '' }, { no: '3', value: '0' }] });
  assert.ok(changed.includes('tally'), changed.join());
  assert.equal(answer.boxes[0].value, 32);
  const boxes = await boxesOnDisk(file, code);
  assert.deepEqual([boxes['1'], boxes['2'], boxes['3']], [32, null, 0]);
});

test('a preview is the paper itself, under its name', async (t) => {
  const { bytes } = await office(t);
  const response = await bytes('plan_pdf', {});
  assert.equal(response.status, 200);
  assert.equal(response.headers.get('content-type'), 'application/pdf');
  assert.match(response.headers.get('content-disposition'), /^inline; filename\*=UTF-8''/);
  assert.equal(Buffer.from(await response.arrayBuffer()).subarray(0, 5).toString(), '%PDF-');
});

test('a job makes a file in the folder of papers, and it can be fetched', async (t) => {
  const { url, job, jobState } = await office(t);
  const id = await job('plan_docx', {});
  let state = await jobState(id);
  while (state.state === 'running') state = await jobState(id);
  assert.equal(state.state, 'done', JSON.stringify(state));
  assert.match(state.file.path, /văn phòng - giấy tờ/);
  assert.equal((await stat(state.file.path)).size, state.file.size);
  const fetched = await fetch(new URL(`rpc/file/${id}`, url));
  assert.match(fetched.headers.get('content-disposition'), /^attachment;/);
  assert.deepEqual(Buffer.from(await fetched.arrayBuffer()), await readFile(state.file.path));
  assert.equal((await fetch(new URL('rpc/file/999', url))).status, 422);
});

test('the clock stands where it was put', async (t) => {
  const { call } = await office(t);
  assert.equal((await call('get_overview', {})).today, '2024-11-10');
});

test('a file another program writes to is refused in words', async (t) => {
  const { file } = await office(t);
  const other = await twin(t);
  await assert.rejects(other.call('desk', { do: 'open', path: file }), (error) => error.wire.code === 'file_busy');
});
