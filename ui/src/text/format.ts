/** Numbers, dates and order as Vietnamese offices write them. Dates cross the wire as `2024-11-09`. */

const NBSP = '\u00a0';
const whole = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 0, useGrouping: 'always' });
const tenths = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 });
const collator = new Intl.Collator('vi', { numeric: true });

/** `1234` → `1.234`. */
export function count(n: number): string {
  return whole.format(n);
}

/** `12.5` → `12,5 %`. */
export function percent(n: number): string {
  return `${tenths.format(n)}${NBSP}%`;
}

/** `2024-11-09` → `09/11/2024`. */
export function dmy(iso: string): string {
  const [y, m, d] = iso.split('-');
  return `${d ?? ''}/${m ?? ''}/${y ?? ''}`;
}

/** `2024-11-09` → `09/11`. */
export function dm(iso: string): string {
  return dmy(iso).slice(0, 5);
}

/** `19:30:00` → `19h30`. */
export function hm(time: string): string {
  return time.slice(0, 5).replace(':', 'h');
}

/** Reads an hour as offices type it: `19h30`, `19:30`, `19.30`, `1930`, `19 30`, `19h`; as the wire carries it. */
export function parseHour(typed: string): string | null {
  const found = /^(\d{1,2})\s*[h:.]?\s*(\d{2})?$/i.exec(typed.trim());
  if (!found) return null;
  const [hour, minute] = [Number(found[1]), Number(found[2] ?? '0')];
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00`;
}

/**
 * Reads a day as typed: `9/11/2024`, `09-11-2024`, `09112024`, `9.11.24`, or ISO. A day that is not in the
 * calendar is no day.
 */
export function parseDay(typed: string): string | null {
  const text = typed.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  const local = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})$/.exec(text) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(text);
  const [y, m, d] = iso ? [iso[1], iso[2], iso[3]] : local ? [local[3], local[2], local[1]] : [];
  if (!y || !m || !d) return null;
  const year = y.length === 2 ? `20${y}` : y;
  const day = `${year}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  return isDay(day) ? day : null;
}

function isDay(iso: string): boolean {
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso);
}

/** The day so many days later. */
export function plusDays(iso: string, days: number): string {
  const date = new Date(`${iso}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** Days from one day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** Monday is 0, as Vietnamese calendars begin. */
export function weekdayIndex(iso: string): number {
  return (new Date(`${iso}T00:00:00Z`).getUTCDay() + 6) % 7;
}

/** Reads a count as typed or pasted: `1234`, `1.234`, `1 234`. Anything else is no count. */
export function parseCount(typed: string): number | null {
  const text = typed.trim().replaceAll(NBSP, ' ');
  if (!/^(\d+|\d{1,3}([. ]\d{3})+)$/.test(text)) return null;
  return Number(text.replace(/[. ]/g, ''));
}

/** The form two texts are compared in when marks and case do not matter. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase();
}

/** Whether every word of the query begins a word of the text, marks and case aside. */
export function matches(text: string, query: string): boolean {
  const words = fold(text).split(/[^\p{L}\p{N}]+/u);
  return fold(query)
    .split(/\s+/)
    .filter(Boolean)
    .every((q) => words.some((w) => w.startsWith(q)));
}

/** Vietnamese order, numbers in names by value. */
export function compare(a: string, b: string): number {
  return collator.compare(a, b);
}

/** `482-1937` while it is being typed: the hyphen after three digits; a scan stays as it is. */
export function codeAsTyped(digits: string): string {
  return digits.length > 3 && digits.length <= 7 ? `${digits.slice(0, 3)}-${digits.slice(3)}` : digits;
}

/** First letter in upper case. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `1536` → `1,5 kB`. */
export function size(bytes: number): string {
  if (bytes < 1024) return `${count(bytes)} B`;
  if (bytes < 1024 * 1024) return `${tenths.format(bytes / 1024)} kB`;
  return `${tenths.format(bytes / 1024 / 1024)} MB`;
}

/** Areas as many as one takes in at a glance, and how many there are besides. */
export function areasOf(names: readonly string[], most: number): string {
  if (names.length <= most) return names.join(', ');
  return `${names.slice(0, most - 1).join(', ')} và ${count(names.length - most + 1)} địa bàn nữa`;
}
