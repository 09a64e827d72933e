import type { Finding } from '@cairn/guide';

export const tooManyMisses = (): Finding => ({
  code: 'too-many-misses',
  severity: 'E',
  path: 'QPD',
  hl7: '207',
  application: '4',
  message: 'QUERY REJECTED. Too many queries of this organization within an hour found nobody, or several.',
  fix: 'Try again in an hour. Send the patient id, address, phone and maiden name of the mother with each query; if they were right, contact the registry.',
});

export const notAQuery = (): Finding => ({
  code: 'submission-sent-as-query',
  severity: 'E',
  path: 'MSH-9.1',
  hl7: '200',
  application: '4',
  message: 'MESSAGE REJECTED. A VXU came in by an operation for queries; nothing was recorded.',
  fix: 'Submit it with submitSingleMessage or submitBatchMessage.',
});

export const notHistory = (): Finding => ({
  code: 'query-in-history',
  severity: 'E',
  path: 'MSH-9.1',
  hl7: '200',
  application: '4',
  message: 'MESSAGE REJECTED. A file of history holds submissions (VXU); a query is not answered from it.',
  fix: 'Leave the query out of the file. Send it by SOAP with submitSingleMessage.',
});

export const isAnAnswer = (): Finding => ({
  code: 'message-type-unsupported',
  severity: 'E',
  path: 'MSH-9.1',
  hl7: '200',
  application: '4',
  message: 'MESSAGE REJECTED. This is an answer (ACK or RSP), which is not taken here.',
  fix: 'Send VXU^V04^VXU_V04 to submit or QBP^Q11^QBP_Q11 to query.',
});

/** The check lets no such message through unless a jurisdiction's policy does. */
export const patientUnreadable = (): Finding => ({
  code: 'patient-unreadable',
  severity: 'E',
  path: 'PID',
  hl7: '101',
  application: '7',
  message: 'MESSAGE REJECTED. PID has no patient id (PID-3), or no birth date (PID-7).',
  fix: 'Send both and resend the message.',
});

export const controlIdReused = (): Finding => ({
  code: 'control-id-reused',
  severity: 'I',
  path: 'MSH-10',
  hl7: '0',
  application: '3',
  message: 'This message control id was used before for another message; this one was processed too.',
  fix: 'Give each message an id of its own in MSH-10; repeat it only to resend the same message.',
});
