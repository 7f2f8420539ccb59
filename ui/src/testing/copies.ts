import type { AccountRow, BackupKind, BackupRow, BackupState, RestoreLook, RestoreSide, SecondPlace } from '../api/client';

/** Backups for tests, each whole, with what the test is about put over it. */

export function backupRow(number: number, at: string, over: Partial<BackupRow> & { kind?: BackupKind } = {}): BackupRow {
  const { kind = 'automatic', ...rest } = over;
  return {
    stamp: { number, at, kind },
    fault: null,
    checked: null,
    size: 1024,
    office: 'UBND phường Hà Cầu',
    program: '0.1.0',
    sheets: 90,
    boxes: 9,
    entries: 100,
    path: `/sao-luu/${String(number)}.db`,
    expires: { on: '2024-12-10', after: 0 },
    ...rest,
  };
}

export const secondPlace = (over: Partial<SecondPlace> = {}): SecondPlace => ({
  folder: null,
  there: false,
  same_drive: false,
  has_passphrase: false,
  last: null,
  copies: null,
  due: false,
  failure: null,
  ...over,
});

export function copies(backups: BackupRow[], over: Partial<BackupState> = {}): BackupState {
  return {
    brief: {
      last: backups[0]?.stamp ?? null,
      failure: null,
      waiting: false,
      running: false,
      second_due: false,
      second_failure: null,
    },
    folder: '/sao-luu',
    backups,
    second: secondPlace(),
    undo: null,
    look: null,
    ...over,
  };
}

export const side = (over: Partial<RestoreSide> = {}): RestoreSide => ({
  campaign: 'Cài đặt iHanoi',
  sheets: 90,
  keyed: 12,
  targets: [],
  last: null,
  ...over,
});

export const look = (over: Partial<RestoreLook> = {}): RestoreLook => ({
  stamp: { number: 1, at: '2024-11-10T19:30:00+07:00', kind: 'asked' },
  office: 'UBND phường Hà Cầu',
  now: side(),
  then: side(),
  sheets: [],
  sheets_in_all: 0,
  deeds: 0,
  ...over,
});

export const administrator = { id: 1, name: 'Thu Hằng', role: 'administrator', active: true } as unknown as AccountRow;
export const clerk = { id: 2, name: 'Minh Hạnh', role: 'clerk', active: true } as unknown as AccountRow;
