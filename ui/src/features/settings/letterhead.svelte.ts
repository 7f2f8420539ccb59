import type { Issuer, Letterhead } from '../../api/client';

type Head = Pick<Issuer, 'superior_lines' | 'name_lines' | 'short_name' | 'place' | 'symbol' | 'contact_line'>;

export const lines = (text: string) => text.split('\n').filter((line) => line.trim() !== '');
export const orNull = (text: string) => (text.trim() === '' ? null : text);

/** The letterhead as it is being typed. */
export class LetterheadDraft {
  superior = $state('');
  name = $state('');
  shortName = $state('');
  place = $state('');
  symbol = $state('');
  contactLine = $state('');

  take(head: Head): void {
    this.superior = head.superior_lines.join('\n');
    this.name = head.name_lines.join('\n');
    this.shortName = head.short_name;
    this.place = head.place;
    this.symbol = head.symbol;
    this.contactLine = head.contact_line ?? '';
  }

  typed(): Letterhead {
    return {
      superior_lines: lines(this.superior),
      name_lines: lines(this.name),
      short_name: this.shortName,
      place: this.place,
      symbol: this.symbol,
      contact_line: orNull(this.contactLine),
    };
  }
}
