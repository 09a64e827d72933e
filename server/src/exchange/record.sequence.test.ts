import { parseMessage } from '@cairn/hl7';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CredentialHolder } from '../accounts/queries.ts';
import { demographicsIdentity, demographicsOf } from '../registry/demographics.ts';
import { identifiersOf, identityOf, isSomeoneElse, nameKey, sourceIdKey } from '../registry/identity.ts';
import type { Submission } from './submission.ts';
import type { Sender } from './identify.ts';
import { decideRecord, type KnownState, type RecordDecision } from './record.ts';

/** A message of an organization about a patient whom it keeps under a chart number. */
const messages = fc.record({
  organization: fc.constantFrom('clinic', 'pharmacy'),
  chart: fc.constantFrom('1', '2', '3'),
  last: fc.constantFrom('Wren', 'Lark'),
  first: fc.constantFrom('Ana', 'Eva'),
  middle: fc.constantFrom('', 'L', 'Luz', 'Mae'),
  birthDate: fc.constantFrom('20240315', '20110101'),
  sex: fc.constantFrom('', 'F', 'M'),
});
type Sent = Parameters<Parameters<typeof messages.map>[0]>[0];

function submissionOf({ chart, last, first, middle, birthDate, sex }: Sent): Submission {
  const parsed = parseMessage(
    `MSH|^~\\&|\rPID|1||${chart}^^^A^MR||${last}^${first}^${middle}||${birthDate}|${sex}`,
  );
  const pid = parsed.ok ? parsed.message.first('PID') : undefined;
  if (!pid) throw new Error('the message has a PID');
  const identity = identityOf(pid, { name: 5, birthDate: 7, sex: 8 });
  return {
    identity: { ...identity, birthDate: identity.birthDate ?? '' },
    identifiers: identifiersOf(pid, 3),
    identifierText: pid.raw(3),
    demographics: demographicsOf(pid, undefined, []),
    protection: '',
    doses: [],
  };
}

function senderOf(organizationId: string): Sender {
  const responsible = {
    organizationId,
    code: organizationId,
    codeKey: organizationId,
    parentId: undefined,
    stage: 'production',
    mayQuery: true,
    isClient: false,
  } as const;
  const holder: CredentialHolder = {
    ...responsible,
    kind: 'site',
    credentialId: 'c',
    passwordHash: '',
    expiresAt: undefined,
    revokedAt: undefined,
  };
  return { holder, responsible };
}

type Step = { readonly sent: Sent; readonly before: KnownState; readonly decision: RecordDecision };

/** Sends them one after the other to a registry that starts empty. */
function steps(all: readonly Sent[]): readonly Step[] {
  let known: KnownState = { persons: [], sources: [], reports: [] };
  let ids = 0;
  return all.map((sent) => {
    const decision = decideRecord(submissionOf(sent), known, {
      sender: senderOf(sent.organization),
      at: new Date(0),
      newId: () => `id-${++ids}`,
      pack: { registry: { application: '', facility: '', authority: 'CAIRN' } },
    });
    const step = { sent, before: known, decision };
    known = after(step);
    return step;
  });
}

function after({ before, decision: { effects }, sent }: Step): KnownState {
  if (!effects) return before;
  const { person, newKeys, source } = effects;
  const { personId } = person;
  const known = before.persons.find((other) => other.personId === personId);
  const said = source && { ...source, personId, organizationId: sent.organization };
  return {
    ...before,
    persons: [
      ...before.persons.filter((other) => other !== known),
      { ...person, keys: [...(known?.keys ?? []), ...newKeys.map(({ key }) => key)] },
    ],
    sources: said
      ? [said, ...before.sources.filter((other) => other.personId !== personId || other.idKey !== said.idKey)]
      : before.sources,
  };
}

const sequences = fc.array(messages, { minLength: 1, maxLength: 12 });

test('those who share a key take its places one after the other, and no place is given twice', () => {
  fc.assert(
    fc.property(sequences, (all) => {
      const held = new Map<string, number>();
      for (const { decision } of steps(all)) {
        for (const { key, slot } of decision.effects?.newKeys ?? []) {
          expect(slot).toBe(held.get(key) ?? 0);
          held.set(key, slot + 1);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('the versions of each person are 1, 2, 3 …', () => {
  fc.assert(
    fc.property(sequences, (all) => {
      const seen = new Map<string, number>();
      for (const { decision } of steps(all)) {
        if (!decision.effects) continue;
        const { personId, version } = decision.effects.person;
        expect(version).toBe((seen.get(personId) ?? 0) + 1);
        seen.set(personId, version);
      }
    }),
    { numRuns: 300 },
  );
});

test('the same message again is about the same person and adds neither key nor source', () => {
  fc.assert(
    fc.property(sequences, (all) => {
      const [last] = all.slice(-1);
      const [first, second] = steps(last ? [...all, last] : all).slice(-2);
      expect(second?.decision.effects?.person.personId).toBe(first?.decision.effects?.person.personId);
      expect(second?.decision.effects?.newKeys ?? []).toEqual([]);
      expect(second?.decision.effects?.source).toBeUndefined();
    }),
    { numRuns: 300 },
  );
});

test('nothing is recorded where number and name are those of two people; else what the message said is', () => {
  fc.assert(
    fc.property(sequences, (all) => {
      for (const { sent, before, decision } of steps(all)) {
        const said = submissionOf(sent).identity;
        if (decision.effects) {
          const { last, first, birthDate } = said;
          expect(demographicsIdentity(decision.effects.person.demographics)).toMatchObject({
            last,
            first,
            birthDate,
          });
          continue;
        }
        expect(decision.findings.map(({ code }) => code)).toEqual(['patient-id-names-someone-else']);
        const number = sourceIdKey(sent.organization, { id: sent.chart, authority: 'A', type: 'MR' });
        const name = nameKey(said) ?? '';
        const numbered = before.persons.find(({ keys }) => keys.includes(number));
        if (!numbered) throw new Error('refused without anyone under that number');
        const named = before.persons.filter((person) => person !== numbered && person.keys.includes(name));
        expect(isSomeoneElse(demographicsIdentity(numbered.demographics), said) || named.length > 0).toBe(
          true,
        );
      }
    }),
    { numRuns: 300 },
  );
});
