import type { Client, Named, PersonId } from '../../api/client';
import { vi } from '../../text/vi';

/** Somebody to choose; 0 is nobody in particular. */
export interface Offer {
  value: PersonId | 0;
  label: string;
}

/** Each once, in this order. */
export function offersOf(people: readonly (Named | null)[], nobody: string): Offer[] {
  const offers: Offer[] = [{ value: 0, label: nobody }];
  for (const person of people) {
    if (person === null || offers.some((o) => o.value === person.person)) continue;
    offers.push({ value: person.person, label: vi.radar.person(person.name, person.title) });
  }
  return offers;
}

/** Who may have a sheet: those it was given to or who lead its area, then everybody else who holds sheets. */
export async function peopleFor(client: Client, code: string): Promise<Named[]> {
  const [owners, radar] = await Promise.all([
    client.call('list_query_owners', { code, visit: null }),
    client.call('get_radar', {}),
  ]);
  const near = [...owners].sort((a, b) => Number(b.part === 'holder') - Number(a.part === 'holder'));
  return [...near, ...radar.packets.flatMap((p) => (p.hands === null ? [] : [p.hands]))];
}
