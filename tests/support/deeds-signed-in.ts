/** What people do who have signed in, while the server is stopped, and what must be true of it afterwards. */
import { ask, type Counted, countsOf, differences, type Tally } from './deed.ts';
import { realMessages, SUBMISSION_CASES, siteOnTheWay, testMessage } from './onboarding.ts';
import { type Browserless, DEMO_PEOPLE, type PortalReply, signInAs } from './portal.ts';
import { browserAt, type Deed, type Stoppable } from './stopping.ts';

/** A second person approves a promotion, in two windows. */
export async function approving(cairn: Stoppable, tally: Tally, code: string): Promise<Deed> {
  const test = { db: cairn.db() };
  const site = await siteOnTheWay(test, code, { stage: 'real-data' });
  await testMessage(test, site, { cases: SUBMISSION_CASES });
  await realMessages(test, site, 20);
  const track = { track: 'production', note: '' };
  const dx = await signInAs({ url: cairn.url() }, DEMO_PEOPLE.dx);
  const proposed = await dx.post(`/api/sites/${code}/promotion`, track);
  if (proposed.status !== 200) throw new Error(`not proposed: ${proposed.text}`);
  const dx2 = await signInAs({ url: cairn.url() }, DEMO_PEOPLE.dx2);
  const approve = (one: Browserless) => (): Promise<PortalReply> =>
    one.post(`/api/sites/${code}/promotion/approve`, track);
  let heard = 0;
  return {
    begin: async () => {
      heard = (await ask(tally, 2, approve(dx2))).filter(({ status }) => status === 200).length;
    },
    finish: async () => {
      const before = Number((await promoted(cairn, code)).production);
      if (before === 1 && heard === 0) tally.doneUnheard++;
      const { status } = await approve(browserAt(cairn.url(), dx2))();
      return [
        ...(status === (before === 0 ? 200 : 409)
          ? []
          : [`${code}: ${status} where production was ${before}`]),
        ...(heard > 0 && before === 0 ? [`${code}: answered, and lost`] : []),
        ...differences(code, await promoted(cairn, code), {
          production: 1,
          events: 1,
          letters: 1,
          proposals: 0,
        }),
      ];
    },
  };
}

const promoted = (cairn: Stoppable, code: string): Promise<Counted> =>
  countsOf(
    cairn,
    `with o as (select organization_id, stage from organization where code = $1)
     select (select count(*) from o where stage = 'production') as production,
       (select count(*) from onboarding_event join o using (organization_id) where kind = 'promotion-approved') as events,
       (select count(*) from mail join o using (organization_id) where kind = 'step-reached') as letters,
       (select count(*) from promotion join o using (organization_id)) as proposals`,
    code,
  );

/** A sheet of client sites is uploaded; its rows are done one after the other. */
export async function uploading(cairn: Stoppable, tally: Tally, name: string): Promise<Deed> {
  const ROWS = 25;
  const csv = [
    'site id,site name,county,street,city,zip,npi,contact name,contact e-mail',
    ...Array.from(
      { length: ROWS },
      (_, n) => `,Client ${n} ${name},Yolo,,,,,Ann Invented,c${n}@${name}.example`,
    ),
  ].join('\r\n');
  const hie = await signInAs({ url: cairn.url() }, DEMO_PEOPLE.hie);
  const upload = (one: Browserless) => (): Promise<PortalReply> =>
    one.post('/api/sites/SF-000001/clients/sheet', { csv });
  const counts = (): Promise<Counted> =>
    countsOf(
      cairn,
      `select (select count(*) from mail where kind = 'client-invited' and recipient like $1) as mails,
         (select count(distinct recipient) from mail where kind = 'client-invited' and recipient like $1) as invited,
         (select count(*) from registration where answers -> 'place' ->> 'siteName' like $2) as registrations,
         (select count(*) from onboarding_event where kind = 'client-invited' and detail ->> 'name' like $2) as events`,
      `%@${name}.example`,
      `Client % ${name}`,
    );
  return {
    begin: async () => {
      await ask(tally, 1, upload(hie));
    },
    finish: async () => {
      const { mails } = await counts();
      if (Number(mails) > 0) tally.doneUnheard++;
      const { status, body } = await upload(browserAt(cairn.url(), hie))();
      return [
        ...(status === 200 && body.added === ROWS - Number(mails) && body.refused === 0
          ? []
          : [`${name}: ${status}, ${body.added} added after ${mails}`]),
        ...differences(name, await counts(), {
          mails: ROWS,
          invited: ROWS,
          registrations: ROWS,
          events: ROWS,
        }),
      ];
    },
  };
}
