import { ymdOf } from '@cairn/guide';
import type { Pool } from 'pg';
import { credentialHolder, selectCredentialHolder } from '../server/src/accounts/queries.ts';
import { decide } from '../server/src/exchange/decide.ts';
import { guideOn } from '../server/src/exchange/guide.ts';
import { takeIn } from '../server/src/exchange/intake.ts';
import { writes } from '../server/src/exchange/write.ts';
import type { Statement } from '../server/src/platform/database/pipeline.ts';
import { Reader } from '../server/src/platform/database/reader.ts';
import { uuidv7 } from '../server/src/platform/ids.ts';
import { localDate } from '../server/src/platform/clock.ts';
import { jurisdiction } from '../server/src/platform/jurisdiction.ts';
import { organizations, selectOrganizations } from '../server/src/registry/queries.ts';

/** The statements that Cairn would write for these messages, each from a sender and for a person it first sees. */
export async function boundStatements(
  pool: Pool,
  messages: readonly string[],
): Promise<readonly (readonly Statement[])[]> {
  const reader = new Reader(pool);
  const [who, where] = await reader.read('bench-sender', [
    selectCredentialHolder('demo-clinic'),
    selectOrganizations(['DE000001'], 'demo-clinic'),
  ]);
  await reader.close();
  const holder = who && credentialHolder(who);
  const pack = jurisdiction('california');
  if (!holder || !where || !pack) throw new Error('the demo organizations are not there');
  const state = {
    holder,
    organizations: organizations(where),
    processed: [],
    persons: [],
    sources: [],
    reports: [],
    history: [],
  };
  const now = new Date();
  const today = localDate(now, pack.timeZone);
  const guide = guideOn(pack, today);
  return messages.map((text) => {
    const call = {
      address: 'production',
      operation: 'submitSingleMessage',
      username: '',
      password: '',
      facilityId: '',
      text,
    } as const;
    return writes(
      decide(takeIn(text, guide, ymdOf(today)), call, holder, state, {
        now,
        jurisdiction: pack,
        newId: () => uuidv7(now.getTime()),
        unfit: undefined,
      }).write,
    );
  });
}
