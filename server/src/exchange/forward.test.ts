import { california } from '@cairn/california';
import { describe, expect, test } from 'vitest';
import type { Call } from './call.ts';
import { DELIVERY_FAULTS, type Delivery, type DeliveryFault, type Gateway } from './delivery.ts';
import { DELIVERY_REASONS, failureWords } from './delivery-words.ts';
import { destinationOf, forwarded, forwardingOnce, routeOf, routeOfIntake } from './forward.ts';
import { edit, HEADER, HOLDER, historical, intake, message, NOW, SITE, vxu } from './testing/messages.ts';

const VXU = vxu(historical({ day: '20250310' }));
const QBP = message(
  edit(edit(HEADER, 'MSH-9', 'QBP^Q11^QBP_Q11'), 'MSH-21', 'Z34^CDCPHINVS'),
  'QPD|Z34^Request Immunization History^CDCPHINVS|tag||Wren^Ana^^^^^L||20240315',
  'RCP|I|5^RD&records&HL70126',
);
const BEFORE = '2016-10-02';
const FROM_ON = '2016-10-03';

function gatewayTo(...open: readonly string[]): Gateway & { readonly sent: string[] } {
  const sent: string[] = [];
  return {
    sent,
    isOpenTo: (id) => open.includes(id),
    forward: (id, text) => {
      sent.push(`${id} ${text.length}`);
      return Promise.resolve({ kind: 'answered', text: `from ${id}`, code: 'AA' });
    },
  };
}

describe('where a message is decided', () => {
  const route = (
    responsible: { readonly region?: string; readonly routedTo?: string },
    today: string,
    gateway: Gateway | undefined,
  ): string => {
    const found = routeOf({ responsible: { ...SITE, ...responsible } }, california, today, gateway);
    return found.kind === 'here' ? 'here' : `${found.kind} ${found.endpointId}`;
  };

  test.each([
    ['its region before the cut-over', { region: 'bay-area' }, BEFORE, ['bay-area'], 'forward bay-area'],
    ['here from that day on', { region: 'bay-area' }, FROM_ON, ['bay-area'], 'here'],
    ['here where its region is not connected', { region: 'bay-area' }, BEFORE, ['la-orange'], 'here'],
    ['here where it is of no region', {}, BEFORE, ['bay-area'], 'here'],
    [
      'its partner, before',
      { routedTo: 'san-diego', region: 'bay-area' },
      BEFORE,
      ['san-diego'],
      'forward san-diego',
    ],
    ['its partner, from then on too', { routedTo: 'san-diego' }, FROM_ON, ['san-diego'], 'forward san-diego'],
    [
      'never here in place of a partner',
      { routedTo: 'ride', region: 'bay-area' },
      BEFORE,
      ['bay-area'],
      'not-set-up ride',
    ],
  ])('%s', (_, responsible, today, open, expected) => {
    expect(route(responsible, today, gatewayTo(...open))).toBe(expected);
  });

  test('here, or nowhere, where there is no gateway', () => {
    expect(route({ region: 'bay-area' }, BEFORE, undefined)).toBe('here');
    expect(route({ routedTo: 'ride' }, FROM_ON, undefined)).toBe('not-set-up ride');
  });
});

describe('what is forwarded', () => {
  const sender = { holder: HOLDER, responsible: { ...SITE, routedTo: 'ride' } };
  const CALL: Call = {
    address: 'production',
    operation: 'submitSingleMessage',
    identity: { kind: 'password', username: 'u', password: 'p', certificate: '' },
    facilityId: '',
    text: '',
  };
  const routed = (text: string, call: Partial<Call> = {}): string =>
    routeOfIntake(intake(text), { ...CALL, ...call } as Call, sender, california, FROM_ON, gatewayTo('ride'))
      .kind;

  test.each([
    ['a submission', VXU, {}, 'forward'],
    ['a query', QBP, {}, 'forward'],
    [
      'one with an error in a field, which is for the other registry to judge',
      edit(VXU, 'PID-7', ''),
      {},
      'forward',
    ],
    ['but not one of another processing id', edit(VXU, 'MSH-11', 'T'), {}, 'here'],
    ['nor of another version', edit(VXU, 'MSH-12', '2.3.1'), {}, 'here'],
    ['nor a submission as a query', VXU, { operation: 'submitSingleQuery' }, 'here'],
    ['nor what is no message', 'nothing', {}, 'here'],
    ['nor what came to the testing address', VXU, { address: 'test' }, 'here'],
    ['nor what was entered on a page', VXU, { identity: { kind: 'portal', organizationId: 'site' } }, 'here'],
  ] as const)('%s', (_, text, call, expected) => {
    expect(routed(text, call as Partial<Call>)).toBe(expected);
  });

  test('not without a sender that may send', () => {
    const found = routeOfIntake(intake(VXU), CALL, undefined, california, FROM_ON, gatewayTo('ride'));
    expect(found.kind).toBe('here');
  });
});

test('a message is sent once, however often it has to be written down', async () => {
  const gateway = gatewayTo('ride');
  const deliver = forwardingOnce(gateway);
  expect(await deliver('ride', 'a')).toEqual(await deliver('ride', 'a'));
  expect(gateway.sent).toEqual(['ride 1']);
  expect(await forwardingOnce(undefined)('ride', 'a')).toMatchObject({ kind: 'failed', fault: 'not-set-up' });
});

describe('what is answered and written down', () => {
  const sender = { holder: HOLDER, responsible: SITE };
  const destination = destinationOf('bay-area', california);
  const of = (delivery: Delivery, text = VXU): ReturnType<typeof forwarded> =>
    forwarded(delivery, intake(text), { address: 'production', operation: 'submitSingleMessage' }, sender, {
      eventId: 'event',
      destination,
      now: NOW,
      today: '2025-03-20',
      messageId: 'm',
    });

  test.each([
    ['AA', VXU, true],
    ['AE', VXU, true],
    ['AR', VXU, false],
    ['AA', QBP, false],
  ] as const)('%s: the answer as it came, and by which a resend finds it', (code, text, isKept) => {
    const { reply, write } = of({ kind: 'answered', text: 'MSH|theirs', code }, text);
    expect(reply).toEqual({ kind: 'answer', text: 'MSH|theirs' });
    expect(write.row).toMatchObject({
      outcome: 'forwarded',
      forwardedTo: 'bay-area',
      ackCode: code,
      answer: 'MSH|theirs',
      personId: undefined,
      findings: [],
    });
    expect(write.effects).toBeUndefined();
    expect(write.controlKey !== undefined).toBe(isKept);
  });

  test('no answer: a fault of the gateway, which a resend does not find', () => {
    const { reply, write } = of({
      kind: 'failed',
      fault: 'no-answer',
      mayHaveArrived: true,
      words: 'No answer within 30 s.',
    });
    const detail =
      'No answer came in time from the registry of the region Bay Area. It may have been taken there all the same; a resend keeps its control id (MSH-10). Ask after the state of that registry, and send the same message again when it is well.';
    expect(reply).toEqual({
      kind: 'delivery',
      fault: 'no-answer',
      destinationId: 'bay-area',
      mayHaveArrived: true,
      detail,
    });
    expect(write.row).toMatchObject({
      outcome: 'fault',
      forwardedTo: 'bay-area',
      ackCode: '',
      answer: detail,
    });
    expect(write.row.findings).toMatchObject([
      { code: 'delivery-no-answer', message: 'No answer within 30 s.' },
    ]);
    expect(write.controlKey).toBeUndefined();
  });

  test('the destination has the name that the pack gives it', () => {
    expect(destinationOf('san-diego', california).name).toBe('San Diego Immunization Registry (SDIR)');
    expect(destinationOf('elsewhere', california).name).toBe('the registry elsewhere');
  });
});

describe('every fault of the gateway', () => {
  const faults = Object.keys(DELIVERY_FAULTS) as readonly DeliveryFault[];

  test.each(faults)('%s has words of its own, with one advice', (fault) => {
    const words = failureWords({ kind: 'failed', fault, mayHaveArrived: false, words: '' }, 'Elsewhere');
    expect(words).toMatch(/^[A-Z].*Elsewhere.*\. It was not taken there\. [A-Z].*\.$/);
    expect(DELIVERY_REASONS[fault]).not.toBe('');
  });

  test('has a number of its own', () => {
    expect(new Set(faults.map((fault) => DELIVERY_FAULTS[fault].code)).size).toBe(faults.length);
  });
});
