import { describe, expect, it, vi as mock } from 'vitest';
import type { Host } from '../host/host';
import { Api, composed, NoAnswer, Refusal, type JobState } from './client';

function host(over: Partial<Host>): Host {
  const not = () => Promise.reject(new Error('not scripted'));
  return {
    can: { pick: false, reveal: false },
    call: not,
    bytes: not,
    jobStart: not,
    jobState: not,
    jobCancel: not,
    open: not,
    print: not,
    reveal: not,
    savePicture: not,
    pickFile: not,
    pickFiles: not,
    pickFolder: not,
    pickNewFile: not,
    takeAskedFile: not,
    onFileAsked: () => undefined,
    ...over,
  };
}

describe('what leaves the window', () => {
  it('is composed, however deep it lies', () => {
    const loose = 'Ngõ'.normalize('NFD');
    expect(loose).not.toBe('Ngõ');
    expect(composed({ a: loose, b: [loose, { c: loose }], n: 1, z: null })).toEqual({
      a: 'Ngõ',
      b: ['Ngõ', { c: 'Ngõ' }],
      n: 1,
      z: null,
    });
  });

  it('reaches the host composed', async () => {
    const call = mock.fn(async () => ({ answer: [], changed: [], undo: null }));
    await new Api(host({ call })).call('search', { query: 'Cầu Đơ'.normalize('NFD') });
    expect(call).toHaveBeenCalledWith('search', { query: 'Cầu Đơ' });
  });
});

describe('what comes back', () => {
  it('after a restore holds for nothing that was read before; a look changes nothing', async () => {
    const api = new Api(host({ call: async () => ({ answer: null, changed: [], undo: null }) }));
    const [area, restored] = [mock.fn(), mock.fn()];
    api.onChanged(['area'], area);
    const stop = api.onRestored(restored);
    await api.backups({ do: 'look', number: 1 });
    expect([area, restored].map((heard) => heard.mock.calls.length)).toEqual([0, 0]);
    await api.backups({ do: 'restore', number: 1 });
    expect([area, restored].map((heard) => heard.mock.calls.length)).toEqual([1, 1]);
    stop();
    await api.backups({ do: 'undo_restore' });
    expect([area, restored].map((heard) => heard.mock.calls.length)).toEqual([2, 1]);
  });

  it('tells only those who look at a changed table', async () => {
    const api = new Api(host({ call: async () => ({ answer: null, changed: ['tally', 'sheet'], undo: null }) }));
    const [tally, area] = [mock.fn(), mock.fn()];
    const stop = api.onChanged(['tally', 'visit'], tally);
    api.onChanged(['area'], area);
    await api.call('list_areas', {});
    expect(tally).toHaveBeenCalledTimes(1);
    expect(area).not.toHaveBeenCalled();
    stop();
    await api.call('list_areas', {});
    expect(tally).toHaveBeenCalledTimes(1);
  });

  it('a refusal keeps its code and is heard by the window; a dead wire is no refusal', async () => {
    const wire = { code: 'not_signed_in', params: {}, problems: [], log_id: null };
    const refused = new Api(host({ call: () => Promise.reject(wire) }));
    const heard = mock.fn();
    refused.onRefused = heard;
    await expect(refused.call('list_areas', {})).rejects.toBeInstanceOf(Refusal);
    expect(heard).toHaveBeenCalledWith(wire);
    const dead = new Api(host({ call: () => Promise.reject(new TypeError('fetch')) }));
    await expect(dead.call('list_areas', {})).rejects.toBeInstanceOf(NoAnswer);
  });
});

describe('a job', () => {
  const run = async (states: JobState[]) => {
    mock.useFakeTimers();
    const api = new Api(
      host({
        jobStart: async () => 3 as never,
        jobState: async () => states.shift() ?? { state: 'cancelled' },
        jobCancel: async () => undefined,
      }),
    );
    const told: string[] = [];
    const job = await api.job('plan_pdf', {});
    const end = job.finished((done, of) => told.push(`${String(done)}/${String(of)}`)).then(
      (file) => file,
      (error: unknown) => error,
    );
    await mock.runAllTimersAsync();
    mock.useRealTimers();
    return { told, end: await end };
  };

  it('tells its progress until the file is there', async () => {
    const file = { path: '/p/a.pdf', file_name: 'a.pdf', mime: 'application/pdf', size: 9 };
    const { told, end } = await run([
      { state: 'running', done: 1, of: 3 },
      { state: 'running', done: 2, of: 3 },
      { state: 'done', file },
    ]);
    expect(told).toEqual(['1/3', '2/3']);
    expect(end).toEqual(file);
  });

  it('ends with nothing when it was stopped, and with its refusal when it failed', async () => {
    expect((await run([{ state: 'cancelled' }])).end).toBeNull();
    const error = { code: 'disk_full' as const, params: {}, problems: [], log_id: null };
    expect((await run([{ state: 'failed', error }])).end).toBeInstanceOf(Refusal);
  });
});

it('another file waits for what is on its way to this one', async () => {
  const seen: string[] = [];
  let arrive: () => void = () => undefined;
  const api = new Api(
    host({
      call: async (name) => {
        if (name === 'set_boxes') await new Promise<void>((done) => (arrive = done));
        seen.push(name);
        return { answer: {}, changed: [], undo: null };
      },
    }),
  );
  const box = api.call('set_boxes', { code: '290-3318', boxes: [], cursor: null });
  const opened = api.desk({ do: 'open', path: '/a.db' });
  await api.call('get_overview', {});
  arrive();
  await Promise.all([box, opened]);
  expect(seen).toEqual(['get_overview', 'set_boxes', 'desk']);
});
