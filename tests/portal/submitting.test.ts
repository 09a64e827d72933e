import { createHash } from 'node:crypto';
import { california } from '@cairn/california';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestCairn, type TestCairn } from '../support/cairn.ts';
import { Browserless, mailsTo, tokenIn } from '../support/portal.ts';
import { answersOf, fillIn, submitAll, verifyToken } from '../support/registration.ts';

let cairn: TestCairn;
beforeAll(async () => {
  cairn = await startTestCairn();
});
afterAll(() => cairn.close());

const browser = (): Browserless => new Browserless(cairn.url);
const rows = async (sql: string, ...values: readonly unknown[]) =>
  (await cairn.db.query(sql, [...values])).rows;

describe('submitting', () => {
  it('freezes the answers, keeps what was agreed to, and mails the verification once', async () => {
    const steps = answersOf('frozen');
    const asker = browser();
    const submitted = await submitAll(asker, steps);
    expect(submitted.body).toMatchObject({ status: 'submitted', sentTo: 's•••@frozen.example' });
    const { version } = submitted.body;
    const again = await asker.post('/api/registration/submit', { version: 1, isAnotherSite: false });
    expect(again.body).toEqual(submitted.body);
    const save = await asker.put('/api/registration', { step: 'ehr', answers: {}, version });
    expect([save.status, save.body.code]).toEqual([409, 'registration-submitted']);
    expect(await mailsTo(cairn, 'sofia@frozen.example', 'verify-email')).toHaveLength(1);
    const kept = await rows(`select * from agreement_acceptance where email = 'sofia@frozen.example'`);
    const { title, paragraphs } = california.agreement;
    expect(kept).toHaveLength(1);
    expect(kept[0]).toMatchObject({
      version: '2026-11',
      language: 'en',
      name: 'Sofia Example',
      title: 'Office manager',
      text_hash: createHash('sha256')
        .update([title.en, ...paragraphs.en].join('\n\n'))
        .digest('hex'),
    });
    expect(kept[0].accepted_from).toMatch(/127\.0\.0\.1|::1/);
  });

  it('is in the language in which the pages were last', async () => {
    const asker = browser();
    let { body } = await fillIn(asker, answersOf('idioma'));
    ({ body } = await asker.put('/api/registration', {
      step: 'agreement',
      answers: body.answers.agreement,
      version: body.version,
      language: 'es',
    }));
    await asker.post('/api/registration/submit', { version: body.version, isAnotherSite: true });
    const [kept] = await rows(`select language, text_hash from agreement_acceptance
      where email = 'sofia@idioma.example'`);
    const { title, paragraphs } = california.agreement;
    expect(kept).toEqual({
      language: 'es',
      text_hash: createHash('sha256')
        .update([title.es, ...paragraphs.es].join('\n\n'))
        .digest('hex'),
    });
  });

  it('is refused where the draft was changed since the page was loaded', async () => {
    const asker = browser();
    const { body } = await fillIn(asker, answersOf('stale'));
    const reply = await asker.post('/api/registration/submit', {
      version: body.version - 1,
      isAnotherSite: true,
    });
    expect([reply.status, reply.body.code]).toEqual([409, 'changed-meanwhile']);
    expect(await mailsTo(cairn, 'sofia@stale.example')).toEqual([]);
  });

  it('happens once, however often and at once it is asked for', async () => {
    const asker = browser();
    const { body } = await fillIn(asker, answersOf('atonce'));
    const replies = await Promise.all(
      [1, 2, 3].map(() =>
        asker.post('/api/registration/submit', { version: body.version, isAnotherSite: true }),
      ),
    );
    expect(replies.map(({ body: { status } }) => status)).toEqual(['submitted', 'submitted', 'submitted']);
    expect(await mailsTo(cairn, 'sofia@atonce.example')).toHaveLength(1);
    expect(
      await rows(`select 1 from agreement_acceptance where email = 'sofia@atonce.example'`),
    ).toHaveLength(1);
  });

  it('stays submitted where only the browser forgets it', async () => {
    const steps = answersOf('forgets');
    const asker = browser();
    await submitAll(asker, steps);
    await asker.delete('/api/registration');
    expect(asker.cookies.size).toBe(0);
    const verified = await asker.post('/api/verification', { token: await verifyToken(cairn, steps) });
    expect(verified.status).toBe(200);
  });

  it('is refused where the agreement has a newer text', async () => {
    const steps = answersOf('oldtext');
    const reply = await submitAll(browser(), {
      ...steps,
      agreement: { ...steps.agreement, version: '2020-01' },
    });
    expect([reply.status, reply.body.code]).toEqual([409, 'agreement-changed']);
  });

  it('sends the verification again to a corrected address, and the old link ends', async () => {
    const steps = answersOf('mistyped');
    const asker = browser();
    await submitAll(asker, steps);
    const old = await verifyToken(cairn, steps);
    const resent = await asker.post('/api/registration/resend', { email: 'right@mistyped.example' });
    expect(resent.body.sentTo).toBe('r•••@mistyped.example');
    expect((await browser().post('/api/verification', { token: old })).status).toBe(410);
    const [mail] = await mailsTo(cairn, 'right@mistyped.example', 'verify-email');
    const verified = await browser().post('/api/verification', {
      token: tokenIn(mail?.text ?? '', '/verify'),
    });
    expect(verified.status).toBe(200);
    const [{ email }] = await rows(
      `select a.email from account a join account_site using (account_id) join organization o using (organization_id)
       where o.code = $1 and role = 'site-contact'`,
      verified.body.siteCode,
    );
    expect(email).toBe('right@mistyped.example');
    const late = await asker.post('/api/registration/resend', {});
    expect([late.status, late.body.code]).toEqual([409, 'registration-submitted']);
  });

  it('rejects a page of another website', async () => {
    const reply = await browser().ask(
      'POST',
      '/api/registration',
      { county: 'Alameda', language: 'en' },
      { origin: 'https://elsewhere.example' },
    );
    expect([reply.status, reply.body.code]).toEqual([403, 'foreign-origin']);
  });
});
