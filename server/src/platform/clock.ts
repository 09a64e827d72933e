/** Time is a parameter: no other module reads the machine's clock. */
export type Clock = { readonly now: () => Date };

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still, for demonstrations and tests of go-live dates (`CAIRN_NOW`). */
export function fixedClock(at: Date): Clock {
  return { now: () => new Date(at) };
}

type Parts = Readonly<Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', string>>;

const formatters = new Map<string, Intl.DateTimeFormat>();

// Intl formatters cost ~50 µs to make and ~2 µs to use, so one is kept per zone.
function formatter(timeZone: string): Intl.DateTimeFormat {
  let found = formatters.get(timeZone);
  if (!found) {
    found = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formatters.set(timeZone, found);
  }
  return found;
}

// Within a second the answer is the same, and a busy exchange asks some thousand times a second.
let lastAsked = '';
let lastParts: Parts | undefined;

function parts(at: Date, timeZone: string): Parts {
  const asked = `${Math.floor(at.getTime() / 1000)} ${timeZone}`;
  if (lastParts && asked === lastAsked) return lastParts;
  const found = { year: '0000', month: '01', day: '01', hour: '00', minute: '00', second: '00' };
  for (const { type, value } of formatter(timeZone).formatToParts(at)) {
    if (type in found) found[type as keyof Parts] = value;
  }
  lastAsked = asked;
  lastParts = found;
  return found;
}

/** The civil date at that moment in that zone, `YYYY-MM-DD`. */
export function localDate(at: Date, timeZone: string): string {
  const { year, month, day } = parts(at, timeZone);
  return `${year}-${month}-${day}`;
}

/** HL7 timestamp with zone offset, `YYYYMMDDHHMMSS±ZZZZ` (data type TS, guide §2). */
export function hl7Timestamp(at: Date, timeZone: string): string {
  const { year, month, day, hour, minute, second } = parts(at, timeZone);
  const asUtc = Date.UTC(+year, +month - 1, +day, +hour, +minute, +second);
  const offset = Math.round((asUtc - Math.floor(at.getTime() / 1000) * 1000) / 60_000);
  const size = Math.abs(offset);
  const zone = `${offset < 0 ? '-' : '+'}${String(Math.floor(size / 60)).padStart(2, '0')}${String(size % 60).padStart(2, '0')}`;
  return `${year}${month}${day}${hour}${minute}${second}${zone}`;
}
