/** Steps of a registration, as a page sends them. All of it is invented. */
import type { TestCairn } from './cairn.ts';
import { Browserless, mailsTo, type PortalReply, tokenIn } from './portal.ts';

type Fields = Readonly<Record<string, unknown>>;
export type Steps = Readonly<Record<string, Fields>>;

/** What a direct site says, complete. `site` goes into all that makes it another site than the next. */
export function answersOf(site: string, over: Steps = {}): Steps {
  const contact = (name: string): Fields => ({
    name: `${name} Example`,
    title: 'Office manager',
    email: `${name.toLowerCase()}@${site}.example`,
    phone: '(510) 555-0100',
  });
  return {
    place: {
      county: 'Alameda',
      siteName: `Clinic ${site}`,
      street: `100 ${site} Street`,
      unit: '',
      city: 'Oakland',
      zip: '94601',
      phone: '510-555-0100',
    },
    clinical: { isClinical: false, npi: '' },
    contacts: {
      siteContact: contact('Sofia'),
      dataExchangeContact: contact('Dana'),
      ehrSupport: { sameAsSiteContact: true },
    },
    ehr: {
      product: 'Invented EHR',
      version: '4.2',
      hl7: '2.5.1',
      vendor: 'Invented Vendor',
      vendorContact: 'Vera Example',
      vendorEmail: 'support@vendor.example',
      vendorPhone: '916 555 0100',
    },
    type: { siteType: 1 },
    'meaningful-use': { stage: 'none' },
    agreement: { version: '2026-11', name: 'Sofia Example', title: 'Office manager', accepted: true },
    ...over,
  };
}

/** Begins a registration and saves all its steps; the last reply. */
export async function fillIn(browser: Browserless, steps: Steps): Promise<PortalReply> {
  const county = String(steps.place?.county);
  let reply = await browser.post('/api/registration', { county, language: 'en' });
  for (const [step, answers] of Object.entries(steps)) {
    reply = await browser.put('/api/registration', { step, answers, version: reply.body.version });
  }
  return reply;
}

/** Fills in and submits. */
export async function submitAll(browser: Browserless, steps: Steps): Promise<PortalReply> {
  const { body } = await fillIn(browser, steps);
  return browser.post('/api/registration/submit', { version: body.version, isAnotherSite: true });
}

export type Registered = {
  readonly browser: Browserless;
  readonly siteCode: string;
  readonly passwordToken: string | null;
};

/** The whole way to a registered site: its Site Contact has verified the address. */
export async function registerByPortal(cairn: TestCairn, steps: Steps): Promise<Registered> {
  const browser = new Browserless(cairn.url);
  await submitAll(browser, steps);
  const { body } = await browser.post('/api/verification', { token: await verifyToken(cairn, steps) });
  return { browser, ...body };
}

/** The token of the newest verification mail to the Site Contact. */
export async function verifyToken(cairn: TestCairn, steps: Steps): Promise<string> {
  const contact = steps.contacts?.siteContact as { readonly email: string } | undefined;
  const [mail] = await mailsTo(cairn, contact?.email ?? '', 'verify-email');
  return tokenIn(mail?.text ?? '', '/verify');
}

/** What happens to every site until it is registered. */
export const BEGUN = ['registered', 'agreement-accepted', 'email-verified'];

/** What has happened to an organization, in order. */
export async function eventKindsOf({ db }: TestCairn, code: string): Promise<readonly string[]> {
  const { rows } = await db.query<{ readonly kind: string }>(
    `select e.kind from onboarding_event e join organization o using (organization_id) where o.code = $1
     order by e.event_id`,
    [code],
  );
  return rows.map(({ kind }) => kind);
}

/** The text of the newest letter of that kind to an address; empty where there is none. */
export async function letterTo(cairn: TestCairn, to: string, kind: string): Promise<string> {
  return (await mailsTo(cairn, to, kind))[0]?.text ?? '';
}
