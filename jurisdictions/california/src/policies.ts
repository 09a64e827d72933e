import { cutOver } from './cut-over.ts';

/**
 * What CAIR2 treats differently from the national guide (CAIR2 implementation guides 1.0 of 2016 to 3.3 of 2022, and
 * acknowledgements it has returned). Keys are codes, or codes and places; see docs/rules.md for all there are.
 */
export const policies = [
  {
    name: 'cair2',
    policy: {
      // MSH-15 and MSH-16 are RE since 3.04; an empty MSH-16 is acknowledged all the same.
      'required-field-missing@MSH-15': { severity: 'I', effect: 'none' },
      'required-field-missing@MSH-16': { severity: 'I', effect: 'none', readAs: 'AL' },
      // Z22 is expected, and its absence borne: old senders name another profile, or none.
      'required-field-missing@MSH-21': { severity: 'I', effect: 'none' },
      'sending-facility-missing': { severity: 'E', effect: 'message' },
      'responsible-organization-missing': {
        severity: 'W',
        fix: `Send the registered id of the site in MSH-22: from ${cutOver.day} on, messages without it are rejected.`,
      },
      // PID-3.5 tells a chart number from an insurance number; without it nothing is recorded.
      'required-component-missing@PID-3.5': { severity: 'E', effect: 'value', application: '6' },
      // Informational in CAIR2 (its own words), and a warning to the sender.
      'required-component-missing@RXA-10.13': {
        severity: 'W',
        effect: 'none',
        hl7: '0',
        application: '5',
        message: 'Informational error - No value was entered for RXA-10.13.',
        fix: 'Send the type of the id, such as NPI, or the degree.',
      },
      // Names are letters, spaces, hyphens and apostrophes.
      'patient-last-name-has-digits': { severity: 'E', effect: 'message' },
      'patient-first-name-has-digits': { severity: 'E', effect: 'message' },
      'patient-phone-missing': {
        severity: 'W',
        hl7: '101',
        application: '4',
        message: 'Warning: Home Phone or Cell Phone is missing or invalid.',
        fix: 'Correct and resubmit.',
      },
      'patient-email-invalid': {
        severity: 'W',
        hl7: '102',
        application: '4',
        message: 'Warning: Invalid Client Email.',
        fix: 'Correct and resubmit.',
      },
    },
  },
  {
    // Before that day the region in MSH-6 said where a message went.
    name: 'central-registry',
    from: cutOver.day,
    policy: {
      'responsible-organization-missing': {
        severity: 'E',
        effect: 'message',
        fix: 'Send the registered id of the site that the message is from in MSH-22.',
      },
    },
  },
  {
    // Health and Safety Code 120440 as amended by AB 1797.
    name: 'ab-1797',
    from: '2023-01-01',
    policy: {
      'race-missing': { severity: 'W' },
      'ethnicity-missing': { severity: 'W' },
    },
  },
  {
    // CAIR2 refuses names of one letter, senders say; some people have one, so a registry decides for itself.
    name: 'one-letter-names-refused',
    off: true,
    policy: {
      'patient-last-name-is-initial': { severity: 'E', effect: 'message' },
      'patient-first-name-is-initial': { severity: 'E', effect: 'message' },
    },
  },
] as const;
