import { daysBetween } from '../dates.ts';
import { rule } from '../rule.ts';

/** Messages that waited longer than this were stuck somewhere. */
const LATE_DAYS = 30;
/** More than anyone is given in a lifetime, with each influenza season. */
const MANY_DOSES = 120;
const NO_FACILITY = /^(?:unk(?:nown)?|none|n\/?a|null|test|tbd|xx+|0+|facility|sending ?facility|site ?id)$/i;

const notice = { scope: 'message', severity: 'I', effect: 'none', hl7: '0' } as const;

/** The message as a whole. */
export const headerRules = [
  rule({
    ...notice,
    code: 'message-date-in-future',
    severity: 'W',
    states: 'The message was written before it came.',
    source: 'MQE0015 message header message date is in future',
    at: 'MSH-7',
    value: 'illogical-date',
    application: '1',
    needs: ['sentOn'],
    // Where the sender is the day may already be tomorrow.
    holds: ({ sentOn, today }) => sentOn <= today || daysBetween(today, sentOn) <= 1,
    message: 'The date of the message in MSH-7 lies in the future.',
    fix: 'Set the clock of the system that sends.',
  }),
  rule({
    ...notice,
    code: 'message-sent-late',
    states: 'The message came within a month after it was written.',
    source: 'MIROW 2013, timeliness; MQE0577 patient system entry time is very late',
    at: 'MSH-7',
    value: 'implausible',
    application: '1',
    needs: ['sentOn'],
    holds: ({ sentOn, today }) => daysBetween(sentOn, today) <= LATE_DAYS,
    message: 'By MSH-7 the message is more than 30 days old.',
    fix: 'Look whether messages wait in a queue, or the clock of the system that sends is wrong.',
  }),
  rule({
    ...notice,
    code: 'message-without-dose',
    states: 'The message has at least one dose, refusal or statement.',
    source: 'R1.5 VXU: the ORDER group is optional',
    at: 'MSH',
    value: 'missing',
    application: '4',
    holds: ({ doses }) => doses.length > 0,
    message: 'The message has no dose (ORC and RXA): only what it says of the patient counts.',
    fix: 'Nothing, if only the patient was to be updated.',
  }),
  rule({
    ...notice,
    code: 'message-has-many-doses',
    states: 'The message has as many doses as one person can have.',
    source: 'MQE0568 patient has more vaccinations than expected',
    at: 'MSH',
    value: 'implausible',
    application: '3',
    holds: ({ doses }) => doses.length <= MANY_DOSES,
    message: 'The message has more than 120 doses of one patient.',
    fix: 'Make sure that doses are not repeated, nor records of several patients in one.',
  }),
  rule({
    ...notice,
    code: 'sending-application-missing',
    states: 'The message says which software wrote it.',
    source: 'R1.5 MSH-3; MQE0035 message header sending application is missing',
    at: 'MSH-3',
    value: 'missing',
    hl7: '101',
    application: '7',
    holds: ({ application }) => application !== undefined,
    message: 'The name of the sending software is missing in MSH-3.',
    fix: 'Have your vendor send name and version of the software.',
  }),
  rule({
    ...notice,
    code: 'sending-facility-placeholder',
    states: 'The sending facility is one.',
    source: 'R1.5 MSH-4; MQE0037 message header sending facility is missing',
    at: 'MSH-4',
    value: 'placeholder',
    application: '4',
    needs: ['sendingFacility'],
    holds: ({ sendingFacility }) => !NO_FACILITY.test(sendingFacility),
    message: 'The sending facility in MSH-4 stands for a missing one.',
    fix: 'Send the id that the registry gave your organization.',
  }),
  rule({
    ...notice,
    code: 'responsible-organization-placeholder',
    states: 'The responsible organization is one.',
    source: 'R1.5 MSH-22; MQE0556 sending responsible organization is missing',
    at: 'MSH-22',
    value: 'placeholder',
    application: '4',
    needs: ['responsible'],
    holds: ({ responsible }) => !NO_FACILITY.test(responsible),
    message: 'The responsible organization in MSH-22 stands for a missing one.',
    fix: 'Send the id that the registry gave your organization.',
  }),
];
