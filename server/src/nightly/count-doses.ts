import type { JobSession } from '../platform/jobs.ts';
import { history } from '../registry/dose-queries.ts';
import { vaccinationEvents } from '../registry/events.ts';
import { FIRST_ID } from './rekey.ts';

const PERSONS_AT_ONCE = 100;

export type DoseCount = {
  /** Persons of whom something was reported. */
  readonly persons: number;
  /** Their vaccinations that may be told of twice, and that a reviewer should look at. */
  readonly suspected: number;
};

/** Counts, of the persons in `nightly_seen`, doses that may be the same as another. Nothing is stored of it. */
export async function countSuspectedDoses({ client, breathe }: JobSession): Promise<DoseCount> {
  let persons = 0;
  let suspected = 0;
  for (let after = FIRST_ID; ;) {
    const { rows: page } = await client.query<{ person_id: string }>(
      `select person_id from pg_temp.nightly_seen where person_id > $1 order by person_id limit $2`,
      [after, PERSONS_AT_ONCE],
    );
    const ids = page.map(({ person_id }) => person_id);
    const last = ids.at(-1);
    if (last === undefined) return { persons, suspected };
    const { rows } = await client.query('select * from dose_report where person_id = any($1::uuid[])', [ids]);
    const { rows: links } = await client.query(
      'select person_id, dose_a as a, dose_b as b, kind from dose_link where person_id = any($1::uuid[])',
      [ids],
    );
    const reports = history(rows);
    for (const personId of ids) {
      const own = reports.filter((report) => report.personId === personId);
      const decided = links.filter((link) => link.person_id === personId);
      suspected += vaccinationEvents(own, decided).filter(({ suspectOf }) => suspectOf !== undefined).length;
    }
    persons += ids.length;
    after = last;
    await breathe();
  }
}
