import type { Statement } from '../platform/database/pipeline.ts';

/** `insert into t (a, b) values ($1, $2)`: rows of several messages can stand in one. */
const ONE_ROW = /^(insert into \w+ \([^()]*\)\s+values )(\((?:\$\d+(?:, )?)+\))( on conflict do nothing)?$/;
/** `insert into t (a, b) select … from …`, and the selection does not end in anything that a union would take for itself. */
const SELECTED = /^(insert into \w+ \([^()]*\)\s+)(select [^;]*?)( on conflict do nothing)?$/;
/** `select cairn_expect(…)`: fails as stale, and answers with nothing of use. */
const EXPECTED = /^(select )(cairn_expect\([^;]*\))()$/;

/** How a statement is written for several messages: what stands in front once, what is repeated, what joins, what ends it. */
type Shape = { readonly head: string; readonly part: string; readonly joint: string; readonly tail: string };

const SHAPES: Readonly<Record<string, readonly [RegExp, string]>> = {
  'insert-person-keys': [SELECTED, ' union all '],
  'insert-dose-reports': [SELECTED, ' union all '],
  'expect-keys': [EXPECTED, ', '],
};

/** So many rows go into one statement, or a half, a quarter … of it: each number is a statement that is prepared once. */
const MOST_TOGETHER = 16;

/**
 * The statements of several messages as fewer, which do the same in one transaction: rows for one table go in together. What
 * is to be done once for each message is left as it is. Their order stays: what stands first for each message stands first
 * for all.
 * @param messages no two of which touch the same rows
 */
export function mergeStatements(messages: readonly (readonly Statement[])[]): readonly Statement[] {
  const groups: { readonly name: string; readonly statements: Statement[] }[] = [];
  for (const statements of messages) {
    let last = -1;
    for (const statement of statements) {
      const { name } = statement;
      // Several of one kind for one message stay together.
      const from = Math.max(0, last);
      const found = groups.findIndex((group, index) => index >= from && group.name === name);
      if (found < 0) groups.splice(last + 1, 0, { name, statements: [] });
      last = found < 0 ? last + 1 : found;
      groups[last]?.statements.push(statement);
    }
  }
  return groups.flatMap(({ statements }) => together(statements));
}

const LOCKS = 'lock-keys';

function together(statements: readonly Statement[]): readonly Statement[] {
  const [first] = statements;
  if (!first || statements.length === 1) return statements;
  if (first.name === LOCKS) return [allLocks(first, statements)];
  const shape = shapeOf(first);
  if (!shape) return statements;
  const merged: Statement[] = [];
  let from = 0;
  for (let size = MOST_TOGETHER; size > 1; size /= 2) {
    for (; statements.length - from >= size; from += size) {
      merged.push(several(shape, first.name, statements.slice(from, from + size)));
    }
  }
  return [...merged, ...statements.slice(from)];
}

/** In ascending order, as those of one message are: no two transactions can wait for each other. */
function allLocks({ name, text }: Statement, statements: readonly Statement[]): Statement {
  const locks = new Set(statements.flatMap(({ values }) => values[0] as readonly string[]));
  const sorted = [...locks].map(BigInt).toSorted((a, b) => (a < b ? -1 : 1));
  return { name, text, values: [sorted.map(String)] };
}

const shapes = new Map<string, Shape | undefined>();

function shapeOf({ name, text }: Statement): Shape | undefined {
  const known = shapes.get(text);
  if (known || shapes.has(text)) return known;
  const [form, joint] = SHAPES[name] ?? [ONE_ROW, ', '];
  const [, head, part, tail = ''] = form.exec(text) ?? [];
  const shape = head === undefined || part === undefined ? undefined : { head, part, joint, tail };
  shapes.set(text, shape);
  return shape;
}

const texts = new Map<string, string>();

function several(shape: Shape, name: string, statements: readonly Statement[]): Statement {
  const values = statements.flatMap((statement) => statement.values);
  const each = values.length / statements.length;
  const merged = `${name}-of-${statements.length}`;
  let text = texts.get(merged);
  if (text === undefined) {
    text =
      shape.head + statements.map((_, no) => shifted(shape.part, no * each)).join(shape.joint) + shape.tail;
    texts.set(merged, text);
  }
  return { name: merged, text, values };
}

const shifted = (part: string, by: number): string =>
  part.replace(/\$(\d+)/g, (_whole, number: string) => `$${Number(number) + by}`);
