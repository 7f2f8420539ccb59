import { describe, expect, it } from 'vitest';
import { Api, type Undoable } from '../api/client';
import { History } from './history.svelte';

/** An office that gives each deed the next entry, and remembers which were taken back. */
function office() {
  const taken: number[] = [];
  let entry = 0;
  let refuse = false;
  const call = async (name: string, request: unknown) => {
    if (name === 'undo') {
      if (refuse) throw { code: 'undo_too_late', params: {}, problems: [], log_id: null };
      taken.push((request as { entry: number }).entry);
    }
    return { answer: null, changed: [], undo: name === 'search' ? null : ++entry };
  };
  const api = new Api({ call } as never);
  return { api, taken, history: new History(api), refusing: (on: boolean) => (refuse = on) };
}

const did = (api: Api, deed: Undoable) => api.call(deed, {} as never);

describe('going back', () => {
  it('goes no further than the state the file was brought back to', async () => {
    const { api, history, taken } = office();
    await did(api, 'add_visit');
    await did(api, 'move_visit');
    await history.undo();
    history.forget();
    expect([await history.undo(), await history.redo()]).toEqual([null, null]);
    expect(taken).toHaveLength(1);
  });

  it('takes the latest deed first, and does it again', async () => {
    const { api, history, taken } = office();
    await did(api, 'add_visit');
    await did(api, 'move_visit');
    expect(await history.undo()).toBe('move_visit');
    expect(await history.undo()).toBe('add_visit');
    expect(await history.undo()).toBeNull();
    expect(taken).toEqual([2, 1]);
    expect(await history.redo()).toBe('add_visit');
    expect(await history.redo()).toBe('move_visit');
    expect(taken).toEqual([2, 1, 4, 3]);
    expect(await history.undo()).toBe('move_visit');
    expect(taken.at(-1)).toBe(6);
  });

  it('a new deed leaves nothing to do again', async () => {
    const { api, history } = office();
    await did(api, 'add_visit');
    await history.undo();
    await did(api, 'put_base');
    expect(await history.redo()).toBeNull();
    expect(await history.undo()).toBe('put_base');
  });

  it('a question is no deed', async () => {
    const { api, history } = office();
    await api.call('search', { query: 'ngo' });
    expect(await history.undo()).toBeNull();
  });

  it('one that is refused does not bar those before it', async () => {
    const { api, history, refusing } = office();
    await did(api, 'add_visit');
    await did(api, 'move_visit');
    refusing(true);
    await expect(history.undo()).rejects.toThrow('undo_too_late');
    refusing(false);
    expect(await history.undo()).toBe('add_visit');
  });
});
