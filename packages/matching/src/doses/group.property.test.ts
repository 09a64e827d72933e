import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareDoses } from './compare.ts';
import { familyOf } from './groups.ts';
import { groupDoses, overruledLinks } from './group.ts';
import { prepareDose } from './prepare.ts';
import { anyDose } from './testing/arbitraries.ts';
import type { DoseFacts, DoseLink } from './types.ts';

const history = fc.uniqueArray(anyDose, { maxLength: 14, selector: ({ id }) => id });

const linked = history.chain((doses) =>
  fc.tuple(
    fc.constant(doses),
    fc.array(
      fc.record({
        a: fc.constantFrom('', ...doses.map(({ id }) => id)),
        b: fc.constantFrom('', ...doses.map(({ id }) => id)),
        kind: fc.constantFrom('same', 'different'),
      } as const),
      { maxLength: 6 },
    ),
  ),
);

const shuffled = linked.chain(([doses, links]) =>
  fc.tuple(
    fc.constant([doses, links] as const),
    fc.shuffledSubarray([...doses], { minLength: doses.length }),
    fc.shuffledSubarray([...links], { minLength: links.length }),
  ),
);

const runs = { numRuns: 1500 };

/** The partition by facts alone, and which part counts. */
function byFacts(doses: readonly DoseFacts[]): readonly string[] {
  const facts = new Map(doses.map(({ id, ...rest }) => [id, JSON.stringify(rest)]));
  const told = (id: string | undefined): string => facts.get(id ?? '') ?? '';
  return groupDoses(doses)
    .map(({ order, suspectOf }) => `${order.map(told).join('+')}?${told(suspectOf)}`)
    .sort();
}

describe('groups of any history', () => {
  test('do not depend on the order of doses or of links', () => {
    fc.assert(
      fc.property(shuffled, ([[doses, links], otherDoses, otherLinks]) => {
        expect(groupDoses(otherDoses, otherLinks)).toEqual(groupDoses(doses, links));
      }),
      runs,
    );
  });

  test('do not depend on the ids', () => {
    fc.assert(
      fc.property(history, fc.infiniteStream(fc.uuid()), (doses, ids) => {
        const renamed = doses.map((dose) => ({ ...dose, id: String(ids.next().value) }));
        expect(byFacts(renamed)).toEqual(byFacts(doses));
      }),
      runs,
    );
  });

  test('have every dose once, the primary first, and suspects of what counts alone', () => {
    fc.assert(
      fc.property(linked, ([doses, links]) => {
        const groups = groupDoses(doses, links);
        expect(groups.flatMap(({ members }) => members).sort()).toEqual(doses.map(({ id }) => id).sort());
        const counting = new Set(
          groups.flatMap(({ primary, suspectOf }) => (suspectOf === undefined ? primary : [])),
        );
        for (const { members, order, primary, suspectOf } of groups) {
          expect([...order].sort()).toEqual(members);
          expect(order[0]).toBe(primary);
          if (suspectOf !== undefined) expect(counting.has(suspectOf)).toBe(true);
        }
      }),
      runs,
    );
  });

  test('never hold two that are different, but components of a combination that they hold', () => {
    fc.assert(
      fc.property(history, (doses) => {
        const known = new Map(doses.map((dose) => [dose.id, dose]));
        for (const { members } of groupDoses(doses)) {
          const own = members.flatMap((id) => known.get(id) ?? []);
          for (const a of own) for (const b of own) expect(belongTogether(a, b, own)).toBe(true);
        }
      }),
      runs,
    );
  });

  test('never hold a dose and a refusal, nor hide a dose given from two lots', () => {
    fc.assert(
      fc.property(history, (doses) => {
        const known = new Map(doses.map((dose) => [dose.id, dose]));
        for (const { members } of groupDoses(doses)) {
          const own = members.flatMap((id) => known.get(id) ?? []);
          expect(new Set(own.map((dose) => prepareDose(dose).isGiven)).size).toBe(1);
        }
      }),
      runs,
    );
  });

  test('keep to what persons decided', () => {
    fc.assert(
      fc.property(linked, ([doses, links]) => {
        const groups = groupDoses(doses, links);
        const groupOf = new Map(groups.flatMap((group) => group.members.map((id) => [id, group] as const)));
        const overruled = new Set<DoseLink>(overruledLinks(doses, links));
        for (const link of links) {
          const [a, b] = [groupOf.get(link.a), groupOf.get(link.b)];
          if (!a || !b || link.a === link.b) continue;
          if (link.kind === 'different') {
            expect(a).not.toBe(b);
            expect(a.suspectOf === b.primary || b.suspectOf === a.primary).toBe(false);
          } else if (!overruled.has(link)) expect(a).toBe(b);
        }
      }),
      runs,
    );
  });
});

function belongTogether(a: DoseFacts, b: DoseFacts, own: readonly DoseFacts[]): boolean {
  if (a.id === b.id) return true;
  const { verdict } = compareDoses(a, b);
  if (verdict === 'same') return true;
  if (verdict === 'unsure')
    return own.some(
      (given) =>
        given.source === 'administered' &&
        compareDoses(given, a).verdict === 'same' &&
        compareDoses(given, b).verdict === 'same',
    );
  const areApart = familyOf(prepareDose(a), prepareDose(b)) === 'none' && a.day === b.day;
  return (
    areApart && own.some(({ groups }) => [...a.groups, ...b.groups].every((group) => groups.includes(group)))
  );
}
