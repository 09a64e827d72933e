import { expect, test } from 'vitest';
import { prepared } from './prepare.ts';

const AS_IT_CAME = { sendingFacility: '', receivingApplication: '', receivingFacility: '' };
const message = (ack: string): string =>
  `MSH|^~\\&|EHR|DE-000001|CAIR|CAIR2|20170110||VXU^V04^VXU_V04|7|P|2.5.1|||ER|${ack}\nPID|1||1^^^X^MR\r\n\r\nOBX|1|TX|É\\X0D\\|`;

test('nothing is changed where nothing is to be, to the byte', () => {
  for (const ack of ['AL', '']) expect(prepared(message(ack), AS_IT_CAME)).toBe(message(ack));
  expect(prepared('no HL7', AS_IT_CAME)).toBe('no HL7');
});

test('the header has what the other registry wants, and the rest stays', () => {
  const header = { sendingFacility: 'CENTRAL', receivingApplication: 'APP', receivingFacility: 'R|1' };
  expect(prepared(message('AL'), header)).toBe(
    message('AL').replace('|DE-000001|CAIR|CAIR2|', '|CENTRAL|APP|R\\F\\1|'),
  );
});

test('an acknowledgement is always asked for', () => {
  for (const ack of ['NE', 'ER', 'SU']) expect(prepared(message(ack), AS_IT_CAME)).toBe(message('AL'));
});
