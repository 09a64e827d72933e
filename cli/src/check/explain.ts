import { type CatalogueEntry, catalogue } from '@cairn/guide';
import { UsageError } from '../usage-error.ts';
import { exceptions, policyOf } from './places.ts';
import { NATIONAL, type Registry } from './registry.ts';
import { colouredRows, rows, styled, type Terminal } from './terminal.ts';
import { EFFECT, effectOf, SEVERITY, severityOf } from './words.ts';
import { UNREADABLE, UNREADABLE_SOURCE } from './unreadable.ts';

export type Explanation = Omit<CatalogueEntry, 'kind'> & { readonly kind: CatalogueEntry['kind'] | 'text' };

/** @throws UsageError for an unknown code, with those that look like it */
export function explanation(code: string, registry: Registry): Explanation {
  const all = [...catalogue(policyOf(registry.guide)), ...unreadableEntries()];
  const wanted = code.trim().toLowerCase();
  const same = all.filter((entry) => entry.code === wanted);
  const [found] = same;
  if (found) {
    // A statement of the guide may speak of several places (IZ-3: ORC-2 and ORC-3).
    const everywhere = new Set(same.map(({ at }) => at));
    return { ...found, at: [...everywhere].join(', '), severity: severityOf(found) };
  }
  const near = similar(
    wanted,
    all.map((entry) => entry.code),
  );
  const hint =
    near.length === 0 ? 'They stand in brackets in the report.' : `Similar are: ${near.join(', ')}.`;
  throw new UsageError(`There is no code "${code}". ${hint}`);
}

function unreadableEntries(): readonly Explanation[] {
  return Object.entries(UNREADABLE).map(([code, { states, fix }]) => ({
    code,
    kind: 'text',
    states,
    fix,
    source: UNREADABLE_SOURCE,
    at: '',
    value: 'malformed',
    severity: 'E',
    effect: 'reject',
    message: 'Says which line cannot be read, and why.',
    after: [],
  }));
}

/** An explanation for people. */
export function explanationText(entry: Explanation, registry: Registry, to: Terminal): string {
  const { code, kind, states, at, message, fix, source, after } = entry;
  const national = catalogue().find((other) => other.code === code);
  const about = [
    ['Severity', differing(entry, registry.id === NATIONAL ? undefined : national, severityWords)],
    ['The data', differing(entry, registry.id === NATIONAL ? undefined : national, dataOf)],
    ['Where', at === '' ? (kind === 'field' ? 'any field' : 'the message as a whole') : at],
    ['Says', blanks(message)],
    ['What to do', blanks(fix)],
    ['Source', source],
    ...(after.length === 0 ? [] : [['Silent after', after.join(', ')]]),
  ];
  return [styled(code, 'bold', to), states, '', rows(about, to.width), ...places(code, registry, to)].join(
    '\n',
  );
}

function differing(
  entry: Explanation,
  national: Explanation | undefined,
  told: (entry: Explanation) => string,
): string {
  const here = told(entry);
  const there = national && told(national);
  return there === undefined || there === here ? here : `${here} (nationally: ${there || '–'})`;
}

const severityWords = (entry: Explanation): string => SEVERITY[severityOf(entry)];
const dataOf = (entry: Explanation): string =>
  entry.kind === 'text' ? EFFECT[entry.effect] : effectOf({ ...entry, kind: entry.kind });

function places(code: string, { guide, name }: Registry, to: Terminal): readonly string[] {
  const here = exceptions(guide).filter((exception) => exception.code === code);
  if (here.length === 0) return [];
  const cells = here.map(({ severity, path, effect, readAs, name: field }) => [
    SEVERITY[severity],
    path,
    `${field}: ${readAs === undefined ? EFFECT[effect] : `taken as ${readAs}`}`,
  ]);
  return ['', `But at these places (${name}):`, colouredRows(rows(cells, to.width), to)];
}

/** `{where}` is filled in where it is found. */
const blanks = (text: string): string => text.replaceAll(/\{(\w+)\}/g, '‹$1›');

const SIMILAR = 5;

/** Codes that share words with what was asked, or are a slip of the keyboard away from it. */
export function similar(wanted: string, codes: readonly string[]): readonly string[] {
  const words = new Set(wanted.split(/[^a-z0-9]+/).filter((word) => word.length > 2));
  return codes
    .map((code) => {
      const shared = code.split('-').filter((word) => words.has(word)).length;
      const slip = distance(wanted, code);
      return {
        code,
        score: shared * 2 + (slip <= 2 ? 10 - slip : 0) - Math.abs(code.length - wanted.length) / 50,
      };
    })
    .filter(({ score }) => score > 1)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, SIMILAR)
    .map(({ code }) => code);
}

/** Letters to add, drop or change (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      const change = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(change, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
