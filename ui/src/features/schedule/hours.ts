/** Reads an hour as offices type it: `19h30`, `19:30`, `19.30`, `1930`, `19h`; as the wire carries it. */
export function parseHour(typed: string): string | null {
  const found = /^(\d{1,2})(?:\s*[hH:.]\s*(\d{2})?|(\d{2}))?$/.exec(typed.trim());
  const [hour, minute] = [Number(found?.[1]), Number(found?.[2] ?? found?.[3] ?? 0)];
  if (!found || hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00`;
}
