import { describe, expect, it } from 'vitest';
import type { BackupRequest, Finding } from '../../api/client';
import { administrator, backupRow, clerk, copies, look, secondPlace, side } from '../../testing/copies';
import { gate, refusal, Scripted } from '../../testing/scripted';
import { vi } from '../../text/vi';
import { Backups } from './backups.svelte';
import { Checking } from './checking.svelte';
import { remedyOf } from './findings';
import { partOf, PARTS } from './part';
import { linesOf } from './preview';
import { Restoring } from './restoring.svelte';
import { secondOf } from './second';

const TODAY = '2024-11-10';

describe('the copies', () => {
  const three = copies([
    backupRow(3, '2024-11-10T20:00:00+07:00'),
    backupRow(2, '2024-11-10T19:30:00+07:00', { kind: 'asked' }),
    // The clock was wrong; the number is what counts.
    backupRow(1, '2031-01-01T08:00:00+07:00'),
  ]);

  it('stand by day in the order of their numbers, the latest chosen; keys go through them', async () => {
    const backups = new Backups(new Scripted({}, {}, () => three), administrator);
    await backups.load();
    expect(backups.days.map(({ day, rows }) => [day, rows.map((r) => r.stamp.number)])).toEqual([
      ['2024-11-10', [3, 2]],
      ['2031-01-01', [1]],
    ]);
    expect(backups.chosen?.stamp.number).toBe(3);
    expect(backups.last?.stamp.number).toBe(3);
    backups.step(1);
    expect(backups.step(1)?.stamp.number).toBe(1);
    expect(backups.step(1)?.stamp.number).toBe(1);
  });

  it('a refusal is said in words, and what was there stays', async () => {
    let full = false;
    const client = new Scripted({}, {}, () => {
      if (full) throw refusal('disk_full');
      return three;
    });
    const backups = new Backups(client, administrator);
    await backups.load();
    full = true;
    expect(await backups.ask({ do: 'make' })).toBe(false);
    expect(backups.error).toContain('đầy');
    expect(backups.rows).toHaveLength(3);
    expect(backups.doing).toBeNull();
    // A dialog says its own.
    backups.error = '';
    expect(await backups.tries({ do: 'make' })).toContain('đầy');
    expect(backups.error).toBe('');
  });

  it('a glance that is answered late does not hide what was done meanwhile', async () => {
    const slow = gate();
    const client = new Scripted({}, {}, async (request: BackupRequest) => {
      if (request.do === 'state') await slow.passed;
      return request.do === 'state' ? copies([]) : three;
    });
    const backups = new Backups(client, administrator);
    const glance = backups.load();
    await backups.ask({ do: 'make' });
    slow.open();
    await glance;
    expect(backups.rows).toHaveLength(3);
  });

  it('say to others who may do what they may not', async () => {
    const client = new Scripted({ list_accounts: () => [administrator, clerk, { ...administrator, name: 'Đã thôi', active: false }] });
    const backups = new Backups(client, clerk);
    await backups.loadNames();
    expect(backups.isAdministrator).toBe(false);
    expect(vi.backup.onlyAdministrator(backups.administrators)).toBe('Chỉ người quản trị làm được việc này: Thu Hằng.');
  });
});

describe('bringing back', () => {
  const found = look({
    now: side({ keyed: 14, last: { entry: 9, at: '2024-11-10T20:15:00+07:00', who: 'Thu Hằng' } }),
    then: side({ keyed: 12, last: { entry: 4, at: '2024-11-09T21:00:00+07:00', who: null } }),
    deeds: 5,
  });

  it('is looked at, then done, each with its own request', async () => {
    const asked: BackupRequest[] = [];
    const client = new Scripted({}, {}, (request) => {
      asked.push(request);
      return copies([], { look: request.do === 'look' ? found : null });
    });
    const restoring = Restoring.of(new Backups(client, administrator), 7);
    expect(await restoring.look()).toBe(true);
    expect(restoring.found).toEqual(found);
    expect(await restoring.run()).toBe(true);
    expect(asked).toEqual([{ do: 'look', number: 7 }, { do: 'restore', number: 7 }]);
    asked.length = 0;
    const back = Restoring.back(new Backups(client, administrator), 8);
    await back.look();
    await back.run();
    expect(asked).toEqual([{ do: 'look', number: 8 }, { do: 'undo_restore' }]);
  });

  it('a wrong passphrase keeps the way open to another', async () => {
    const client = new Scripted({}, {}, () => {
      throw refusal('backup_missing');
    });
    const restoring = Restoring.fromFile(new Backups(client, administrator), ' /usb/a.tungngo ', 'sai');
    expect(await restoring.look()).toBe(false);
    expect(restoring.error).not.toBe('');
    expect([restoring.found, restoring.busy]).toEqual([null, false]);
    expect(client.asked[0]?.request).toEqual({ do: 'look_at_file', path: '/usb/a.tungngo', passphrase: 'sai' });
  });

  it('is shown in figures a clerk knows; what differs is marked, what is unknown is a dash', () => {
    const target = { name: 'Cài đặt', numerator: null, denominator: null, percent: null };
    const lines = linesOf({ ...found, then: side({ ...found.then, targets: [target] }) }, TODAY);
    expect(lines.map((l) => [l.what, l.now, l.then, l.differs])).toEqual([
      ['Đợt', 'Cài đặt iHanoi', 'Cài đặt iHanoi', false],
      ['Phiếu đã nhập', '14 / 90', '12 / 90', true],
      ['Cài đặt', '–', '–', false],
      ['Lần ghi cuối', '20h15 hôm nay, Thu Hằng', '21h00 hôm qua', true],
    ]);
    expect(linesOf({ ...found, now: null }, TODAY).some((l) => l.differs)).toBe(false);
  });

  it('names what each sheet would read', () => {
    const boxes = [{ no: '1', now: 99, then: 32 }, { no: '2', now: 4, then: null }];
    expect(vi.restoring.boxes({ code: '482-1937', area: null, is_gone: false, boxes })).toBe('ô 1: 99 → 32; ô 2: 4 → trống');
  });
});

it('of the second place the first thing that is missing is said, and a drive in a drawer is no trouble until it is late', () => {
  const stamp = { number: 1, at: '2024-11-10T20:00:00+07:00', kind: 'automatic' } as const;
  const usb = { folder: '/usb', has_passphrase: true, there: true };
  const read = [
    secondPlace(),
    secondPlace({ folder: '/usb' }),
    secondPlace({ ...usb, there: false, last: stamp }),
    secondPlace({ ...usb, there: false, last: stamp, due: true }),
    secondPlace({ ...usb }),
    secondPlace({ ...usb, last: stamp }),
  ].map(secondOf);
  expect(read.map(({ says, tone, does }) => [says, tone, does])).toEqual([
    ['none', 'wait', 'set_up'],
    ['locked', 'wait', 'set_up'],
    ['gone', 'plain', 'see'],
    ['gone', 'wait', 'see'],
    ['due', 'wait', 'copy'],
    ['has', 'plain', 'copy'],
  ]);
});

it('the check tells what it found; one that was stopped says nothing of the file', async () => {
  const client = new Scripted({});
  const checking = new Checking(client);
  await checking.run();
  expect([checking.cancelled, checking.check]).toEqual([true, null]);
  client.inspected.inspect_file = () => ({ findings: [], entries: 12, head: '89a5 cce0' });
  await checking.run();
  expect([checking.cancelled, checking.check?.entries, checking.done, checking.of]).toEqual([false, 12, 1, 2]);
});

it('each finding of the check has one thing to do, in a place of its own', () => {
  const found: Finding[] = [
    { kind: 'database', message: 'page 3' },
    { kind: 'journal', entry: 12, words: 'Mục 12 đã bị sửa sau khi ghi.' },
    { kind: 'document', number: 'Số: 75/KH-UBND', dated: '2024-11-04' },
    { kind: 'report', name: 'BC-003', to: '2024-11-10' },
  ];
  expect(found.map((f) => [vi.checking.remedies[remedyOf(f).words], remedyOf(f).screen, remedyOf(f).target])).toEqual([
    ['Xem các bản sao', 'backup', 'ban-sao'],
    ['Xem mục này trong nhật ký', 'journal', '12'],
    ['Xem văn bản', 'plan', 'van-ban'],
    ['Xem báo cáo', 'report', 'da-phat-hanh'],
  ]);
  expect(vi.checking.finding(found[3] as Finding)).toContain('10/11/2024');
});

it('the parts are found by their address', () => {
  expect([null, 'ban-sao', 'noi-thu-hai', 'kiem-tra', 'x'].map(partOf)).toEqual(['copies', 'copies', 'away', 'check', 'copies']);
  expect(PARTS).toHaveLength(3);
});
