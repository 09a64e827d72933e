/** Rules that begin on a day: what California had borne until then, and what it has asked for since. */
import { afterEach, describe, expect, test } from 'vitest';
import { ackOf, ledger, reportsOf } from './support/answers.ts';
import { startTestCairn, type TestCairn } from './support/cairn.ts';
import { controlId } from './support/messages.ts';
import { expectRefused } from './support/refused.ts';
import { submit } from './support/soap.ts';
import { soundOn, VIS_2016 as VIS } from './support/sound-on.ts';

let cairn: TestCairn | undefined;
afterEach(async () => {
  await cairn?.close();
  cairn = undefined;
});

describe('a message without MSH-22 (Responsible Organization)', () => {
  test('was recorded for its sender until 2016-10-02, by California time, with a warning', async () => {
    cairn = await startTestCairn({ now: '2016-10-02T23:59:00-07:00' });
    const sound = soundOn('20161002', { vis: VIS });
    expect(ackOf(await submit(cairn.url, sound))).toMatchObject({ code: 'AA', errors: [] });

    const id = controlId();
    const answer = await submit(cairn.url, soundOn('20161002', { vis: VIS, controlId: id, msh: { 22: '' } }));
    expect(ackOf(answer)).toEqual({
      code: 'AE',
      controlId: id,
      errors: [
        {
          location: 'MSH^1^22^1',
          hl7: '101^Required field missing',
          severity: 'W',
          application: '7',
          text: 'MSH-22 (Responsible Organization) is empty. Send the registered id of the site in MSH-22: from 2016-10-03 on, messages without it are rejected.',
        },
      ],
    });
    expect(await ledger(cairn.db, id)).toMatchObject([{ outcome: 'accepted', responsible: 'DE-000001' }]);
    expect(await reportsOf(cairn.db, id)).toEqual(['A 2016-10-02 CVX:03']);
  });

  test('has been rejected from 2016-10-03 on', async () => {
    cairn = await startTestCairn({ now: '2016-10-03T00:00:00-07:00' });
    await expectRefused(cairn, soundOn('20161002', { vis: VIS, msh: { 22: '' } }), {
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
      responsible: '',
    });
  });
});

describe('a message without race (PID-10) and ethnicity (PID-22)', () => {
  const WITHOUT = { vis: '253088698300012711210806', pid: { 10: '', 22: '' } };

  test('was accepted until 2022-12-31, by California time, with no more than a word of it', async () => {
    cairn = await startTestCairn({ now: '2022-12-31T23:59:00-08:00' });
    const { code, errors } = ackOf(await submit(cairn.url, soundOn('20221231', WITHOUT)));
    expect([code, errors.map(({ location, severity }) => `${severity} ${location}`)]).toEqual([
      'AA',
      ['I PID^1^10^1', 'I PID^1^22^1'],
    ]);
  });

  test('has been recorded with a warning of each from 2023-01-01 on (AB 1797)', async () => {
    cairn = await startTestCairn({ now: '2023-01-01T00:00:00-08:00' });
    const id = controlId();
    const answer = await submit(cairn.url, soundOn('20221231', { ...WITHOUT, controlId: id }));
    expect(ackOf(answer)).toMatchObject({
      code: 'AE',
      errors: [
        {
          location: 'PID^1^10^1',
          hl7: '101^Required field missing',
          severity: 'W',
          text: 'The race of the patient is missing in PID-10. Send the race as the patient or parent states it.',
        },
        {
          location: 'PID^1^22^1',
          hl7: '101^Required field missing',
          severity: 'W',
          text: 'The ethnicity of the patient is missing in PID-22. Send 2135-2 (Hispanic or Latino) or 2186-5 (not Hispanic or Latino).',
        },
      ],
    });
    expect(await reportsOf(cairn.db, id)).toHaveLength(1);
  });
});
