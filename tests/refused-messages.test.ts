/** Messages that are refused before their content is looked at: the answer says why, the ledger keeps it. */
import { afterAll, beforeAll, describe, test } from 'vitest';
import { startTestCairn, type TestCairn } from './support/cairn.ts';
import { vxu } from './support/messages.ts';
import { expectRefused, type Refused } from './support/refused.ts';
import { submit } from './support/soap.ts';

let cairn: TestCairn;
beforeAll(async () => {
  // Half past eleven at night in California, where it is the 20th; in UTC it is the 21st.
  cairn = await startTestCairn({ now: '2025-03-20T23:30:00-07:00' });
  await submit(cairn.url, vxu());
});
afterAll(() => cairn.close());

const NOT_REGISTERED =
  'MESSAGE REJECTED. MSH-22 (Responsible Organization) is not registered here. Check the id against the registration confirmation; an unregistered site registers at the portal first.';

describe('before its content is looked at, a message is refused', () => {
  const cases: readonly (Refused & { readonly name: string; readonly message: string })[] = [
    {
      name: 'of another type',
      message: vxu({ msh: { 9: 'ADT^A04^ADT_A01' } }),
      code: 'AR',
      errors: [
        [
          'MSH^1^9^1^1',
          '200^Unsupported message type',
          '4',
          'MESSAGE REJECTED. The message type in MSH-9.1 is missing or not taken here. Send VXU^V04^VXU_V04 to submit or QBP^Q11^QBP_Q11 to query.',
        ],
      ],
      findings: ['message-type-unsupported E MSH-9.1'],
    },
    {
      name: 'of another event',
      message: vxu({ msh: { 9: 'VXU^V01^VXU_V04' } }),
      code: 'AR',
      errors: [
        [
          'MSH^1^9^1^2',
          '201^Unsupported event code',
          '4',
          'MESSAGE REJECTED. The trigger event in MSH-9.2 is not taken with this message type. Send V04 with VXU and Q11 with QBP in MSH-9.2.',
        ],
      ],
      findings: ['trigger-event-unsupported E MSH-9.2'],
    },
    {
      name: 'for training (MSH-11 = T) on the production address',
      message: vxu({ msh: { 11: 'T' } }),
      code: 'AR',
      errors: [
        [
          'MSH^1^11^1',
          '202^Unsupported processing ID',
          '4',
          "MESSAGE REJECTED. INVALID PROCESSING ID. MUST BE 'P'. Send 'P' in MSH-11, on the testing address too.",
        ],
      ],
      findings: ['processing-id-unsupported E MSH-11'],
    },
    {
      name: 'of HL7 2.3',
      message: vxu({ msh: { 12: '2.3' } }),
      code: 'AR',
      errors: [
        [
          'MSH^1^12^1',
          '203^Unsupported version ID',
          '4',
          'MESSAGE REJECTED. This HL7 version is not taken; 2.5.1 is. Send 2.5.1 in MSH-12 and follow the national immunization guide, release 1.5.',
        ],
      ],
      findings: ['version-unsupported E MSH-12'],
    },
    {
      name: 'with everything wrong in MSH at once, each thing named',
      message: vxu({ msh: { 9: '', 11: 'D', 12: '', 22: 'DE-999999' } }),
      code: 'AR',
      errors: [
        [
          'MSH^1^9^1^1',
          '200^Unsupported message type',
          '4',
          'MESSAGE REJECTED. The message type in MSH-9.1 is missing or not taken here. Send VXU^V04^VXU_V04 to submit or QBP^Q11^QBP_Q11 to query.',
        ],
        [
          'MSH^1^11^1',
          '202^Unsupported processing ID',
          '4',
          "MESSAGE REJECTED. INVALID PROCESSING ID. MUST BE 'P'. Send 'P' in MSH-11, on the testing address too.",
        ],
        [
          'MSH^1^12^1',
          '203^Unsupported version ID',
          '4',
          'MESSAGE REJECTED. This HL7 version is not taken; 2.5.1 is. Send 2.5.1 in MSH-12 and follow the national immunization guide, release 1.5.',
        ],
        ['MSH^1^22^1', '204^Unknown key identifier', '5', NOT_REGISTERED],
      ],
      findings: [
        'message-type-unsupported E MSH-9.1',
        'processing-id-unsupported E MSH-11',
        'version-unsupported E MSH-12',
        'responsible-organization-unknown E MSH-22',
      ],
    },
    {
      name: 'for an organization (MSH-22) that is not registered',
      message: vxu({ msh: { 22: 'DE-999999' } }),
      code: 'AR',
      errors: [['MSH^1^22^1', '204^Unknown key identifier', '5', NOT_REGISTERED]],
      findings: ['responsible-organization-unknown E MSH-22'],
    },
    {
      name: 'for nobody (MSH-22 empty)',
      message: vxu({ msh: { 22: '' } }),
      code: 'AE',
      errors: [
        [
          'MSH^1^22^1',
          '101^Required field missing',
          '7',
          'MESSAGE REJECTED. MSH-22 (Responsible Organization) is empty. Send your site id, DE-000001, in MSH-22.',
        ],
      ],
      findings: ['responsible-organization-missing E MSH-22'],
    },
    {
      name: 'from nobody (MSH-4 empty)',
      message: vxu({ msh: { 4: '' } }),
      code: 'AE',
      errors: [
        [
          'MSH^1^4^1',
          '101^Required field missing',
          '7',
          'MESSAGE REJECTED. MSH-4 (Sending Facility) is empty. Send the id that was issued to you, DE-000001, in MSH-4.',
        ],
      ],
      findings: ['sending-facility-missing E MSH-4'],
    },
    {
      name: 'from another (MSH-4) than the credentials say',
      message: vxu({ msh: { 4: 'SF-000001' } }),
      code: 'AR',
      errors: [
        [
          'MSH^1^4^1',
          '204^Unknown key identifier',
          '4',
          'MESSAGE REJECTED. MSH-4 (Sending Facility) is not the organization that these credentials were issued to. Send DE-000001 in MSH-4, or use the credentials of the organization that is in it.',
        ],
      ],
      findings: ['sending-facility-not-yours E MSH-4'],
    },
    {
      name: 'for a site that somebody else sends for',
      message: vxu({ msh: { 22: 'DE-000002' } }),
      code: 'AR',
      errors: [
        [
          'MSH^1^22^1',
          '204^Unknown key identifier',
          '4',
          'MESSAGE REJECTED. DE-000001 is not registered as sending for the organization in MSH-22. Correct MSH-22, or have that site name you as its Sending Facility at the portal.',
        ],
      ],
      findings: ['responsible-organization-not-linked E MSH-22'],
    },
  ];
  test.each(cases.map((refused) => [refused.name, refused] as const))('%s', (_, { message, ...expected }) =>
    expectRefused(cairn, message, { ...expected, responsible: '' }),
  );

  test('a VXU by submitSingleQuery', () =>
    expectRefused(
      cairn,
      vxu(),
      {
        code: 'AR',
        errors: [
          [
            'MSH^1^9^1^1',
            '200^Unsupported message type',
            '4',
            'MESSAGE REJECTED. A VXU came in by an operation for queries; nothing was recorded. Submit it with submitSingleMessage or submitBatchMessage.',
          ],
        ],
        findings: ['submission-sent-as-query E MSH-9.1'],
        responsible: '',
      },
      { name: 'submitSingleQuery' },
    ));
});
