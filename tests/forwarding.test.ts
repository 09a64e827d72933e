/**
 * Messages that another registry answers: its answer comes back in the same reply, as it is; what goes wrong on the way there is
 * the gateway's own fault, with one advice.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ackOf, ledger, registryCounts } from './support/answers.ts';
import { startTestCairn, type TestCairn } from './support/cairn.ts';
import { acknowledged, gatewayDouble } from './support/gateway.ts';
import { controlId, patient, PEDIATRICS, qbp, vxu } from './support/messages.ts';
import { registerSite } from './support/organizations.ts';
import { contentType, ENVELOPE, escapeXml, post, submit, submitRaw, type Version } from './support/soap.ts';
import { child, envelopeOf } from './support/xml.ts';

const gateway = gatewayDouble('san-diego');
let cairn: TestCairn;
let site: Awaited<ReturnType<typeof registerSite>>;

beforeAll(async () => {
  cairn = await startTestCairn({ gateway });
  site = await registerSite(cairn, 'SD-000001');
  await route(site.site, 'san-diego');
});
afterAll(() => cairn.close());
beforeEach(() => {
  gateway.sent.length = 0;
  gateway.answers.length = 0;
  gateway.open.clear();
  gateway.open.add('san-diego');
});

async function route(code: string, endpoint: string | null): Promise<void> {
  await cairn.db.query('update organization set routed_to = $2 where code = $1', [code, endpoint]);
}

const send = (message: string): Promise<string> => submit(cairn.url, message, { login: site.login });

/** The whole row, with what only forwarded messages have. */
async function rows(id: string): Promise<readonly Record<string, unknown>[]> {
  const { rows: found } = await cairn.db.query(
    `select outcome, ack_code, answer, forwarded_to, person_id, findings from message where control_id = $1 order by message_id`,
    [id],
  );
  return found;
}

describe('the answer of the other registry', () => {
  test.each(['AA', 'AE', 'AR'] as const)(
    '%s comes back as it is, and nothing is recorded here',
    async (code) => {
      const id = controlId();
      const message = vxu({ from: site, controlId: id });
      const theirs = acknowledged(message, code, 'ERR||PID^1^5|101^Required field missing^HL70357|W\r');
      gateway.answers.push(() => theirs);
      const before = await registryCounts(cairn.db);
      const answer = await send(message);
      expect(theirs).toMatchObject({ text: answer });
      expect(gateway.sent).toEqual([{ to: 'san-diego', text: message }]);
      expect(await registryCounts(cairn.db)).toEqual(before);
      expect(await rows(id)).toEqual([
        {
          outcome: 'forwarded',
          ack_code: code,
          answer,
          forwarded_to: 'san-diego',
          person_id: null,
          findings: [],
        },
      ]);
      expect(await ledger(cairn.db, id)).toMatchObject([
        { sender: site.sender, responsible: site.site, raw: message },
      ]);
    },
  );

  test('a resend hears the same, and goes there once', async () => {
    const id = controlId();
    const message = vxu({ from: site, controlId: id });
    const first = await send(message);
    expect(await send(message)).toBe(first);
    expect(gateway.sent).toHaveLength(1);
    expect(await rows(id)).toHaveLength(1);
    // Another message under that id is another.
    await send(vxu({ from: site, controlId: id }));
    expect(gateway.sent).toHaveLength(2);
  });

  test('what was refused as a whole goes there again: what was in its way may be mended', async () => {
    const message = vxu({ from: site });
    gateway.answers.push((text) => acknowledged(text, 'AR'));
    expect(ackOf(await send(message)).code).toBe('AR');
    expect(ackOf(await send(message)).code).toBe('AA');
    expect(gateway.sent).toHaveLength(2);
  });

  test('a query is asked there, each time anew', async () => {
    const asked = qbp({ from: site });
    const answer = await submit(cairn.url, asked, { login: site.login, name: 'submitSingleQuery' });
    expect(ackOf(answer).code).toBe('AA');
    await submit(cairn.url, asked, { login: site.login, name: 'submitSingleQuery' });
    expect(gateway.sent.map(({ text }) => text)).toEqual([asked, asked]);
  });

  test('to a query is in the audit, as those that are answered here are', async () => {
    const asked = qbp({ from: site });
    gateway.answers.push((text) => acknowledged(text, 'AA', 'QAK|Q1|OK|Z34^Request^CDCPHINVS\r'));
    await submit(cairn.url, asked, { login: site.login, name: 'submitSingleQuery' });
    const { rows: events } = await cairn.db.query(
      `select e.detail, e.person_ids, o.code as asker, r.code as responsible, m.control_id
       from audit_event e join organization o using (organization_id)
         join organization r on r.organization_id = e.responsible_id join message m using (message_id)
       where e.action = 'query' order by e.event_id desc limit 1`,
    );
    expect(events).toEqual([
      {
        detail: { status: 'OK', registry: 'san-diego' },
        person_ids: [],
        asker: site.sender,
        responsible: site.site,
        control_id: asked.split('|')[9],
      },
    ]);
  });

  test('a Sending Facility hears for each client what that client’s registry says', async () => {
    await route('DE-000002', 'san-diego');
    const answer = await submit(cairn.url, vxu({ from: PEDIATRICS }), { login: PEDIATRICS.login });
    await route('DE-000002', null);
    expect(answer).toContain('|THEIRS|REGION|');
    // Its own sites that belong to no partner are recorded here.
    expect(await submit(cairn.url, vxu())).toContain('|CAIRN|CAIR IIS|');
    expect(gateway.sent).toHaveLength(1);
  });

  test('messages in a batch go their own ways', async () => {
    const [one, two] = [vxu({ from: site }), vxu({ from: site })];
    gateway.answers.push((text) => acknowledged(text, 'AE'));
    const answer = await submit(cairn.url, `BHS|^~\\&\r${one}\r${two}\rBTS|2`, {
      login: site.login,
      name: 'submitBatchMessage',
    });
    expect([...answer.matchAll(/\rMSA\|(A.)/g)].map(([, code]) => code)).toEqual(['AE', 'AA']);
  });
});

const REFUSED: readonly (readonly [string, () => string])[] = [
  ['of a sender that may not', () => vxu({ from: { ...site, site: 'DE-000002' } })],
  ['of another processing id', () => vxu({ from: site, msh: { 11: 'T' } })],
  ['that cannot be read', () => 'MSH|^~'],
];

describe('what is not forwarded', () => {
  test.each(REFUSED)('a message %s: it is refused here', async (_, make) => {
    expect(ackOf(await send(make())).code).toBe('AR');
    expect(gateway.sent).toEqual([]);
  });

  test('a message with a wrong password, or to the testing address', async () => {
    const wrong = await submitRaw(cairn.url, vxu({ from: site }), {
      login: { ...site.login, password: 'x' },
    });
    expect(wrong.body).toContain('<Retry>CONTACT_SUPPORT</Retry>');
    const tested = await submit(cairn.url, vxu({ from: site }), {
      login: site.login,
      path: '/test/IISService',
    });
    expect(tested).toContain('|CAIRN|CAIR IIS|');
    expect(gateway.sent).toEqual([]);
  });

  test('but a field error is for the other registry to judge', async () => {
    await send(vxu({ from: site, pid: { 7: '' } }));
    expect(gateway.sent).toHaveLength(1);
  });
});

describe('a fault of the gateway', () => {
  const failed = (mayHaveArrived: boolean): void =>
    void gateway.answers.push(() => ({
      kind: 'failed',
      fault: mayHaveArrived ? 'no-answer' : 'connection-refused',
      mayHaveArrived,
      words: 'Nothing came within 30 s from 10.1.2.3.',
    }));

  test.each(['1.2', '1.1'] as const)('has code, place and one advice (SOAP %s)', async (version: Version) => {
    failed(true);
    const id = controlId();
    const answer = await submitRaw(cairn.url, vxu({ from: site, controlId: id }), {
      login: site.login,
      version,
    });
    expect(answer.status).toBe(500);
    const { content } = envelopeOf(answer, version);
    const detail = child(content, version === '1.2' ? `{${ENVELOPE[version]}}Detail` : '{}detail');
    expect(detail.children.map(({ name, text }) => [name, text])).toEqual([
      ['{urn:cdc:iisb:2011}fault', ''],
      ['{}Retry', 'CHECK_IIS_STATUS'],
      ['{}Destination', 'san-diego'],
    ]);
    const words =
      'No answer came in time from San Diego Immunization Registry (SDIR). It may have been taken there all the same; a resend keeps its control id (MSH-10). Ask after the state of that registry, and send the same message again when it is well.';
    expect(detail.children[0]?.children.map(({ text }) => text)).toEqual(['110', 'No answer in time', words]);
    expect(answer.body).not.toContain('10.1.2.3');
    expect(await rows(id)).toMatchObject([
      {
        outcome: 'fault',
        ack_code: '',
        answer: words,
        forwarded_to: 'san-diego',
        findings: [{ code: 'delivery-no-answer' }],
      },
    ]);
  });

  test('in the 2014 contract too', async () => {
    failed(false);
    const { username, password } = site.login;
    const inner = `<g:SubmitSingleMessageRequest><g:Username>${username}</g:Username><g:Password>${password}</g:Password><g:Hl7Message>${escapeXml(vxu({ from: site }))}</g:Hl7Message></g:SubmitSingleMessageRequest>`;
    const answer = await post(
      `${cairn.url}/IISService`,
      `<s:Envelope xmlns:s="${ENVELOPE['1.2']}" xmlns:g="urn:cdc:iisb:2014"><s:Body>${inner}</s:Body></s:Envelope>`,
      contentType('1.2'),
    );
    const detail = child(envelopeOf(answer, '1.2').content, `{${ENVELOPE['1.2']}}Detail`);
    expect(detail.children.map(({ name, text }) => [name, text])).toEqual([
      ['{urn:cdc:iisb:2014}fault', ''],
      ['{}Retry', 'NORMAL'],
      ['{}Destination', 'san-diego'],
    ]);
    expect(detail.children[0]?.children[0]?.text).toBe('112');
  });

  test('is not what a resend hears: that goes there again', async () => {
    failed(true);
    const id = controlId();
    const message = vxu({ from: site, controlId: id });
    await submitRaw(cairn.url, message, { login: site.login });
    expect(ackOf(await send(message))).toMatchObject({ code: 'AA', controlId: id });
    expect(gateway.sent).toHaveLength(2);
    expect((await rows(id)).map(({ outcome }) => outcome)).toEqual(['fault', 'forwarded']);
  });

  test('also where no connection is set up: what is a partner’s is never recorded here', async () => {
    gateway.open.clear();
    const before = await registryCounts(cairn.db);
    const answer = await submitRaw(cairn.url, vxu({ from: site }), { login: site.login });
    expect(answer.body).toContain('<Code>132</Code>');
    expect(answer.body).toContain('<Retry>CONTACT_SUPPORT</Retry>');
    expect(gateway.sent).toEqual([]);
    expect(await registryCounts(cairn.db)).toEqual(before);
  });

  test('where the answer cannot be written down the sender hears to send again, and it goes there once more', async () => {
    await cairn.db.query(
      `create function no_more() returns trigger language plpgsql as $$ begin raise exception 'full' using errcode = '23514'; end $$;
       create trigger no_more before insert on message for each row when (new.outcome = 'forwarded') execute function no_more()`,
    );
    const message = vxu({ from: site });
    const answer = await submitRaw(cairn.url, message, { login: site.login });
    await cairn.db.query('drop trigger no_more on message; drop function no_more()');
    expect(answer.body).toContain('<Code>21</Code>');
    expect(answer.body).toContain('<Retry>NORMAL</Retry>');
    expect(ackOf(await send(message)).code).toBe('AA');
    expect(gateway.sent).toHaveLength(2);
  });
});

test('while one waits for the other registry, those of the same person wait, and nobody else', async () => {
  const who = patient();
  let go: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    go = resolve;
  });
  gateway.answers.push(async (text) => {
    await held;
    return acknowledged(text);
  });
  const slow = send(vxu({ from: site, patient: who, controlId: 'first-of-one' }));
  await expect.poll(() => gateway.sent.length).toBe(1);
  const next = send(vxu({ from: site, patient: who, controlId: 'second-of-one' }));
  // Of somebody else, to both registries.
  await send(vxu({ from: site, controlId: 'of-another' }));
  expect(ackOf(await submit(cairn.url, vxu())).code).toBe('AA');
  const ids = (): readonly string[] => gateway.sent.map(({ text }) => text.split('|')[9] ?? '');
  expect(ids()).toEqual(['first-of-one', 'of-another']);
  go();
  await Promise.all([slow, next]);
  expect(ids()).toEqual(['first-of-one', 'of-another', 'second-of-one']);
});
