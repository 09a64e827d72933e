/**
 * Everything that the OpenAPI document lets be asked, with what nobody should send: whoever asks, the answer is an answer or a
 * refusal that says what to do, and never a failure of the server.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PROBLEM_TEXTS } from '../../server/src/platform/problems.ts';
import { addressOf, isForStaff, type Operation, operationsOf } from '../support/api-document.ts';
import { startTestCairn, type TestCairn } from '../support/cairn.ts';
import { bodyFor, type Known, valuesFor } from '../support/hostile.ts';
import { Browserless, DEMO_PEOPLE, type PortalReply, signInAs } from '../support/portal.ts';

/** Twenty seconds for all routes, and the same tries each time; `FUZZ_RUNS=1000 FUZZ_SEED=3` looks longer and elsewhere. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 25);
const SEED = Number(process.env.FUZZ_SEED ?? 2);

/** Where the tries come through to what is done; others need a token that somebody was mailed, or a step that was reached. */
const MUST_BE_ANSWERED = [
  'signOut',
  'forgotPassword',
  'startRegistration',
  'saveRegistration',
  'checkMessages',
  'submitTests',
  'invite',
  'saveSettings',
  'saveSurvey',
  'addClient',
  'addClientSheet',
  'addNote',
  'suspend',
  'getWorkList',
];

const ASKERS = ['anonymous', 'clinic', 'hie', 'dx', 'administrator'] as const;
type Asker = (typeof ASKERS)[number];

let cairn: TestCairn;
let operations: readonly Operation[];
let known: Known;
const browsers = new Map<Asker, Browserless>();

beforeAll(async () => {
  // Behind a proxy every request may come from an address of its own: no limit ends the search.
  cairn = await startTestCairn({ env: { CAIRN_TRUST_PROXY: 'true' } });
  operations = await operationsOf(cairn.url);
  for (const asker of ASKERS) {
    const browser =
      asker === 'anonymous' ? new Browserless(cairn.url) : await signInAs(cairn, DEMO_PEOPLE[asker]);
    browsers.set(asker, browser);
  }
  const accounts = await cairn.db.query<{ id: string }>('select account_id as id from account');
  known = {
    site: ['DE-000001', 'DE-000002', 'SF-000001'],
    siteId: ['DE-000001', 'DE-000002', ''],
    code: ['DE-000001', 'SF-000001', 'ABCD-EFGH-JKMN-PQRS'],
    county: ['Alameda', 'Yolo', 'San Diego'],
    zip: ['94601', '95616', ''],
    npi: ['1234567893', ''],
    phone: ['5105550100'],
    siteName: ['Clinic'],
    contactName: ['Ann'],
    contactEmail: ['ann@clinic.example'],
    email: ['clinic@demo.example', 'nobody@clinic.example'],
    version: ['2026-11'],
    sendingFacility: ['SF-000001'],
    account: accounts.rows.map(({ id }) => id),
    fingerprint: ['ab'.repeat(32)],
    sha256: ['ab'.repeat(32)],
    step: ['place', 'contacts', 'testing'],
    csv: [
      'site id,site name,county,street,city,zip,npi,contact name,contact e-mail\r\n,"A",Yolo,,,,,B,b@c.example',
    ],
    text: ['', '\0', '\uD800', '\u202E', '\u{1F600}'].flatMap((odd) => [
      `MSH|^~\\&|||DE-000001||||VXU^V04^VXU_V04|1${odd}|P|2.5.1\rPID|1`,
      `MSH|^~\\&|||SF-000001||||VXU^V04^VXU_V04|1|P|2.5.1${odd}\rPID|1||${odd}||${odd}^${odd}`,
      `MSH|^~\\&|||DE-000001${odd}||||QBP^Q11^QBP_Q11|2|P|2.5.1\rQPD|Z44^${odd}|${odd}|${odd}`,
    ]),
    search: ['clinic', 'DE-', '%'],
  };
});
afterAll(() => cairn.close());

type Tried = {
  readonly asker: Asker;
  readonly address: string;
  readonly body: unknown;
  readonly from: string;
};

async function ask({ method, id }: Operation, { asker, address, body, from }: Tried): Promise<PortalReply> {
  // Signing out would end the search for all that come after.
  const browser = id === 'signOut' ? new Browserless(cairn.url) : browsers.get(asker);
  if (!browser) throw new Error(`no browser of ${asker}`);
  const headers = { 'x-forwarded-for': from };
  if (id.endsWith('Registration') || id.includes('imilar') || id === 'resendVerification') {
    await browser.ask('POST', '/api/registration', { county: 'Alameda', language: 'en' }, headers);
  }
  return browser.ask(method, address, body, headers);
}

/** A route's tries: any asker, any address that fits it or nearly, any body likewise. Members ask for their own site mostly. */
const triesOf = (operation: Operation): fc.Arbitrary<Tried> =>
  fc.constantFrom(...askersOf(operation)).chain((asker) => {
    const own = SITE_OF[asker];
    const seen = own === undefined ? known : { ...known, site: [own, own, own, ...(known.site ?? [])] };
    return fc.record({
      asker: fc.constant(asker),
      address: valuesFor(operation.parameters, seen).map((values) => addressOf(operation, values)),
      body: operation.body ? bodyFor(operation.body, seen) : fc.constant(undefined),
      from: fc.ipV6(),
    });
  });

const SITE_OF: Readonly<Partial<Record<Asker, string>>> = { clinic: 'DE-000001', hie: 'SF-000001' };

/** What is open to everybody does not ask who it is. */
const askersOf = (operation: Operation): readonly Asker[] => {
  if (isForStaff(operation)) return ['dx', 'administrator'];
  return operation.path.startsWith('/api/sites/')
    ? ['clinic', 'hie', 'clinic', 'hie', 'dx']
    : ['anonymous', 'clinic'];
};

describe('a route of the API answers, or refuses with a reason that it has words for', () => {
  test('each one', { timeout: 600_000 }, async () => {
    const failed: string[] = [];
    const answered = new Set<string>();
    for (const operation of operations) {
      // What was tried before may have suspended the sites.
      await cairn.db.query(`update organization set stage = 'testing', suspended_from = null`);
      const outcome = await fc.check(
        fc.asyncProperty(triesOf(operation), async (tried) => {
          const reply = await ask(operation, tried);
          if (reply.status === 200) answered.add(operation.id);
          expect(wrongOf(reply)).toBe('');
        }),
        { numRuns: RUNS, seed: SEED },
      );
      if (outcome.failed) {
        failed.push(
          `${operation.method} ${operation.path} ${String(outcome.errorInstance)} ${JSON.stringify(outcome.counterexample)} seed ${outcome.seed}`,
        );
      }
    }
    expect(failed).toEqual([]);
    expect(MUST_BE_ANSWERED.filter((id) => !answered.has(id))).toEqual([]);
  });
});

/** What is wrong with a reply; '' where nothing is. */
function wrongOf({ status, body, text }: PortalReply): string {
  if (status < 400) return '';
  if (status >= 500) return `${status} ${text}`;
  // Of an address that is none of a route Fastify says so itself.
  if (body?.statusCode === status && [400, 404, 414].includes(status)) return '';
  const isRefusal = typeof body?.error === 'string' && Array.isArray(body.problems);
  return isRefusal && Object.hasOwn(PROBLEM_TEXTS, body.code) ? '' : `${status} no refusal: ${text}`;
}
