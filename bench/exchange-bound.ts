import { ymdOf } from '@cairn/guide';
import type { Pool } from 'pg';
import { credentialHolder, selectCredentialHolder } from '../server/src/accounts/queries.ts';
import { decide } from '../server/src/exchange/decide.ts';
import { guideOn } from '../server/src/exchange/guide.ts';
import { takeIn } from '../server/src/exchange/intake.ts';
import { NOTHING_KNOWN } from '../server/src/exchange/read.ts';
import { writes } from '../server/src/exchange/write.ts';
import type { Statement } from '../server/src/platform/database/pipeline.ts';
import { Reader } from '../server/src/platform/database/reader.ts';
import { uuidv7 } from '../server/src/platform/ids.ts';
import { localDate } from '../server/src/platform/clock.ts';
import { jurisdiction } from '../server/src/platform/jurisdiction.ts';
import { organizations, selectOrganizations } from '../server/src/registry/organization-queries.ts';

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
    ...NOTHING_KNOWN,
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
    const statements = writes(
      decide(takeIn(text, guide, ymdOf(today)), call, holder, state, {
        now,
        jurisdiction: pack,
        newId: () => uuidv7(now.getTime()),
        unfit: undefined,
        mayMiss: true,
      }).write,
    );
    return statements.map(unconditional);
  });
}

/**
 * A message is decided on those who share a key with its person. Those were not read here, so that what is written must
 * not depend on them; they are counted all the same.
 */
function unconditional(statement: Statement): Statement {
  if (statement.name !== 'expect-keys') return statement;
  return {
    name: 'count-keys',
    text: statement.text.replace('cairn_expect', 'greatest'),
    values: statement.values,
  };
}
