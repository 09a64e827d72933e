import { parseMessage } from '@cairn/hl7';
import { describe, expect, test } from 'vitest';
import type { Holder } from '../accounts/queries.ts';
import type { KnownOrganization } from '../registry/organization-queries.ts';
import type { Address } from './call.ts';
import { claimsOf, identify, mayActFor } from './identify.ts';

type Stage = KnownOrganization['stage'];

const organization = (code: string, more: Partial<KnownOrganization> = {}): KnownOrganization => ({
  organizationId: `id of ${code}`,
  code,
  codeKey: code.replace('-', ''),
  parentId: undefined,
  stage: 'production',
  mayQuery: true,
  isClient: false,
  isUnconfirmedClient: false,
  ...more,
});

const OWN = organization('DE-1');
const CHILD = organization('DE-11', { parentId: OWN.organizationId });
const PARENT = organization('DE-2');
const OTHER = organization('DE-3', { parentId: PARENT.organizationId });
const CLIENT = organization('DE-4', { isClient: true, isUnconfirmedClient: false });
const UNCONFIRMED = organization('DE-5', { isUnconfirmedClient: true });
const FACILITY = organization('SF-1');

function holder(kind: Holder['kind'], more: Partial<Holder> = {}): Holder {
  const { organizationId, code, codeKey } = kind === 'site' ? OWN : FACILITY;
  return {
    credentialId: 'c',
    organizationId,
    code,
    codeKey,
    kind,
    stage: 'production',
    mayQuery: true,
    ...more,
  };
}
const SITE = holder('site');
const HIE = holder('sending-facility');

function decide(
  of: Holder,
  responsible: readonly string[],
  call: {
    sender?: string;
    isQuery?: boolean;
    address?: Address;
    known?: readonly KnownOrganization[];
    mustName?: boolean;
    isEntry?: boolean;
  } = {},
): string {
  const { sender: from = of.code, isQuery = false, address = 'production', mustName = !isQuery } = call;
  const known = call.known ?? [OWN, CHILD, PARENT, OTHER, CLIENT, UNCONFIRMED, FACILITY];
  const { sender, findings } = identify({ sender: from, responsible }, of, known, {
    address,
    isQuery,
    mustName,
    ...(call.isEntry === undefined ? {} : { isEntry: call.isEntry }),
  });
  expect(sender === undefined).toBe(findings.length > 0);
  return sender ? `for ${sender.responsible.code}` : findings.map(({ code }) => code).join(', ');
}

describe('what a message claims', () => {
  const claims = (msh4: string, msh22: string) => {
    const parsed = parseMessage(`MSH|^~\\&|EHR|${msh4}||||||||||||||||||${msh22}`);
    if (!parsed.ok) throw new Error(parsed.error.message);
    return claimsOf(parsed.message);
  };

  test.each([
    ['codes alone', 'DE-1', 'DE-1', { sender: 'DE-1', responsible: ['DE-1'] }],
    [
      'MSH-22 by name and by id: the id counts first',
      'DE-1',
      'Demo^^^^^^^^^DE-1',
      { sender: 'DE-1', responsible: ['DE-1', 'Demo'] },
    ],
    ['MSH-4 by its universal id', '^1.2.3^ISO', 'DE-1', { sender: '1.2.3', responsible: ['DE-1'] }],
    ['spaces', ' DE-1 ', ' ', { sender: 'DE-1', responsible: [] }],
    ['nothing', '', '', { sender: '', responsible: [] }],
  ])('%s', (_, msh4, msh22, expected) => {
    expect(claims(msh4, msh22)).toEqual(expected);
  });
});

describe('a site speaks', () => {
  test.each([
    ['itself', ['DE-1'], 'for DE-1'],
    ['itself, the id spelled otherwise', ['de 1'], 'for DE-1'],
    ['a site that belongs to it', ['DE-11'], 'for DE-11'],
    ['the first of its claims that is registered', ['unknown', 'DE-11'], 'for DE-11'],
    ['another site', ['DE-3'], 'responsible-organization-not-linked'],
    ['its client by mistake of kind', ['DE-4'], 'responsible-organization-not-linked'],
    ['the same, not confirmed', ['DE-5'], 'responsible-organization-not-linked'],
    ['an unregistered site', ['DE-99'], 'responsible-organization-unknown'],
    ['nobody', [], 'responsible-organization-missing'],
  ])('for %s', (_, responsible, expected) => {
    expect(decide(SITE, responsible)).toBe(expected);
  });

  test('for the organization it belongs to: no', () => {
    const child = holder('site', {
      organizationId: CHILD.organizationId,
      code: CHILD.code,
      codeKey: CHILD.codeKey,
    });
    expect(decide(child, ['DE-1'])).toBe('responsible-organization-not-linked');
  });
});

describe('a Sending Facility speaks', () => {
  test.each([
    ['its client', ['DE-4'], 'for DE-4'],
    ['a client that has not been confirmed', ['DE-5'], 'responsible-organization-not-confirmed'],
    ['a site that is not its client', ['DE-1'], 'responsible-organization-not-linked'],
    ['itself', ['SF-1'], 'responsible-organization-not-linked'],
    ['an unregistered site', ['DE-99'], 'responsible-organization-unknown'],
    ['nobody', [], 'responsible-organization-missing'],
  ])('for %s', (_, responsible, expected) => {
    expect(decide(HIE, responsible)).toBe(expected);
    expect(decide(HIE, responsible, { isQuery: true })).toBe(expected);
  });
});

test('a Sending Facility tests with its own id, at the testing address only', () => {
  expect(decide(HIE, ['SF-1'], { address: 'test' })).toBe('for SF-1');
  expect(decide(HIE, ['SF-1'])).toBe('responsible-organization-not-linked');
});

describe('the sender (MSH-4)', () => {
  test.each([
    ['missing', '', 'sending-facility-missing'],
    ['another organization', 'DE-3', 'sending-facility-not-yours'],
    ['the holder, spelled otherwise', 'de1', 'for DE-1'],
  ])('%s, in a submission', (_, sender, expected) => {
    expect(decide(SITE, ['DE-1'], { sender })).toBe(expected);
  });

  test('both of MSH-4 and MSH-22 wrong: both are named', () => {
    expect(decide(SITE, ['DE-3'], { sender: 'DE-3' })).toBe(
      'sending-facility-not-yours, responsible-organization-not-linked',
    );
  });
});

describe('a query', () => {
  test('of a site need not repeat who the credential says it is', () => {
    expect(decide(SITE, [], { sender: '', isQuery: true, known: [] })).toBe('for DE-1');
  });

  test.each([
    ['another sender', 'DE-3', ['DE-1'], 'sending-facility-not-yours'],
    ['an unknown organization', 'DE-1', ['DE-99'], 'responsible-organization-unknown'],
  ])('that names %s is refused all the same', (_, sender, responsible, expected) => {
    expect(decide(SITE, responsible, { sender, isQuery: true })).toBe(expected);
  });

  test('of an organization that may not query is refused in production; testing is where it earns it', () => {
    const known = [{ ...OWN, mayQuery: false }];
    const unapproved = holder('site', { mayQuery: false });
    expect(decide(SITE, ['DE-1'], { isQuery: true, known })).toBe('query-not-approved');
    expect(decide(SITE, ['DE-1'], { isQuery: false, known })).toBe('for DE-1');
    expect(decide(unapproved, [], { isQuery: true })).toBe('query-not-approved');
    expect(decide(SITE, ['DE-1'], { isQuery: true, address: 'test', known })).toBe('for DE-1');
  });
});

describe('a submission that names no Responsible Organization, where none is asked for', () => {
  test('counts for the site that sends it', () => {
    expect(decide(SITE, [], { mustName: false })).toBe('for DE-1');
  });

  test('counts for the Sending Facility itself, which submits for nobody else then', () => {
    expect(decide(HIE, [], { mustName: false })).toBe('for SF-1');
    expect(decide(HIE, ['DE-1'], { mustName: false })).toBe('responsible-organization-not-linked');
  });

  test('is refused all the same where one is asked for, or where it is named and not known', () => {
    expect(decide(SITE, [], { mustName: true })).toBe('responsible-organization-missing');
    expect(decide(SITE, ['DE-99'], { mustName: false })).toBe('responsible-organization-unknown');
  });

  test('of a site that is suspended or still testing is refused', () => {
    expect(decide(holder('site', { stage: 'testing' }), [], { mustName: false })).toBe(
      'organization-still-testing',
    );
    expect(decide(holder('site', { stage: 'suspended' }), [], { mustName: false })).toBe(
      'organization-suspended',
    );
  });
});

describe('the stage of either organization counts', () => {
  const stages: readonly [Stage, Stage, string, string][] = [
    ['production', 'production', 'for DE-4', 'for DE-4'],
    ['testing', 'production', 'organization-still-testing', 'for DE-4'],
    ['production', 'testing', 'organization-still-testing', 'for DE-4'],
    ['testing', 'testing', 'organization-still-testing', 'for DE-4'],
    ['suspended', 'production', 'organization-suspended', 'organization-suspended'],
    ['production', 'suspended', 'organization-suspended', 'organization-suspended'],
    ['testing', 'suspended', 'organization-suspended', 'organization-suspended'],
  ];

  test.each(stages)(
    'sender %s, site %s: %s in production, %s in testing',
    (sender, site, production, testing) => {
      const of = holder('sending-facility', { stage: sender });
      const known = [{ ...CLIENT, stage: site }];
      for (const isQuery of [true, false]) {
        expect(decide(of, ['DE-4'], { known, isQuery })).toBe(production);
        expect(decide(of, ['DE-4'], { known, isQuery, address: 'test' })).toBe(testing);
      }
    },
  );
});

test('a former client is one no more', () => {
  expect(mayActFor(HIE, CLIENT)).toBe(true);
  expect(mayActFor(HIE, { ...CLIENT, isClient: false, isUnconfirmedClient: false })).toBe(false);
});

describe('the words of a refusal say what to send', () => {
  const words = (
    of: Holder,
    sender: string,
    responsible: readonly string[],
    address: Address = 'production',
  ) =>
    identify({ sender, responsible }, of, [OTHER], { address, isQuery: false, mustName: true }).findings.map(
      ({ path, hl7, message, fix }) => `${path} ${hl7} ${message} ${fix}`,
    );

  test('its own id in MSH-4 and in MSH-22', () => {
    expect(words(SITE, '', [])).toEqual([
      'MSH-4 101 MESSAGE REJECTED. MSH-4 (Sending Facility) is empty. Send the id that was issued to you, DE-1, in MSH-4.',
      'MSH-22 101 MESSAGE REJECTED. MSH-22 (Responsible Organization) is empty. Send your site id, DE-1, in MSH-22.',
    ]);
  });

  test('the id of a client site', () => {
    expect(words(HIE, 'DE-1', [])).toEqual([
      'MSH-4 204 MESSAGE REJECTED. MSH-4 (Sending Facility) is not the organization that these credentials were issued to. Send SF-1 in MSH-4, or use the credentials of the organization that is in it.',
      'MSH-22 101 MESSAGE REJECTED. MSH-22 (Responsible Organization) is empty. Send the id of the client site that the message is from in MSH-22.',
    ]);
  });

  test('an id that is registered and linked', () => {
    expect(words(HIE, 'SF-1', ['DE-9'])[0]).toMatch(
      /^MSH-22 204 MESSAGE REJECTED\. MSH-22 \(Responsible Organization\) is not registered here\./,
    );
    expect(words(HIE, 'SF-1', ['DE-3'])[0]).toMatch(
      /^MSH-22 204 MESSAGE REJECTED\. SF-1 is not registered as sending for the organization in MSH-22\./,
    );
  });
});

describe('what was entered on a page', () => {
  const at = (stage: Holder['stage'], isEntry: boolean): string =>
    decide({ ...SITE, stage }, [SITE.code], { known: [{ ...OWN, stage }], isEntry });

  test.each(['testing', 'real-data', 'production'] as const)(
    'counts while the exchange is in %s',
    (stage) => {
      expect(at(stage, true)).toBe(`for ${SITE.code}`);
    },
  );
  test('does not count where the organization is suspended', () => {
    expect(at('suspended', true)).toBe('organization-suspended');
  });
  test('what was sent does not count before production', () => {
    expect(at('testing', false)).toBe('organization-still-testing');
  });
});
