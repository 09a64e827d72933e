import type { TestCairn } from './cairn.ts';
import { dose, historical, patient, refusal, vxu } from './messages.ts';
import { submit } from './soap.ts';

/** Born 18 months before the day of the tests: doses that count, one that was given too early, one that was declined. */
export const SOFIA = patient({
  chart: 'DEMO-SOFIA',
  last: 'Ramosvega',
  first: 'Sofia',
  middle: 'Lucia',
  birthDate: '20230915',
});

/** Tells the registry of a patient with a few doses, by its real door; answers with the registry's id. */
export async function demoPatient(cairn: Pick<TestCairn, 'url' | 'db'>): Promise<string> {
  const given = (vaccine: string, day: string) => historical({ vaccine, day });
  await submit(
    cairn.url,
    vxu({
      patient: SOFIA,
      orders: [
        given('08^Hep B, adolescent or pediatric^CVX', '20230916'),
        given('08^Hep B, adolescent or pediatric^CVX', '20231116'),
        given('20^DTaP^CVX', '20231016'),
        given('20^DTaP^CVX', '20231216'),
        given('10^IPV^CVX', '20231116'),
        given('116^Rotavirus, pentavalent^CVX', '20231116'),
        given('133^PCV13^CVX', '20231116'),
        given('133^PCV13^CVX', '20240118'),
        dose({ vaccine: '03^MMR^CVX', day: '20250310' }),
        refusal(),
      ],
    }),
  );
  const { rows } = await cairn.db.query<{ person_id: string }>(
    `select person_id from person where last_name = $1 and status = 'active'`,
    [SOFIA.last.toUpperCase()],
  );
  const id = rows[0]?.person_id;
  if (id === undefined) throw new Error('the demo patient was not recorded');
  return id;
}
