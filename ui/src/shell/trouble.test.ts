import { describe, expect, it } from 'vitest';
import { Api, type DeskRequest, type DeskState, type Trouble, type TroubleCode } from '../api/client';
import { ERROR_WORDS } from '../text/errors.vi';
import { TROUBLE_WORDS, troubleWords } from '../text/troubles.vi';
import { vi } from '../text/vi';
import { Session } from './session.svelte';
import { waitingOf } from './waiting';

const PATH = '/van-phong/Hà Cầu.db';
const trouble = (code: TroubleCode, action: Trouble['action']): Trouble => ({ code, path: PATH, params: { file: 'Hà Cầu.db' }, action });

/** A session at a desk that answers as told, and what it was asked. */
function at(answer: (request: DeskRequest) => Partial<DeskState>) {
  const asked: DeskRequest[] = [];
  const call = async (_: string, request: unknown) => {
    asked.push(request as DeskRequest);
    return { answer: { file: null, who: null, trouble: null, backup: null, ...answer(request as DeskRequest) }, changed: [], undo: null };
  };
  return { session: new Session(new Api({ call } as never)), asked };
}

describe('what stands in the way of a file', () => {
  it('takes the whole window while nothing can be done with it, until somebody only looks', async () => {
    const { session, asked } = at(({ do: what }) => (what === 'recover' ? {} : { trouble: trouble('damaged', 'recover') }));
    await session.reload();
    const found = session.blocked;
    expect(found?.code).toBe('damaged');
    if (!found) return;
    session.putAside(found);
    expect(session.blocked).toBeNull();
    expect(session.desk?.trouble).toEqual(found);
    await session.actOn(found);
    expect(asked.at(-1)).toEqual({ do: 'recover', path: PATH });
    expect(session.desk?.trouble).toBeNull();
  });

  it('is only told where work goes on', async () => {
    for (const [code, action, asks] of [
      ['cloud', 'accept', { do: 'accept_trouble' }],
      ['read_only', 'open_copy', { do: 'open_copy', path: PATH }],
      // Found by the check beside, in the middle of somebody's keying.
      ['unsound', 'recover', { do: 'recover', path: PATH }],
    ] as const) {
      const { session, asked } = at(() => ({ trouble: trouble(code, action) }));
      await session.reload();
      expect(session.blocked, code).toBeNull();
      await session.actOn(trouble(code, action));
      expect(asked.at(-1)).toEqual(asks);
    }
  });

  it('another file with the same trouble is told of again', async () => {
    let path = PATH;
    const { session } = at(() => ({ trouble: { ...trouble('damaged', 'recover'), path } }));
    await session.reload();
    if (session.blocked) session.putAside(session.blocked);
    path = '/van-phong/Phú La.db';
    await session.reload();
    expect(session.blocked?.path).toBe(path);
  });

  it('a file that is open elsewhere may be looked at', async () => {
    const { session, asked } = at((request) => {
      if (request.do === 'open') throw { code: 'file_busy', params: { file: 'Hà Cầu.db' }, problems: [], log_id: null };
      return {};
    });
    expect(await session.open(PATH)).toBe(false);
    expect(session.busyElsewhere).toBe(PATH);
    expect(session.error).toContain('Hà Cầu.db');
    await session.openReading(PATH);
    expect(asked.at(-1)).toEqual({ do: 'open_reading', path: PATH });
    expect(session.busyElsewhere).toBeNull();
  });

  it('is said in whole sentences with the values of the file', () => {
    for (const [code, words] of Object.entries(TROUBLE_WORDS)) {
      expect(words, code).toMatch(/[.?]$/);
      expect(words.normalize('NFC'), code).toBe(words);
    }
    expect(troubleWords(trouble('damaged', 'recover'))).toContain('“Hà Cầu.db”');
    expect(vi.trouble.rebuiltMissing(0)).toBe('');
    expect(ERROR_WORDS.file_read_only).not.toBe('');
  });
});

it('the side bar marks copies that want looking at, and is quiet otherwise', () => {
  const brief = { last: null, failure: null, waiting: true, running: false, second_due: false, second_failure: null };
  const failure = { at: '', error: { code: 'disk_full', params: {}, problems: [], log_id: null } } as const;
  const read = [null, brief, { ...brief, second_due: true }, { ...brief, failure }, { ...brief, second_failure: failure }];
  expect(read.map((b) => waitingOf(null, 'backup', b as never)?.n ?? 0)).toEqual([0, 0, 1, 1, 1]);
});
