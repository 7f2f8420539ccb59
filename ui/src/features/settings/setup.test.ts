import { describe, expect, it } from 'vitest';
import type { AuthorityRow, CampaignRow, OfficePeriod } from '../../api/client';
import { refusal, Scripted } from '../../testing/scripted';
import { Authorities } from './authorities.svelte';
import { Campaigns, groundworkOf } from './campaigns.svelte';
import { OfficeLife } from './history.svelte';
import { NamedDraft } from './profile.svelte';

const period = (id: number, from: string | null, to: string | null, now = false) =>
  ({
    now,
    issuer: {
      id,
      validity: { from, to },
      superior_lines: [],
      name_lines: ['ỦY BAN NHÂN DÂN', 'PHƯỜNG HÀ CẦU'],
      short_name: 'UBND phường Hà Cầu',
      place: 'Hà Cầu',
      symbol: 'UBND',
      contact_line: null,
    },
  }) as unknown as OfficePeriod;

describe('the office through its history', () => {
  it('a new name begins as the newest reads, and needs its day', async () => {
    const client = new Scripted({
      list_office_periods: () => [period(1, null, null, true)],
      rename_office: () => 2 as never,
    });
    const life = new OfficeLife(client);
    await life.load();
    life.begin(null);
    expect(life.draft.place).toBe('Hà Cầu');
    expect(await life.save()).toBe(false);
    life.draft.shortName = 'UBND phường Hà Đông';
    life.from = '2025-07-01';
    expect(await life.save()).toBe(true);
    expect(client.requests('rename_office')).toEqual([
      expect.objectContaining({ from: '2025-07-01', letterhead: expect.objectContaining({ short_name: 'UBND phường Hà Đông' }) }),
    ]);
  });

  it('the first period has no day to correct', async () => {
    const client = new Scripted({
      list_office_periods: () => [period(1, null, null, true)],
      correct_office_period: () => null,
    });
    const life = new OfficeLife(client);
    await life.load();
    life.begin(life.rows[0] ?? null);
    expect(life.asksDay).toBe(false);
    expect(await life.save()).toBe(true);
  });
});

describe('a person named in a form', () => {
  it('asks only where it makes a difference', () => {
    const signer = new NamedDraft();
    signer.take('Đào Thu Hằng');
    signer.name = 'dao thu hang';
    expect(signer.differs).toBe(false);
    signer.name = 'Lê Văn Nam';
    expect(signer.differs).toBe(true);
    expect(signer.typed()).toEqual({ name: 'Lê Văn Nam' });
    signer.meant = 'same';
    expect(signer.typed()).toEqual({ name: 'Lê Văn Nam', correction: true });
    signer.name = ' ';
    expect(signer.typed()).toBeNull();
  });
});

describe('authorities', () => {
  it('an address that only repeats the name follows it, and a refusal keeps the form open', async () => {
    const row = {
      now: true,
      authority: { id: 3, name: 'UBND quận', address: 'UBND quận', validity: { from: null, to: null } },
    } as AuthorityRow;
    const client = new Scripted({
      list_authorities: () => [row],
      put_authority: () => {
        throw refusal('authority_exists', { name: 'UBND quận' });
      },
    });
    const authorities = new Authorities(client);
    await authorities.load();
    authorities.begin(row);
    expect(authorities.address).toBe('');
    expect(await authorities.save()).toBe(false);
    expect([authorities.open, authorities.error.includes('UBND quận')]).toEqual([true, true]);
  });
});

describe('campaigns', () => {
  const row = {
    id: 1,
    title: 'Cài đặt iHanoi',
    app_name: 'iHanoi',
    starts_on: '2024-11-09',
    ends_on: '2024-11-30',
    evening_starts: '19:30:00',
    evening_ends: '21:30:00',
    areas: 18,
    evenings: 22,
    sheets: 0,
    chosen: true,
  } as CampaignRow;

  it('a new one goes on from the one worked on', async () => {
    const client = new Scripted({ list_campaigns: () => [row], start_campaign: () => 2 as never });
    const campaigns = new Campaigns(client);
    await campaigns.load();
    campaigns.begin(null);
    campaigns.title = 'Đợt hai';
    campaigns.starts = '2025-03-01';
    campaigns.ends = '2025-03-31';
    expect(await campaigns.save()).toBe(true);
    expect(client.requests('start_campaign')).toEqual([
      {
        title: 'Đợt hai',
        app: 'iHanoi',
        subject: null,
        starts_on: '2025-03-01',
        ends_on: '2025-03-31',
        from: { kind: 'earlier', id: 1 },
      },
    ]);
  });

  it('an earlier campaign is named by its number', () => {
    expect(groundworkOf('earlier 12')).toEqual({ kind: 'earlier', id: 12 });
  });

  it('bad hours are said before anything is asked', async () => {
    const client = new Scripted({ list_campaigns: () => [row] });
    const campaigns = new Campaigns(client);
    await campaigns.load();
    campaigns.begin(row);
    campaigns.eveningEnds = 'khuya';
    expect(await campaigns.save()).toBe(false);
    expect(campaigns.error).not.toBe('');
  });
});
