/** What somebody types who means harm: it is kept as it was typed or refused, and acts nowhere: page, mail, sheet, header, search. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestCairn, type TestCairn } from '../support/cairn.ts';
import { siteOnTheWay, testMessage } from '../support/onboarding.ts';
import { Browserless, DEMO_PEOPLE, type PortalReply, signInAs } from '../support/portal.ts';
import { answersOf, registerByPortal, submitAll } from '../support/registration.ts';

let cairn: TestCairn;
let dx: Browserless;
let member: Browserless;
let siteCode: string;
let colleague = 0;
beforeAll(async () => {
  cairn = await startTestCairn();
  dx = await signInAs(cairn, DEMO_PEOPLE.dx);
  const registered = await registerByPortal(cairn, answersOf('words'));
  ({ siteCode } = registered);
  member = new Browserless(cairn.url);
  await member.put('/api/password', {
    token: registered.passwordToken,
    password: 'a long enough phrase of mine',
  });
});
afterAll(() => cairn.close());

const rows = async (sql: string, ...values: readonly unknown[]) =>
  (await cairn.db.query(sql, [...values])).rows;

const MARKUP = `"><img src=x onerror=alert(1)><script>alert('x')</script>`;
/** Kept to the character. */
const KEPT = [
  MARKUP,
  "O'Brien; drop table account; --",
  '=HYPERLINK("https://evil.example")',
  'right \u202E left',
  'four bytes \u{1F489}\u{20000}',
  'per % cent _ under \\ back \\u0000',
  '{{7*7}} ${7*7} <%= 7*7 %>',
  'null',
  '__proto__',
];
const REFUSED = ['a\0b', 'a\u0007b', 'a\uD800b', 'a\uDFFFb'];

type Field = {
  readonly write: (words: string) => Promise<PortalReply>;
  readonly read: () => Promise<string>;
};

const contact = (name: string) => ({
  name,
  title: 'Manager',
  email: 'sofia@words.example',
  phone: '5105550100',
});
const site = (path: string): string => `/api/sites/${siteCode}${path}`;
const SAME = { sameAsSiteContact: true };

/** Fields of free words, each with where it is read again. */
const FIELDS: Readonly<Record<string, Field>> = {
  'a note of staff': {
    write: (text) => dx.post(site('/notes'), { text }),
    read: async () =>
      (await dx.get(site('/events'))).body.events.find(({ kind }: { kind: string }) => kind === 'note').detail
        .text,
  },
  'reasons of sending back': {
    write: (reasons) => dx.post(site('/send-back'), { step: 'testing', reasons }),
    read: async () =>
      (await member.get(site(''))).body.steps.find(({ step }: { step: string }) => step === 'testing')
        .reasons,
  },
  'comments of the survey': {
    write: (comments) =>
      member.put(site('/bidx'), {
        ehrCanQuery: 'yes',
        ehrShowsForecast: 'no',
        queryTiming: 'at-visit',
        queriesPerDay: 1,
        historySubmitted: 'no',
        technicalContact: 'Ann Invented',
        technicalEmail: 'ann@words.example',
        comments,
      }),
    read: async () => (await member.get(site('/bidx'))).body.survey.comments,
  },
  'the name of a contact': {
    write: (name) =>
      member.put(site('/contacts'), {
        siteContact: contact(name),
        dataExchangeContact: SAME,
        ehrSupport: SAME,
      }),
    read: async () => (await member.get(site(''))).body.profile.contacts.siteContact.name,
  },
  'the name of a colleague': {
    write: async (name) => {
      const email = `colleague${colleague + 1}@words.example`;
      const reply = await member.post(site('/people'), { name, email });
      if (reply.status === 200) colleague++;
      return reply;
    },
    read: async () => {
      const { body } = await member.get(site('/people'));
      const email = `colleague${colleague}@words.example`;
      return body.people.find((person: { email: string }) => person.email === email).name;
    },
  },
};

describe('words', () => {
  test.each(Object.entries(FIELDS))(
    'are kept as they were typed, or refused: %s',
    async (_, { write, read }) => {
      for (const words of KEPT) {
        await rows(`delete from onboarding_event where kind in ('note', 'sent-back', 'person-invited')`);
        const { status, headers } = await write(words);
        expect([words, status]).toEqual([words, 200]);
        expect(await read()).toBe(words);
        expect(headers.get('content-type')).toMatch(/^application\/json/);
        expect(headers.get('x-content-type-options')).toBe('nosniff');
      }
      const before = await read();
      for (const words of REFUSED) {
        const { status, body } = await write(words);
        expect([words, status, body.problems[0]?.code]).toEqual([words, 400, 'invalid']);
      }
      expect(await read()).toBe(before);
    },
  );

  test('act in no mail: what was typed is text there, in each part', async () => {
    const letters = await rows(
      'select html, subject, text from mail where recipient like $1',
      '%words.example',
    );
    expect(letters.length).toBeGreaterThan(5);
    for (const { html, subject } of letters) {
      expect(html).not.toMatch(/<(?:script|img)|href="(?!http:\/\/localhost)/);
      expect(subject).not.toMatch(/[\r\n]/);
    }
    expect(letters.filter(({ html }) => html.includes('&lt;script&gt;')).length).toBeGreaterThan(0);
  });

  test('act in no letter that is shown as a page', async () => {
    const [{ mail_id: id }] = await rows(
      `select mail_id from mail where html like '%&lt;script&gt;%' limit 1`,
    );
    const { headers } = await new Browserless(cairn.url).get(`/api/mailbox/${id}/letter`);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('script-src');
    expect(policy).toContain('sandbox');
  });
});

describe('a sheet or a file', () => {
  const FORMULAS = ['=1+1', '+1', '-1', '@SUM(A1)'];
  test('holds no formula, whatever tests are called', async () => {
    const asked = await siteOnTheWay(cairn, 'DE-000911');
    for (const formula of FORMULAS) {
      const id = await testMessage(cairn, asked, { cases: ['historical'] });
      await rows('update message set control_id = $2 where message_id = $1', id, formula);
    }
    const { text, headers } = await dx.get('/api/sites/DE-000911/tests.csv');
    for (const formula of FORMULAS) expect(text).toContain(`,'${formula},`);
    expect(text).not.toMatch(/(?:^|[,\n])"?[=+@-]/);
    expect(headers.get('content-disposition')).toBe('attachment; filename="tests-DE-000911.csv"');
  });

  test('holds none of what client sites are called', async () => {
    const hie = await signInAs(cairn, DEMO_PEOPLE.hie);
    for (const [index, siteName] of FORMULAS.entries()) {
      const client = {
        siteName,
        county: 'Yolo',
        contactName: siteName,
        contactEmail: `f${index}@words.example`,
      };
      expect((await hie.post('/api/sites/SF-000001/clients', client)).body.added).toBe(1);
    }
    const { text } = await hie.get('/api/sites/SF-000001/clients.csv');
    for (const formula of FORMULAS) expect(text).toContain(`,'${formula},`);
    expect(text).not.toMatch(/(?:^|[,\n])"?[=+@-]/);
  });

  test.each(['%0d%0aset-cookie:x', '"%3b filename=x', '..%2f..%2fetc', '%00', '%22'])(
    'is not named by whoever asks for it: %s',
    async (odd) => {
      for (const file of ['tests.csv', 'clients.csv', 'statements/ABCD-EFGH-JKMN/pdf']) {
        const { status, headers } = await dx.get(`/api/sites/DE-000001${odd}/${file}`);
        expect([404, status]).toContain(status);
        expect(headers.get('content-disposition')).toBeNull();
        expect(headers.get('set-cookie')).toBeNull();
      }
      const named = await dx.get(`/api/sites/DE-000001/statements/ABCD${odd}/pdf`);
      expect(named.headers.get('content-disposition')).toBeNull();
    },
  );
});

test('a search finds what was typed, not what it stands for in SQL', async () => {
  await siteOnTheWay(cairn, 'DE-000921');
  await rows(`update organization set name = '100% Well_being \\ Clinic' where code = 'DE-000921'`);
  const found = async (search: string): Promise<readonly string[]> =>
    (await dx.get(`/api/staff/sites?search=${encodeURIComponent(search)}`)).body.sites.map(
      ({ code }: { code: string }) => code,
    );
  for (const search of ['%', '0%', '_', 'well_b', '\\', '\\ clinic']) {
    expect([search, ...(await found(search))]).toEqual([search, 'DE-000921']);
  }
  for (const search of ['1%0', 'w_ll', "' or 1=1 --", 'DE-00_921', 'DE-%', '\\%']) {
    expect([search, ...(await found(search))]).toEqual([search]);
  }
  expect(await found('de 000921')).toEqual(['DE-000921']);
});

test('a registration with markup in every field is registered, and says it back as it was typed', async () => {
  const steps = answersOf('markup');
  const words = MARKUP.slice(0, 40);
  const browser = new Browserless(cairn.url);
  const { status } = await submitAll(browser, {
    ...steps,
    place: { ...steps.place, siteName: words, street: words, unit: words.slice(0, 20), city: words },
    ehr: { ...steps.ehr, product: words, vendor: words, vendorContact: words },
    agreement: { ...steps.agreement, name: words, title: words },
  });
  expect(status).toBe(200);
  const { body } = await browser.get('/api/registration');
  expect(body.answers.place).toMatchObject({ siteName: words, street: words, city: words });
  expect(body.answers.agreement.name).toBe(words);
});
