/** The record on paper, and who has seen it: who may have either, what they say, and that both are written down. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestCairn, type TestCairn } from '../support/cairn.ts';
import {
  dose,
  historical,
  type Patient,
  patient,
  PEDIATRICS,
  qbp,
  refusal,
  vxu,
} from '../support/messages.ts';
import { pdfText } from '../support/pdf-text.ts';
import { Browserless, DEMO_PEOPLE, type PortalReply, signInAs } from '../support/portal.ts';
import { submit } from '../support/soap.ts';

let cairn: TestCairn;
let nurse: Browserless;
let nurse2: Browserless;
let administrator: Browserless;
const child = patient({ last: 'Nuñez Ōkubo', first: 'Ana Thị', birthDate: '20230315' });
let id = '';

async function idOf({ last }: Patient): Promise<string> {
  const { rows } = await cairn.db.query('select person_id from person where upper(last_name) = upper($1)', [
    last,
  ]);
  if (rows.length !== 1) throw new Error(`${rows.length} of that name`);
  return rows[0].person_id;
}

beforeAll(async () => {
  cairn = await startTestCairn();
  nurse = await signInAs(cairn, DEMO_PEOPLE.nurse);
  nurse2 = await signInAs(cairn, DEMO_PEOPLE.nurse2);
  administrator = await signInAs(cairn, DEMO_PEOPLE.administrator);
  const orders = [
    historical({ day: '20240320' }),
    // Before the first birthday: it does not count.
    historical({ day: '20240101' }),
    refusal({ vaccine: '21^Varicella^CVX' }),
  ];
  await submit(cairn.url, vxu({ patient: child, orders, msh: { 18: 'UNICODE UTF-8' } }));
  id = await idOf(child);
});
afterAll(() => cairn.close());

const pdfPath = (language = 'en', whose = id): string =>
  `/api/patients/${whose}/record.pdf?language=${language}`;

async function printed(
  browser: Browserless,
  language = 'en',
): Promise<{ headers: Headers; pdf: Buffer; text: string }> {
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const response = await fetch(`${cairn.url}${pdfPath(language)}`, { headers: { cookie } });
  expect(response.status).toBe(200);
  const pdf = Buffer.from(await response.arrayBuffer());
  return { headers: response.headers, pdf, text: pdfText(pdf) };
}

const audits = async (action: string, whose = id): Promise<readonly unknown[]> =>
  (
    await cairn.db.query(
      `select e.detail, a.email, o.code from audit_event e join account a using (account_id)
       left join organization o using (organization_id) where e.action = $1 and e.person_ids = array[$2]::uuid[]`,
      [action, whose],
    )
  ).rows;

describe('the record on paper', () => {
  test('is shown by the browser, and its name says nothing of whose it is', async () => {
    const { headers, pdf } = await printed(nurse);
    expect(headers.get('content-type')).toBe('application/pdf');
    expect(headers.get('content-disposition')).toBe('inline; filename="immunization-record.pdf"');
    expect(headers.get('cache-control')).toBe('no-store');
    const raw = pdf.toString('latin1');
    expect(raw).toContain('(en-US)');
    expect(raw).toContain('/MarkInfo');
    expect(raw).toContain('(Immunization record)');
  });

  test('says who it is, what was given and by whom, what does not count and what is due, who printed it and when', async () => {
    const { text } = await printed(nurse);
    const lines = text.split('\n');
    expect(lines).toContain('Nuñez Ōkubo, Ana Thị');
    expect(text).toContain('Date of birth: Mar 15, 2023');
    expect(text).toContain('Mar 20, 2024');
    expect(lines[lines.indexOf('Jan 1, 2024') - 1]).toBe('–');
    expect(text).toContain('Does not count');
    expect(text).toContain('Reported by Demo Family');
    expect(text).toContain('Refused');
    expect(text).toContain('What comes next');
    expect(text).toContain('Overdue; was recommended on');
    expect(text).toContain('It may be incomplete');
    expect(text).toMatch(/Printed Mar 20, 2025, 10:20.AM by Nora Demo, Demo Family Clinic/);
    expect(text).toContain('Page 1 of');
  });

  test('is in the language asked for', async () => {
    const { text, pdf } = await printed(nurse, 'es');
    expect(text).toContain('Comprobante de vacunación');
    expect(text).toContain('No cuenta');
    expect(pdf.toString('latin1')).toContain('(es-US)');
    expect((await nurse.get(pdfPath('fr'))).status).toBe(400);
  });

  test('goes on with its heading where it does not fit on one sheet', async () => {
    const long = patient();
    const orders = Array.from({ length: 40 }, (_, month) =>
      historical({
        day: `${2021 + Math.floor(month / 12)}${String((month % 12) + 1).padStart(2, '0')}01`,
        vaccine: '140^Flu^CVX',
      }),
    );
    await submit(cairn.url, vxu({ patient: { ...long, birthDate: '20201215' }, orders }));
    const cookie = [...nurse.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(`${cairn.url}${pdfPath('en', await idOf(long))}`, { headers: { cookie } });
    const text = pdfText(Buffer.from(await response.arrayBuffer()));
    const pages = Number(/Page 1 of (\d+)/.exec(text)?.[1]);
    expect(pages).toBeGreaterThan(1);
    expect(text).toContain(`Page ${pages} of ${pages}`);
    expect(text).toContain('Influenza (continued)');
    expect(text.split(`${long.last}, ${long.first} – born`)).toHaveLength(pages);
  });

  test('tells a school who it is and the immunizations, not where they were given', async () => {
    const { text } = await printed(await signInAs(cairn, DEMO_PEOPLE.school));
    expect(text).toContain('Immunization record for school or child care');
    expect(text).toContain('Nuñez Ōkubo, Ana Thị');
    expect(text).not.toContain('Given by');
    expect(text).not.toContain('Reported by');
  });

  test('is written down', async () => {
    const before = await audits('patient-print');
    await printed(nurse, 'es');
    expect((await audits('patient-print')).slice(before.length)).toEqual([
      { detail: { language: 'es' }, email: DEMO_PEOPLE.nurse, code: 'DE-000001' },
    ]);
  });

  test('is not there of somebody who is protected at another organization, nor of nobody', async () => {
    const hidden = patient();
    await submit(cairn.url, vxu({ patient: hidden, pd1: { 12: 'Y', 13: '20250320' } }));
    const whose = await idOf(hidden);
    expect((await nurse.get(pdfPath('en', whose))).status).toBe(200);
    expect((await nurse2.get(pdfPath('en', whose))).status).toBe(404);
    expect((await nurse2.get(`/api/patients/${whose}/seen`)).status).toBe(404);
    expect((await nurse.get(pdfPath('en', randomUUID()))).status).toBe(404);
    expect(await audits('patient-print', whose)).toHaveLength(1);
    for (const person of [DEMO_PEOPLE.trainee, DEMO_PEOPLE.qa, DEMO_PEOPLE.dx]) {
      expect((await (await signInAs(cairn, person)).get(pdfPath())).status).toBe(403);
    }
  });
});

describe('who has seen a record', () => {
  const watched = patient();
  let whose = '';
  const seen = (browser: Browserless, before?: string): Promise<PortalReply> =>
    browser.get(
      `/api/patients/${whose}/seen${before === undefined ? '' : `?before=${encodeURIComponent(before)}`}`,
    );
  const put = async (at: string, action: string, detail: object = {}, code = 'DE-000001'): Promise<void> => {
    await cairn.db.query(
      `insert into audit_event (month, event_id, at, action, organization_id, person_ids, detail)
       select $1, $2, $3, $4, organization_id, array[$5::uuid], $6 from organization where code = $7`,
      [`${at.slice(0, 7)}-01`, randomUUID(), at, action, whose, detail, code],
    );
  };
  beforeAll(async () => {
    await submit(cairn.url, vxu({ patient: watched, orders: [dose()] }));
    whose = await idOf(watched);
    await submit(cairn.url, qbp({ patient: watched }));
    await submit(cairn.url, qbp({ patient: watched, from: PEDIATRICS, qpd: { 3: '' } }), {
      login: PEDIATRICS.login,
    });
    await nurse.get(`/api/patients/${whose}`);
    await nurse2.get(`/api/patients/${whose}`);
    await administrator.get(pdfPath('en', whose));
  });

  const told = async (browser: Browserless): Promise<readonly unknown[]> => {
    const { body } = await seen(browser);
    return body.entries.map(({ what, name, organization, through }: Record<string, string>) =>
      [what, name, organization, through].filter((part) => part !== '').join(' | '),
    );
  };

  test('names people within their own organization; others by their organization, also an EHR that asked', async () => {
    const entries = await told(nurse);
    expect(entries).toEqual(
      expect.arrayContaining([
        'viewed | Nora Demo | Demo Family Clinic',
        'viewed | Demo Pediatrics',
        'printed',
        'asked | Demo Family Clinic',
        'asked | Demo Pediatrics | Demo Health Information Exchange',
      ]),
    );
    expect(JSON.stringify(entries)).not.toContain('Nils');
    expect(JSON.stringify(entries)).not.toContain('Ada');
  });

  test('names everybody to an administrator', async () => {
    expect(await told(administrator)).toEqual(
      expect.arrayContaining(['viewed | Nils Demo | Demo Pediatrics', 'printed | Ada Demo']),
    );
  });

  test('is told to organizations with a chart of the patient, and not to schools', async () => {
    expect((await seen(nurse2)).status).toBe(403);
    expect((await seen(await signInAs(cairn, DEMO_PEOPLE.school))).status).toBe(403);
    expect((await seen(await signInAs(cairn, DEMO_PEOPLE.reader))).status).toBe(200);
    expect((await seen(new Browserless(cairn.url))).status).toBe(401);
  });

  test('is itself written down', async () => {
    const before = await audits('patient-seen-by', whose);
    await seen(nurse);
    expect((await audits('patient-seen-by', whose)).length).toBe(before.length + 1);
    expect(await told(nurse)).toContain('seen | Nora Demo | Demo Family Clinic');
  });

  test('marks emergencies, and keeps the reason from other organizations', async () => {
    await put(
      '2025-03-19T10:00:00.000Z',
      'patient-view',
      { isEmergency: true, reason: 'Unconscious' },
      'DE-000002',
    );
    const find = ({ body }: PortalReply) =>
      body.entries.find(({ isEmergency }: { isEmergency: boolean }) => isEmergency);
    expect(find(await seen(nurse))).toMatchObject({ organization: 'Demo Pediatrics', reason: '' });
    expect(find(await seen(administrator))).toMatchObject({ reason: 'Unconscious' });
  });

  test('comes page by page, the latest first, also under the id of somebody who was merged into the person', async () => {
    const former = randomUUID();
    await cairn.db.query(
      `insert into person select (jsonb_populate_record(p, jsonb_build_object('person_id', $2::text, 'status', 'merged',
         'merged_into', p.person_id))).* from person p where person_id = $1`,
      [whose, former],
    );
    await cairn.db.query(
      `insert into audit_event (month, event_id, at, action, person_ids) values ('2024-01-01', $1, '2024-01-05T10:00:00Z', 'person-merge', array[$2::uuid])`,
      [randomUUID(), former],
    );
    // Many in the same moment: none is left out between two pages.
    for (let each = 0; each < 60; each++) await put('2025-02-01T10:00:00.000Z', 'patient-search');
    const first = (await seen(nurse)).body;
    expect(first.entries).toHaveLength(50);
    const second = (await seen(nurse, first.more)).body;
    expect(second.more).toBeNull();
    const all = [...first.entries, ...second.entries];
    const moments = all.map(({ at }: { readonly at: string }) => at);
    expect(moments).toEqual(moments.toSorted().toReversed());
    expect(new Set(all.map((entry: { readonly id: string }) => entry.id)).size).toBe(all.length);
    expect(all.filter(({ what }: { readonly what: string }) => what === 'found')).toHaveLength(60);
    expect(all.at(-1)).toMatchObject({ what: 'merged', organization: '' });
    for (const wrong of ['x', `2025-99-01T10:00:00.000Z~${randomUUID()}`]) {
      expect((await seen(nurse, wrong)).status).toBe(400);
    }
  });
});
