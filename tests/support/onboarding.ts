/** Sites on their way, as the portal leaves them, without walking the way each time. */
import { uuidv7 } from '../../server/src/platform/ids.ts';
import { type TestCairn, TODAY } from './cairn.ts';
import { DEMO_PEOPLE } from './portal.ts';

export const NOW = new Date(TODAY);
export const SUBMISSION_CASES = [
  'administered-child',
  'administered-adult',
  'historical',
  'update',
  'delete',
  'refusal',
];
export const QUERY_CASES = ['history-query', 'forecast-query', 'nobody-found'];

export type SiteOnTheWay = {
  readonly organizationId: string;
  readonly code: string;
  /** Its Site Contact, who has the password of the demo accounts. */
  readonly contact: string;
};

type Options = {
  readonly siteType?: 1 | 2 | 3;
  readonly stage?: 'testing' | 'real-data' | 'production';
  /** Of the agreement that it accepted; null: none. */
  readonly agreement?: string | null;
  readonly hasCredential?: boolean;
  readonly profile?: unknown;
};

export async function siteOnTheWay(
  { db }: Pick<TestCairn, 'db'>,
  code: string,
  {
    siteType = 1,
    stage = 'testing',
    agreement = '2026-11',
    hasCredential = siteType !== 2,
    profile,
  }: Options = {},
): Promise<SiteOnTheWay> {
  const organizationId = uuidv7(NOW.getTime());
  const contact = `contact@${code.toLowerCase()}.example`;
  await db.query(
    `insert into organization (organization_id, code, code_key, name, kind, stage, may_query, created_at, site_type,
       county, region, profile)
     values ($1, $2, replace($2, '-', ''), $3, $4, $5, false, $6, $7, 'Fresno', 'central-valley', $8)`,
    [
      organizationId,
      code,
      `Fictional ${code}`,
      siteType === 3 ? 'sending-facility' : 'site',
      stage,
      NOW,
      siteType,
      profile === undefined ? null : JSON.stringify(profile),
    ],
  );
  if (agreement !== null) {
    await db.query(
      `insert into agreement_acceptance (acceptance_id, organization_id, version, text_hash, language, name, title,
         email, accepted_at, accepted_from)
       values ($1, $2, $3, '', 'en', 'Pat Fictional', 'Manager', $4, $5, '127.0.0.1')`,
      [uuidv7(NOW.getTime()), organizationId, agreement, contact, NOW],
    );
  }
  if (hasCredential) {
    await db.query(
      `insert into credential (credential_id, organization_id, username, password_hash, created_at)
       values ($1, $2, $3, '', $4)`,
      [uuidv7(NOW.getTime()), organizationId, code, NOW],
    );
  }
  const site = { organizationId, code, contact };
  await addPerson({ db }, site, contact, 'site-contact');
  return site;
}

/** Somebody of a site, with the password of the demo accounts; returns the account's id. */
export async function addPerson(
  { db }: Pick<TestCairn, 'db'>,
  { organizationId }: Pick<SiteOnTheWay, 'organizationId'>,
  email: string,
  role: 'site-contact' | 'data-exchange-contact' | 'member',
  language: 'en' | 'es' = 'en',
): Promise<string> {
  const accountId = uuidv7(NOW.getTime());
  await db.query(
    `insert into account (account_id, email, email_key, name, password_hash, language, created_at)
     select $1, $2, lower($2), $3, password_hash, $4, $5 from account where email_key = $6`,
    [accountId, email, `Name of ${email}`, language, NOW, DEMO_PEOPLE.clinic],
  );
  await db.query(
    'insert into account_site (account_id, organization_id, role, added_at) values ($1, $2, $3, $4)',
    [accountId, organizationId, role, NOW],
  );
  return accountId;
}

/** A message that came to the testing address, and what it shows. */
export async function testMessage(
  { db }: Pick<TestCairn, 'db'>,
  { organizationId }: Pick<SiteOnTheWay, 'organizationId'>,
  {
    cases = [],
    stage = 'testing',
    outcome = cases.some((each) => QUERY_CASES.includes(each)) ? 'answered' : 'accepted',
    senderId = organizationId,
  }: {
    readonly cases?: readonly string[];
    readonly stage?: 'testing' | 'real-data';
    readonly outcome?: 'accepted' | 'answered' | 'partly-accepted' | 'refused';
    readonly senderId?: string;
  } = {},
): Promise<string> {
  const id = uuidv7(NOW.getTime());
  await db.query(
    `insert into message (month, message_id, received_at, address, operation, sender_id, credential_id, responsible_id,
       message_type, control_id, body_hash, raw, outcome, ack_code, answer, findings)
     values ('2025-03-01', $1::uuid, $2, 'test', '', $3, $1::uuid, $4, 'VXU^V04', $1::text, $1::uuid, '', $5, 'AA', '', '[]')`,
    [id, NOW, senderId, organizationId, outcome],
  );
  await db.query(
    `insert into test_submission (message_id, month, organization_id, sender_id, received_at, stage, cases)
     values ($1, '2025-03-01', $2, $3, $4, $5, $6)`,
    [id, organizationId, senderId, NOW, stage, cases],
  );
  return id;
}

export async function realMessages(
  test: Pick<TestCairn, 'db'>,
  site: SiteOnTheWay,
  count: number,
): Promise<void> {
  for (let each = 0; each < count; each++) await testMessage(test, site, { stage: 'real-data' });
}
