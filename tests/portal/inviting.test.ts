/** People are added to sites: what whoever adds them learns of them, and accounts that had ended. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestCairn, type TestCairn } from '../support/cairn.ts';
import { addPerson, siteOnTheWay } from '../support/onboarding.ts';
import { Browserless, DEMO_PEOPLE, mailsTo, signInAs, tokenIn } from '../support/portal.ts';
import { answersOf, registerByPortal } from '../support/registration.ts';

let cairn: TestCairn;
beforeAll(async () => {
  cairn = await startTestCairn();
});
afterAll(() => cairn.close());

type Person = { readonly id: string; readonly email: string; readonly name: string };

const people = (code: string): string => `/api/sites/${code}/people`;

async function invite(at: Browserless, code: string, name: string, email: string) {
  const began = performance.now();
  const { status, body } = await at.post(people(code), { name, email });
  const took = performance.now() - began;
  const { id, ...person } = body.people.find((each: Person) => each.email === email.toLowerCase());
  const { events } = (await at.get(`/api/sites/${code}/events`)).body;
  const written = events.filter((event: { detail: unknown }) => JSON.stringify(event.detail).includes(name));
  return { took, id, seen: { status, person, written: written.length } };
}

describe('whoever invites', () => {
  it('sees the same of an address that has an account as of one that has none', async () => {
    const site = await siteOnTheWay(cairn, 'DE-110001');
    const other = await siteOnTheWay(cairn, 'DE-110002');
    await addPerson(cairn, other, 'Known@Elsewhere.example', 'member');
    const contact = await signInAs(cairn, site.contact);
    const known = { name: 'As it was typed', email: 'known@elsewhere.example' };
    for (const written of [1, 2]) {
      const [one, two] = [
        await invite(contact, site.code, 'As it was typed, too', 'unknown@elsewhere.example'),
        await invite(contact, site.code, known.name, known.email),
      ];
      expect(two.seen.person).toMatchObject({ ...known, role: 'member', hasSignedIn: false });
      // Of the other one the longer name is part of both letters.
      expect(two.seen.written).toBe(2 * written);
      expect(one.seen).toMatchObject({ status: 200, written });
      expect(two.seen.person).toEqual({ ...one.seen.person, ...known });
      for (const { took, id } of [one, two]) {
        expect(took).toBeGreaterThan(240);
        // Random: an id with the time in it would say when the account was made.
        expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4/);
      }
    }
    const recipients = ['unknown@elsewhere.example', known.email];
    const mails = await Promise.all(recipients.map((to) => mailsTo(cairn, to)));
    expect(mails.map(([mail, ...more]) => [mail?.kind, more.length])).toEqual([
      ['set-password', 1],
      ['access-granted', 1],
    ]);

    await signInAs(cairn, known.email);
    const third = await invite(contact, site.code, known.name, known.email);
    expect(third.seen.person).toMatchObject({ hasSignedIn: true });
    expect(await mailsTo(cairn, known.email)).toHaveLength(2);
  });

  it('sees the name that was typed also where contacts are named, asked for access, or registered', async () => {
    const other = await siteOnTheWay(cairn, 'DE-110003');
    await addPerson(cairn, other, 'sofia@typed.example', 'member');
    const { siteCode } = await registerByPortal(cairn, answersOf('typed'));
    const sofia = await signInAs(cairn, 'sofia@typed.example');
    const names = async (): Promise<readonly string[]> =>
      (await sofia.get(people(siteCode))).body.people.map(({ name }: Person) => name);
    expect(await names()).toEqual(['Sofia Example', 'Dana Example']);
    const { siteContact } = answersOf('typed').contacts ?? {};
    await sofia.put(`/api/sites/${siteCode}/contacts`, {
      ...answersOf('typed').contacts,
      siteContact: { ...(siteContact as object), name: 'Sofia Corrected' },
    });
    expect(await names()).toEqual(['Sofia Corrected', 'Dana Example']);
  });
});

describe('an account that had ended', () => {
  async function ended(email: string): Promise<Browserless> {
    const before = await siteOnTheWay(cairn, `DE-12${String(email.length).padStart(4, '0')}`);
    await addPerson(cairn, before, email, 'site-contact');
    const session = await signInAs(cairn, email);
    await cairn.db.query(
      `update account set ended_at = now(), staff_role = 'administrator' where email_key = $1`,
      [email],
    );
    return session;
  }

  it('begins anew where it is invited: without password, role, sites and sessions', async () => {
    const email = 'returns@clinic.example';
    const session = await ended(email);
    const contact = await signInAs(cairn, (await siteOnTheWay(cairn, 'DE-110004')).contact);
    const { seen } = await invite(contact, 'DE-110004', 'Robin Returns', email);
    expect(seen.person).toMatchObject({ name: 'Robin Returns', hasSignedIn: false });
    expect((await session.get('/api/session')).body.account).toBeNull();
    expect((await new Browserless(cairn.url).signIn(email)).status).toBe(401);

    const [mail] = await mailsTo(cairn, email, 'set-password');
    const token = tokenIn(mail?.text ?? '', '/password');
    const at = new Browserless(cairn.url);
    const reply = await at.put('/api/password', { token, password: 'a-new-beginning-7' });
    expect(reply.body.account).toMatchObject({ email, name: 'Robin Returns', staffRole: null });
    expect(reply.body.account.sites).toMatchObject([{ code: 'DE-110004', role: 'member' }]);
    expect((await session.get('/api/session')).body.account).toBeNull();
  });

  it('likewise where it is a contact of a site that registers', async () => {
    const session = await ended('sofia@renewed.example');
    const { passwordToken, siteCode } = await registerByPortal(cairn, answersOf('renewed'));
    expect((await session.get('/api/session')).body.account).toBeNull();
    const at = new Browserless(cairn.url);
    const reply = await at.put('/api/password', { token: passwordToken, password: 'a-new-beginning-7' });
    expect(reply.body.account).toMatchObject({ staffRole: null, sites: [{ code: siteCode }] });
  });

  it('is left as it is where it has not ended', async () => {
    const site = await siteOnTheWay(cairn, 'DE-110005');
    const contact = await signInAs(cairn, site.contact);
    const staff = await signInAs(cairn, DEMO_PEOPLE.dx2);
    await invite(contact, site.code, 'Somebody of the registry', DEMO_PEOPLE.dx2);
    expect((await staff.get('/api/session')).body.account).toMatchObject({
      name: 'Drew Demo',
      staffRole: 'dx-specialist',
      sites: [{ code: site.code }],
    });
  });
});

describe('what concerns a site', () => {
  it('is written to whoever acts for it where it has no contact, and to nobody else where it has one', async () => {
    const site = await siteOnTheWay(cairn, 'DE-110006');
    await addPerson(cairn, site, 'helper@clinic.example', 'member');
    const helper = await signInAs(cairn, 'helper@clinic.example');
    const rotate = () => helper.post(`/api/sites/${site.code}/credential/rotate`, { overlapDays: 7 });
    expect((await rotate()).status).toBe(200);
    expect(await mailsTo(cairn, 'helper@clinic.example')).toEqual([]);
    await cairn.db.query(`update account_site set role = 'member' where organization_id = $1`, [
      site.organizationId,
    ]);
    await rotate();
    expect(await mailsTo(cairn, 'helper@clinic.example', 'credential-rotated')).toHaveLength(1);
  });
});
