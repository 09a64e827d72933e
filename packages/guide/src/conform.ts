import { type Vaccine, vaccineByCvx } from '@cairn/codes';
import type { Message, Segment } from '@cairn/hl7';
import { FILLS } from './data/fills.ts';
import { examine, type Guide, nationalGuide } from './check.ts';
import { vaccineOf } from './facts/read-dose.ts';
import type { SinkEntry } from './sink.ts';

/** What is mended may show what was hidden behind it; a few passes settle every message. */
const PASSES = 8;

/**
 * Makes an answer keep to the guide to the letter, whatever senders have submitted: what can only mean one thing is
 * filled in, what is no value is left out, and what cannot be without it goes with it (guide table 3-1). Doses never
 * go: a dose is recorded only with day and vaccine, and all else that it must have has a word for unknown.
 */
export function conform(message: Message, guide: Guide = nationalGuide()): void {
  for (const rxa of message.all('RXA')) nameVaccine(rxa);
  for (const rxr of message.all('RXR')) placeRoute(rxr, message);
  number(message);
  for (let pass = 0; pass < PASSES; pass++) {
    const errors = examine(message, guide).entries.filter(({ finding }) => finding.severity === 'E');
    if (errors.length === 0) return;
    // Filling in comes first: one component may be enough where several are missed, and then nothing goes.
    const mended = errors.filter((error) => mend(error, message));
    if (mended.length === 0) for (const error of errors) leaveOut(error, message);
    number(message);
  }
}

/** CVX 999 */
const UNKNOWN_VACCINE = '999';

/** Z32 and Z42 name vaccines by CVX code; what was sent besides stands as the alternate. */
function nameVaccine(rxa: Segment): void {
  if (rxa.text(5, 3).trim().toUpperCase() === 'CVX') return;
  const { cvx, ndc } = vaccineOf(rxa);
  const named = cvx ?? (ndc === undefined ? undefined : UNKNOWN_VACCINE);
  const vaccine: Vaccine | undefined = named === undefined ? undefined : vaccineByCvx(named);
  if (!vaccine) return;
  const sent = [rxa.text(5, 1), rxa.text(5, 2), rxa.text(5, 3)];
  const isSame = sent[0] === vaccine.cvx;
  rxa.set(5, '');
  [vaccine.cvx, vaccine.name, 'CVX', ...(isSame ? [] : sent)].forEach((part, index) =>
    rxa.set(5, part, { component: index + 1 }),
  );
}

/** A route is taken wherever it stands in its order; the guide has it right behind the dose. */
function placeRoute(rxr: Segment, message: Message): void {
  const before = message.segments.slice(0, message.segments.indexOf(rxr));
  const rxa = before.findLastIndex(({ name }) => name === 'ORC' || name === 'RXA' || name === 'RXR');
  if (before[rxa]?.name !== 'RXA' || rxa === before.length - 1) return;
  message.remove(rxr);
  message.insert(rxa + 1, rxr);
}

/** Contacts are numbered through the message, observations through their order. */
function number(message: Message): void {
  let contact = 0;
  let observation = 0;
  for (const segment of message.segments) {
    if (segment.name === 'ORC') observation = 0;
    if (segment.name === 'NK1') renumber(segment, ++contact);
    if (segment.name === 'OBX') renumber(segment, ++observation);
  }
}

function renumber(segment: Segment, place: number): void {
  if (segment.text(1) !== String(place)) segment.set(1, String(place));
}

/** Whether there was a way to make it right without leaving anything out. */
function mend({ finding, spot }: SinkEntry, message: Message): boolean {
  // Of several values the first counts; to fill the field in would lose that too.
  if (!spot?.field || finding.code === 'repeats-too-often') return false;
  const { segment, field, repetition = 1, component } = spot;
  if (!message.segments.includes(segment)) return false;
  const own = MENDS[finding.code];
  if (own) own(segment, message);
  else if (finding.code === 'code-not-exact') {
    segment.set(field, segment.text(field, component, repetition).toUpperCase(), {
      repetition,
      ...(component === undefined ? {} : { component }),
    });
  } else if (finding.code === 'time-zone-unexpected') {
    segment.set(field, segment.text(field).replace(/[+-]\d{4}$/, ''));
  } else return filled(segment, field, repetition, component);
  return true;
}

function filled(segment: Segment, field: number, repetition: number, component: number | undefined): boolean {
  const path = `${segment.name}-${field}${component === undefined ? '' : `.${component}`}`;
  if (path === 'RXA-15') {
    // The guide asks for the lot of a dose that is said to be complete; where it is not known that is not said.
    segment.set(20, '');
    return true;
  }
  if (path === 'RXA-7') {
    withoutAmount(segment);
    return true;
  }
  if (path === 'PID-13.2' || path === 'NK1-5.2') {
    const isMail = segment.text(field, 4, repetition) !== '';
    segment.set(field, isMail ? 'NET' : 'PRN', { repetition, component: 2 });
    return true;
  }
  if (
    component !== undefined &&
    PROVIDERS.has(`${segment.name}-${field}`) &&
    (component === 9 || component === 13)
  ) {
    const isNpi = NPI.test(segment.text(field, 1));
    const value = component === 9 ? (isNpi ? 'NPPES' : (FILLS['XCN.9'] ?? '')) : isNpi ? 'NPI' : 'PRN';
    segment.set(field, value, { repetition, component });
    return true;
  }
  const fill = FILLS[path];
  if (fill === undefined) return false;
  if (component === undefined) segment.setRaw(field, fill);
  else segment.set(field, fill, { repetition, component });
  return true;
}

const PROVIDERS = new Set(['RXA-10', 'ORC-10', 'ORC-12']);
/** Ten digits that begin with 1 or 2 are a National Provider Identifier. */
const NPI = /^[12]\d{9}$/;

/** A value goes first; where it was all of a required field the next pass finds that, and may know a word for it. */
function leaveOut({ finding, spot, ignored }: SinkEntry, message: Message): void {
  if (!spot || !message.segments.includes(spot.segment)) return;
  if (ignored) {
    const { segment, field, repetition, component } = ignored;
    if (component !== undefined) segment.set(field, '', { repetition, component });
    else {
      const { repetition: separator } = segment.delimiters;
      const kept = segment
        .raw(field)
        .split(separator)
        .toSpliced(repetition - 1, 1);
      segment.setRaw(field, kept.join(separator));
    }
  } else if (finding.effect === 'segment') remove(spot.segment, message);
  else if (finding.effect === 'dose') removeOrder(spot.segment, message);
}

/** With an observation go its notes: they would read as notes on the one before. */
function remove(segment: Segment, message: Message): void {
  const next = message.segments.slice(message.segments.indexOf(segment) + 1);
  message.remove(segment);
  if (segment.name !== 'OBX') return;
  for (const note of next) {
    if (note.name !== 'NTE') return;
    message.remove(note);
  }
}

function removeOrder(of: Segment, message: Message): void {
  const at = message.segments.indexOf(of);
  let first = at;
  while (first > 0 && message.segments[first]?.name !== 'ORC') first--;
  const rest = message.segments.slice(first + 1).findIndex(({ name }) => name === 'ORC');
  const order = message.segments.slice(first, rest < 0 ? undefined : first + 1 + rest);
  for (const segment of order) message.remove(segment);
}

type Mend = (segment: Segment, message: Message) => void;

const set =
  (field: number, value: string): Mend =>
  (segment) =>
    segment.set(field, value);

/** How statements of the guide are made to hold. */
const MENDS: Readonly<Record<string, Mend>> = {
  'iz-22': set(11, 'F'),
  'iz-25': set(1, 'RE'),
  'iz-28': set(1, '0'),
  'iz-29': set(2, '1'),
  'iz-30': (rxa) => rxa.setRaw(4, rxa.raw(3)),
  'iz-31': (rxa) => rxa.setRaw(9, FILLS['RXA-9'] ?? ''),
  'iz-32': set(18, ''),
  'iz-35': remove,
  'iz-36': remove,
  'iz-37': remove,
  'iz-44': set(4, '1'),
  'iz-45': (orc) => orc.set(3, '9999', { component: 1 }),
  'iz-46': set(1, '1'),
  'iz-47': set(9, ''),
  'iz-48': (rxa) => withoutAmount(rxa),
  'iz-49': (rxa) => withoutAmount(rxa),
  'iz-66': (pid) => pid.set(6, 'M', { component: 7 }),
};

function withoutAmount(rxa: Segment): void {
  rxa.set(6, '999');
  rxa.set(7, '');
}
