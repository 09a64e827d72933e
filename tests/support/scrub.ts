/** What is known of patients must not come out by the back door: logs, metrics, mails, details of the audit. */
import type { Client } from 'pg';

/** Messages that are looked through; tests of load send thousands alike. */
const MESSAGES = 2000;
/** Shorter ones are parts of words that mean something else. */
const SHORTEST = 4;

/** What stands for no name. */
const NOTHING = new Set(['""', 'NONE', 'NOBODY', 'UNKNOWN']);

/** The registry's own ids say nothing of anybody, and are what the audit goes by. */
const REGISTRY_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Fields and components that tell who somebody is: ids, names, birth date, street, phone. */
const TELLING: Readonly<Record<string, Readonly<Record<number, readonly number[]>>>> = {
  PID: { 3: [1], 5: [1, 2], 6: [1, 2], 7: [1], 9: [1, 2], 11: [1], 13: [4, 7], 14: [4, 7] },
  NK1: { 2: [1, 2], 4: [1], 5: [4, 7] },
  QPD: { 3: [1], 4: [1, 2], 5: [1, 2], 6: [1], 8: [1], 9: [7] },
};

/** All that the messages in the ledger tell of who patients are. */
export function tellingValues(texts: readonly string[]): ReadonlySet<string> {
  const values = new Set<string>();
  for (const text of texts) {
    for (const line of text.split(/[\r\n]+/)) {
      const fields = line.split('|');
      for (const [field, components] of Object.entries(TELLING[fields[0] ?? ''] ?? {})) {
        for (const repetition of (fields[Number(field)] ?? '').split('~')) {
          const parts = repetition.split('^');
          for (const component of components) {
            const value = (parts[component - 1] ?? '').trim();
            if (value.length >= SHORTEST && !NOTHING.has(value.toUpperCase()) && !REGISTRY_ID.test(value))
              values.add(value);
          }
        }
      }
    }
  }
  return values;
}

/** A date as HL7 has it, also as pages and databases write it. */
const forms = (value: string): readonly string[] =>
  /^(?:19|20)\d{6}$/.test(value)
    ? [value, `${value.slice(0, 4)}-${value.slice(4, 6)}-${value.slice(6)}`]
    : [value];

/** The lines that hold one of the values as a word of its own. */
export function leaksIn(
  lines: readonly string[],
  values: ReadonlySet<string>,
): readonly { readonly line: string; readonly value: string }[] {
  const text = lines.join('\n').toUpperCase();
  return [...values].flatMap((value) =>
    forms(value.toUpperCase()).flatMap((form) => {
      if (!text.includes(form)) return [];
      const escaped = form.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
      const word = new RegExp(String.raw`(?<![\p{L}\p{N}])${escaped}(?![\p{L}\p{N}])`, 'u');
      return lines.filter((line) => word.test(line.toUpperCase())).map((line) => ({ line, value }));
    }),
  );
}

/** What of the patients in this database has come out, in words: `log: LOPEZ in {"msg": …`. */
export async function leaksOf(
  db: Client,
  out: Readonly<Record<string, readonly string[]>>,
  ordinary: readonly string[] = [],
): Promise<readonly string[]> {
  const { rows } = await db.query<{ raw: Buffer }>(
    'select raw from message order by message_id desc limit $1',
    [MESSAGES],
  );
  const told = tellingValues(rows.map(({ raw }) => raw.toString('utf8')));
  const words = ordinary.map((word) => word.toUpperCase());
  const values = new Set([...told].filter((value) => !words.includes(value.toUpperCase())));
  const mails = await db.query<{ text: string }>(
    `select kind || ' ' || recipient || ' ' || subject || ' ' || text || ' ' || html as text from mail`,
  );
  const audit = await db.query<{ text: string }>(
    `select action || ' ' || detail::text as text from audit_event where detail <> '{}'`,
  );
  const texts = (found: readonly { readonly text: string }[]) => found.map(({ text }) => text);
  const all = { ...out, mail: texts(mails.rows), 'audit detail': texts(audit.rows) };
  return Object.entries(all).flatMap(([where, lines]) =>
    leaksIn(lines, values).map(({ line, value }) => `${where}: ${value} in ${line.slice(0, 300)}`),
  );
}
