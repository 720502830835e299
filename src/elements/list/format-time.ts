import type { ListMessageKey } from '../../messages/list.vi.ts';
import type { Localize } from '../localize.ts';

const defaultTimeZone = 'Asia/Ho_Chi_Minh';

/**
 * Gives a function that writes ISO 8601 instants for readers: day and time in the site's time zone (C-7), "Vừa xong" in
 * the first minute. A time zone that nobody knows is that of Vietnam. `now` in milliseconds; without it, every instant is
 * written out, as a page that others keep has to.
 */
export function createFormatTime(
  language: string,
  timeZone: string,
  localize: Localize<ListMessageKey>,
  now?: () => number,
): (instant: string) => string {
  const format = (zone: string): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(language, {
      day: 'numeric',
      // "24 thg 11" is no date that a Vietnamese paper prints, and 11/24 none that all English readers read alike.
      month: language === 'vi' ? 'numeric' : 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      timeZone: zone,
    });
  let dates: Intl.DateTimeFormat;
  try {
    dates = format(timeZone || defaultTimeZone);
  } catch {
    dates = format(defaultTimeZone);
  }
  return (instant) => {
    const time = Date.parse(instant);
    if (Number.isNaN(time)) return '';
    return now && Math.abs(now() - time) < 60_000 ? localize('item.now') : dates.format(time);
  };
}
