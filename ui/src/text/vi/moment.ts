import { dmy, hm, plusDays } from '../format';

/** `19h30 hôm nay`, `17h02 hôm qua`, `17h02 ngày 24/11/2024`; `at` is RFC 3339. */
export function moment(at: string, today: string): string {
  const day = at.slice(0, 10);
  const hour = hm(at.slice(11));
  if (day === today) return `${hour} hôm nay`;
  if (day === plusDays(today, -1)) return `${hour} hôm qua`;
  return `${hour} ngày ${dmy(day)}`;
}
