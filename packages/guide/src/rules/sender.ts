import { rule } from '../rule.ts';

/** Who sends, and for whom. Whether the ids are registered is for the registry to say. */
export const senderRules = [
  rule({
    code: 'sending-facility-missing',
    scope: 'message',
    states: 'MSH-4 names the sending facility.',
    source: 'R1.5 MSH-4; CAIR2; MQE0037',
    at: 'MSH-4',
    value: 'missing',
    severity: 'I',
    effect: 'none',
    hl7: '101',
    application: '7',
    holds: ({ sendingFacility }) => sendingFacility !== undefined,
    message: 'MSH-4 (Sending Facility) is empty.',
    fix: 'Send the id that the registry issued to you in MSH-4.',
  }),
  rule({
    code: 'responsible-organization-missing',
    scope: 'message',
    states: 'MSH-22 names the organization that is responsible for the message.',
    source: 'R1.5 MSH-22; CAIR2',
    at: 'MSH-22',
    value: 'missing',
    severity: 'I',
    effect: 'none',
    hl7: '101',
    application: '7',
    holds: ({ responsible }) => responsible !== undefined,
    message: 'MSH-22 (Responsible Organization) is empty.',
    fix: 'Send the registered id of the site that the message is from in MSH-22.',
  }),
];
