const defaultTimeZone = 'Asia/Ho_Chi_Minh';

/** How instants and lengths of time are written on the desk (C-7). */
export interface DeskTimes {
  /** Day and time of an ISO 8601 instant; empty where it is none. */
  readonly at: (instant: string | null | undefined) => string;
  /** The day alone. */
  readonly day: (instant: string | null | undefined) => string;
  /** How long ago an instant is, in words: "3 phút", "2 ngày". */
  readonly since: (instant: string) => string;
  /** A length of time in words. */
  readonly length: (seconds: number) => string;
  /** The time zone: "GMT+7". */
  readonly zone: string;
  /** An instant as a `datetime-local` field has it, in the time zone; empty where it is none. */
  readonly toField: (instant: string | null) => string;
  /** The instant of what such a field has; null where it is empty. */
  readonly ofField: (field: string) => string | null;
}

const units = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

const write = (format: Intl.DateTimeFormat, instant: string | null | undefined): string => {
  const time = Date.parse(instant ?? '');
  return Number.isNaN(time) ? '' : format.format(time);
};

/** Gives the desk's ways of writing time in a language and a time zone; one that nobody knows is that of Vietnam. */
export function createDeskTimes(language: string, timeZone: string, now: () => number): DeskTimes {
  const writer = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
    const day = { day: 'numeric', month: language === 'vi' ? 'numeric' : 'short' } as const;
    const all = { ...day, year: 'numeric', ...options } as const;
    try {
      return new Intl.DateTimeFormat(language, { ...all, timeZone: timeZone || defaultTimeZone });
    } catch {
      return new Intl.DateTimeFormat(language, { ...all, timeZone: defaultTimeZone });
    }
  };
  const days = writer({});
  const { timeZone: zone } = days.resolvedOptions();
  const zoneName = new Intl.DateTimeFormat(language, {
    timeZone: zone,
    timeZoneName: 'shortOffset',
  })
    .formatToParts()
    .find(({ type }) => type === 'timeZoneName');
  // What Swedes write is ISO 8601.
  const fields = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'short',
  });
  const toField = (instant: string | null): string => write(fields, instant).replace(' ', 'T');
  const times = writer({ hour: '2-digit', minute: '2-digit' });
  const length = (seconds: number): string => {
    const [unit, size] = units.find(([, one]) => seconds >= one) ?? ['second', 1];
    const options = { style: 'unit', unit, unitDisplay: 'long' } as const;
    return new Intl.NumberFormat(language, options).format(Math.floor(seconds / size));
  };
  return {
    at: (instant) => write(times, instant),
    day: (instant) => write(days, instant),
    since: (instant) => length(Math.max(0, (now() - (Date.parse(instant) || now())) / 1000)),
    length,
    zone: zoneName?.value ?? zone,
    toField,
    ofField: (field) => {
      const wanted = Date.parse(`${field}Z`);
      if (Number.isNaN(wanted)) return null;
      let time = wanted;
      // Twice: the first time may have found the offset of the other side of a change of clocks.
      for (let round = 0; round < 2; round += 1) {
        time -= Date.parse(`${toField(new Date(time).toISOString())}Z`) - wanted;
      }
      return new Date(time).toISOString();
    },
  };
}
