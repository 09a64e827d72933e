/**
 * CDC's case patients, recorded and asked for (Z44): every answer (Z42) keeps to its profile without an error, and reading
 * it back gives the evaluation and the dates that the engine gives.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { check, compileGuide, ymdOf } from '@cairn/guide';
import { bundledSchedule, civilOf, compileSchedule, dayOf, forecast, readCaseLines } from '@cairn/forecast';
import { type Message, parseMessage } from '@cairn/hl7';
import { describe, expect, test } from 'vitest';
import { decide } from '../../server/src/exchange/decide.ts';
import { guideOn } from '../../server/src/exchange/guide.ts';
import { takeIn } from '../../server/src/exchange/intake.ts';
import type { State } from '../../server/src/exchange/read.ts';
import { jurisdiction } from '../../server/src/platform/jurisdiction.ts';
import { vaccinationEvents } from '../../server/src/registry/events.ts';
import type { KnownPerson } from '../../server/src/registry/person-queries.ts';
import { GROUP_CODES } from '../../server/src/registry/vaccine-groups.ts';
import { HOLDER, NOBODY_KNOWN } from '../mutation/sender.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(process.env['CAIRN_SHARED'] ?? join(root, '../shared'), 'data/cdsi');
const present = existsSync(folder);
const cases = present
  ? ['cases-healthy.jsonl', 'cases-conditions.jsonl'].flatMap(
      (file) => readCaseLines(readFileSync(join(folder, file), 'utf8')).cases,
    )
  : [];

const found = jurisdiction('california');
if (!found) throw new Error('there is no pack for California');
const pack = found;
const TODAY = '2026-11-22';
const NOW = new Date('2026-11-22T18:00:00Z');
const guide = guideOn(pack, TODAY);
const strict = compileGuide();
const schedule = compileSchedule(bundledSchedule());

let ids = 0;
const newId = (): string => `00000000-0000-7000-8000-${String(++ids).padStart(12, '0')}`;

function send(text: string, state: State): ReturnType<typeof decide> {
  const call = {
    address: 'production',
    operation: 'submitSingleMessage',
    username: '',
    password: '',
    facilityId: '',
    text,
  } as const;
  const intake = takeIn(text, guide, ymdOf(TODAY));
  return decide(intake, call, HOLDER, state, {
    now: NOW,
    jurisdiction: pack,
    newId,
    unfit: undefined,
    mayMiss: true,
  });
}

type Case = (typeof cases)[number];

const hl7 = (day: number): string => civilOf(day).replaceAll('-', '');

function vxu({ id, patient }: Case): string {
  return [
    `MSH|^~\\&|EHR|DE-000001|||20261122100000-0800||VXU^V04^VXU_V04|${id}|P|2.5.1|||ER|AL|||||Z22^CDCPHINVS|DE-000001`,
    `PID|1||${id}^^^DE-000001^MR||Case^${spelled(id)}^^^^^L||${hl7(patient.birthDate)}|${patient.gender}`,
    ...patient.doses.flatMap((dose, index) => [
      `ORC|RE||${id}-${index}^DE-000001`,
      `RXA|0|1|${hl7(dose.date)}||${dose.cvx}^${dose.cvx}^CVX|999|||01^Historical^NIP001||||||||${dose.mvx === undefined ? '' : `${dose.mvx}^${dose.mvx}^MVX`}|||CP|A`,
    ]),
    '',
  ].join('\r');
}

/** A case number in letters: names have no digits. */
const spelled = (id: string): string =>
  [...id].map((char) => (/\d/.test(char) ? String.fromCodePoint(97 + Number(char)) : '')).join('');

/** What the registry knows once the submission is recorded. */
function knownAfter(text: string): State {
  const { effects } = send(text, NOBODY_KNOWN).write;
  if (!effects) throw new Error(`nothing was recorded of ${text}`);
  const { person, source, reports, saidAt } = effects;
  const of = { personId: person.personId, organizationId: 'site', saidAt: saidAt.toISOString() };
  const known: KnownPerson = { ...person, isSealed: false, records: [], keys: [], askedAs: [] };
  return {
    ...NOBODY_KNOWN,
    found: { kind: 'person', person: known, doubts: [] },
    persons: [known],
    sources: source ? [{ ...source, ...of, protectionSaidAt: '', fields: {} }] : [],
    history: reports.map((report) => ({ ...report, ...of, personVersion: 1 })),
  };
}

/**
 * The doses as the registry shows them: reports of one vaccine within days are taken for one dose, and of what may be the
 * same dose only one counts.
 */
function dosesOf(
  { patient }: Case,
  { history }: State,
): readonly (CaseDose & { readonly counts: boolean })[] {
  return vaccinationEvents(history).flatMap(({ reports: [report], suspectOf }) => {
    const index = Number(report?.fillerId.split('^')[0]?.split('-').at(-1));
    const dose = patient.doses[index];
    return dose ? [{ ...dose, id: String(index), counts: suspectOf === undefined }] : [];
  });
}

type CaseDose = Case['patient']['doses'][number];

const query = ({ id }: Case): string =>
  [
    `MSH|^~\\&|EHR|DE-000001|||20261122100000-0800||QBP^Q11^QBP_Q11|Q-${id}|P|2.5.1|||ER|AL|||||Z44^CDCPHINVS|DE-000001`,
    `QPD|Z44^Request Evaluated History and Forecast^CDCPHINVS|T|${id}^^^DE-000001^MR`,
    'RCP|I|1^RD&records&HL70126',
    '',
  ].join('\r');

/** The sets of observations after an RXA: by OBX-4, values by LOINC code. */
function setsAfter(message: Message, rxa: number): readonly Readonly<Record<string, string>>[] {
  const sets = new Map<string, Record<string, string>>();
  let dose = -1;
  for (const segment of message.segments) {
    if (segment.name === 'RXA') dose++;
    if (segment.name !== 'OBX' || dose !== rxa) continue;
    const set = sets.get(segment.text(4)) ?? {};
    set[segment.text(3)] = segment.text(5);
    sets.set(segment.text(4), set);
  }
  return [...sets.values()];
}

describe.skipIf(!present)("CDC's case patients, asked for by Z44", () => {
  test('are answered with what the engine says, in a form that keeps to the guide', () => {
    expect(cases.length).toBeGreaterThan(1000);
    let evaluated = 0;
    let forecasts = 0;
    let joined = 0;
    for (const each of cases) {
      const state = knownAfter(vxu(each));
      const { reply } = send(query(each), state);
      if (reply.kind !== 'answer') throw new Error(reply.detail);
      const parsed = parseMessage(reply.text);
      if (!parsed.ok) throw new Error(parsed.error.message);
      const { message } = parsed;
      const { profile, findings } = check(message, { today: ymdOf(TODAY), guide: strict });
      expect([each.id, profile, ...findings.filter(({ severity }) => severity === 'E')]).toEqual([
        each.id,
        'Z42',
      ]);

      const doses = dosesOf(each, state);
      if (doses.some(({ counts }) => !counts) || doses.length < each.patient.doses.length) joined++;
      const counted = doses.filter(({ counts }) => counts);
      const result = forecast(
        { ...each.patient, observations: [], doses: counted, assessmentDate: dayOf(TODAY) },
        schedule,
      );
      doses.forEach((dose, index) => {
        if (!dose.counts) return;
        const own = result.evaluations.filter(({ doseId }) => doseId === dose.id);
        for (const set of setsAfter(message, index)) {
          const group = groupOf(set['30956-7']);
          if (group === undefined) continue;
          const antigens = byAntigen(own.filter(({ vaccineGroup }) => vaccineGroup === group));
          const valid = [...antigens.values()].every((evaluations) =>
            evaluations.some(({ status }) => status === 'Valid'),
          );
          evaluated++;
          expect([each.id, group, set['59781-5']]).toEqual([each.id, group, valid ? 'Y' : 'N']);
        }
      });
      for (const set of setsAfter(message, doses.length)) {
        const group = groupOf(set['30956-7']);
        forecasts++;
        const fitting = result.forecasts.filter(({ vaccineGroup }) => vaccineGroup === group);
        const day = (value: number | undefined): string | undefined =>
          value === undefined ? undefined : hl7(value);
        expect(
          fitting.map(({ earliest, recommended, pastDue, latest, doseNumber }) => [
            day(earliest),
            day(recommended),
            day(pastDue),
            day(latest),
            doseNumber === undefined ? undefined : String(doseNumber),
          ]),
        ).toContainEqual(['30981-5', '30980-7', '59778-1', '59777-3', '30973-2'].map((code) => set[code]));
      }
    }
    expect(evaluated).toBeGreaterThan(2000);
    expect(forecasts).toBeGreaterThan(10_000);
    // CDC tries doses that came too early, some of them by so much that they are taken for one.
    expect(joined).toBeLessThan(cases.length / 20);
  });
});

function groupOf(cvx: string | undefined): string | undefined {
  return Object.entries(GROUP_CODES).find(([, [code]]) => code === cvx)?.[0];
}

function byAntigen<E extends { readonly antigen: string }>(
  evaluations: readonly E[],
): ReadonlyMap<string, readonly E[]> {
  const groups = new Map<string, E[]>();
  for (const evaluation of evaluations) {
    const group = groups.get(evaluation.antigen) ?? [];
    group.push(evaluation);
    groups.set(evaluation.antigen, group);
  }
  return groups;
}
