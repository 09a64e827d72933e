/** What people do who register while the server is stopped, and what must be true of it afterwards. */
import { PROBLEM_TEXTS } from '../../server/src/platform/problems.ts';
import { ask, type Counted, countsOf, differences, type Tally } from './deed.ts';
import { type Browserless, mailsTo, type PortalReply, tokenIn } from './portal.ts';
import { answersOf, BEGUN, fillIn } from './registration.ts';
import { browserAt, type Deed, orBroken, type Stoppable } from './stopping.ts';

/** A page saves a step again and again, as somebody types. Every save that was answered is there afterwards. */
export async function typing(cairn: Stoppable, tally: Tally, name: string): Promise<Deed> {
  const browser = browserAt(cairn.url());
  const { body } = await browser.post('/api/registration', { county: 'Alameda', language: 'en' });
  let version: number = body.version;
  const street = (at: number): string => `${at} ${name} Street`;
  const save = (one: Browserless, at: number) =>
    one.put('/api/registration', {
      step: 'place',
      version: at,
      answers: { county: 'Alameda', street: street(at) },
    });
  return {
    begin: async () => {
      for (;;) {
        const reply = await orBroken(save(browser, version));
        if (!reply) break;
        if (reply.status !== 200) throw new Error(`not saved: ${reply.status} ${reply.text}`);
        version = reply.body.version;
      }
      tally.broken++;
    },
    finish: async () => {
      const again = browserAt(cairn.url(), browser);
      const { body: kept } = await again.get('/api/registration');
      // The one that was not answered may have been saved.
      const isUnheard = kept.version === version + 1;
      if (isUnheard) tally.doneUnheard++;
      const problems = [
        ...(kept.version === version || isUnheard
          ? []
          : [`typing: version ${kept.version} after ${version}`]),
        ...(version === 1 && !isUnheard
          ? []
          : kept.answers?.place?.street === street(kept.version - 1)
            ? []
            : [`typing: version ${kept.version} holds ${kept.answers?.place?.street}`]),
      ];
      const { status } = await save(again, kept.version);
      return status === 200 ? problems : [...problems, `typing: not to be continued: ${status}`];
    },
  };
}

/** A registration is submitted, in several windows. */
export async function submitting(cairn: Stoppable, tally: Tally, name: string): Promise<Deed> {
  const browser = browserAt(cairn.url());
  const { body } = await fillIn(browser, answersOf(name));
  const submit = (one: Browserless) => (): Promise<PortalReply> =>
    one.post('/api/registration/submit', { version: body.version, isAnotherSite: true });
  let heard = 0;
  return {
    begin: async () => {
      heard = (await ask(tally, 3, submit(browser))).filter(({ status }) => status === 200).length;
    },
    finish: async () => {
      const before = await submitted(cairn, name);
      if (Number(before.acceptances) > 0 && heard === 0) tally.doneUnheard++;
      const lost = heard > 0 && Number(before.acceptances) === 0 ? [`${name}: answered, and lost`] : [];
      const replies = await ask(tally, 3, submit(browserAt(cairn.url(), browser)));
      const wrong = replies.filter(({ status }) => status !== 200).map(({ status }) => `${name}: ${status}`);
      const must = { acceptances: 1, mails: 1, tokens: 1 };
      return [...lost, ...wrong, ...differences(name, await submitted(cairn, name), must)];
    },
  };
}

const submitted = (cairn: Stoppable, name: string): Promise<Counted> =>
  countsOf(
    cairn,
    `select (select count(*) from agreement_acceptance where email = $1) as acceptances,
       (select count(*) from mail where recipient = $1 and kind = 'verify-email') as mails,
       (select count(*) from one_time_token t join registration r on t.subject_id = r.registration_id
        where t.purpose = 'verify-email' and r.answers -> 'place' ->> 'siteName' = $2) as tokens`,
    `sofia@${name}.example`,
    `Clinic ${name}`,
  );

async function submitFor(cairn: Stoppable, name: string): Promise<string> {
  const browser = browserAt(cairn.url());
  const { body } = await fillIn(browser, answersOf(name));
  await browser.post('/api/registration/submit', { version: body.version, isAnotherSite: true });
  const [mail] = await mailsTo({ db: cairn.db() }, `sofia@${name}.example`, 'verify-email');
  return tokenIn(mail?.text ?? '', '/verify');
}

/** The link of the verification is opened, twice at once. */
export async function verifying(cairn: Stoppable, tally: Tally, name: string): Promise<Deed> {
  const token = await submitFor(cairn, name);
  const verify = (): Promise<PortalReply> => browserAt(cairn.url()).post('/api/verification', { token });
  let heard = 0;
  return {
    begin: async () => {
      heard = (await ask(tally, 2, verify)).filter(({ status }) => status === 200).length;
    },
    finish: async () => {
      const before = Number((await registered(cairn, name)).organizations);
      if (before === 1 && heard === 0) tally.doneUnheard++;
      const { status } = await verify();
      return [
        ...(status === (before === 0 ? 200 : 410)
          ? []
          : [`${name}: ${status} where ${before} were registered`]),
        ...(heard > 0 && before === 0 ? [`${name}: answered, and lost`] : []),
        ...differences(name, await registered(cairn, name), {
          organizations: 1,
          people: 2,
          events: BEGUN.length,
          confirmations: 2,
          verified: 1,
          agreements: 1,
        }),
      ];
    },
  };
}

const registered = (cairn: Stoppable, name: string): Promise<Counted> =>
  countsOf(
    cairn,
    `with o as (select organization_id from organization where name = $1)
     select (select count(*) from o) as organizations,
       (select count(*) from account_site join o using (organization_id)) as people,
       (select count(*) from onboarding_event join o using (organization_id)) as events,
       (select count(*) from mail join o using (organization_id) where kind = 'registration-confirmed') as confirmations,
       (select count(*) from registration join o using (organization_id) where status = 'verified') as verified,
       (select count(*) from agreement_acceptance join o using (organization_id)) as agreements`,
    `Clinic ${name}`,
  );

/**
 * The credentials are shown, once. An answer that is lost after the password was made cannot be had again: then the person is
 * told so, and has a new one made.
 */
export async function showing(cairn: Stoppable, tally: Tally, name: string): Promise<Deed> {
  const verified = await browserAt(cairn.url()).post('/api/verification', {
    token: await submitFor(cairn, name),
  });
  const [letter] = await mailsTo({ db: cairn.db() }, `sofia@${name}.example`, 'registration-confirmed');
  const token = tokenIn(letter?.text ?? '', '/credentials');
  const show = (): Promise<PortalReply> => browserAt(cairn.url()).post('/api/credentials', { token });
  let heard = 0;
  return {
    begin: async () => {
      heard = (await ask(tally, 2, show)).filter(({ status }) => status === 200).length;
    },
    finish: async () => {
      const { issued } = await countsOf(cairn, SHOWN, `Clinic ${name}`);
      const isIssued = Number(issued) > 0;
      const { status, body } = await show();
      const problems = [
        ...(status === (isIssued ? 410 : 200) ? [] : [`${name}: ${status} where ${issued} were issued`]),
        ...(heard > 1 ? [`${name}: shown ${heard} times`] : []),
        ...(heard > 0 && !isIssued ? [`${name}: shown, and lost`] : []),
        ...differences(name, await countsOf(cairn, SHOWN, `Clinic ${name}`), { issued: 1, events: 1 }),
      ];
      if (!isIssued) return problems;
      if (heard === 0) tally.doneUnheard++;
      const words = PROBLEM_TEXTS['credentials-shown-already'];
      const isTold =
        body.code === 'credentials-shown-already' && body.error === words && /new password/.test(words);
      const member = browserAt(cairn.url());
      await member.put('/api/password', {
        token: verified.body.passwordToken,
        password: 'a long enough phrase of mine',
      });
      const rotated = await member.post(`/api/sites/${verified.body.siteCode}/credential/rotate`, {
        overlapDays: 0,
      });
      return [
        ...problems,
        ...(isTold ? [] : [`${name}: is not told what to do: ${body.code}`]),
        ...(rotated.status === 200 && rotated.body.password
          ? []
          : [`${name}: no new password: ${rotated.status}`]),
      ];
    },
  };
}

const SHOWN = `select (select count(*) from credential join organization o using (organization_id) where o.name = $1) as issued,
  (select count(*) from onboarding_event e join organization o using (organization_id)
   where o.name = $1 and e.kind = 'credentials-shown') as events`;
