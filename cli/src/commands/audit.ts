import type { AuditFinding, AuditVerdict } from '@cairn/server/operations';
import { createLog, readConfig } from '@cairn/server/settings';
import { Command } from 'commander';
import { UsageError } from '../usage-error.ts';

export function auditCommand(): Command {
  return new Command('audit').description('who saw and changed what').addCommand(
    new Command('verify')
      .description('check that nothing in the audit was changed, taken away or put in')
      .option('--head <hash>', 'a head that was written down earlier: the audit must still hold it')
      .option('--json', 'print one JSON line for each finding, and one at the end')
      .addHelpText(
        'after',
        `
It reads the whole audit, also beside a running server. Write down the head that it prints, somewhere the owner of the database
cannot reach, and give it to a later run: only so it shows where the end of the audit was cut off. See docs/audit.md.
The database is that of \`cairn start\`: CAIRN_DATABASE_URL, or the embedded one (stop Cairn first then).

Exit codes: 0 the audit is as it was written, 1 it is not, 2 it could not be checked.`,
      )
      .action(verify),
  );
}

/** From then on something is wrong with whoever seals, which a server does each second. */
const SEALED_BY_MS = 10 * 60_000;
const PROGRESS_MS = 2_000;

async function verify(options: { readonly head?: string; readonly json?: true }): Promise<void> {
  const head = options.head?.trim().toLowerCase();
  if (head !== undefined && !/^[0-9a-f]{64}$/.test(head)) {
    throw new UsageError('--head: write the 64 hexadecimal digits that an earlier run printed.');
  }
  const config = readConfig(process.env);
  const { openDatabase, verifyAudit } = await import('@cairn/server/operations');
  const database = await openDatabase(config, createLog(config.logLevel));
  try {
    let told = performance.now();
    const verdict = await verifyAudit(database.kysely, {
      head,
      found: (finding) => console.log(options.json ? JSON.stringify(finding) : describe(finding)),
      progress: ({ seals, events }) => {
        if (performance.now() - told < PROGRESS_MS) return;
        told = performance.now();
        console.error(`${count(events)} events in ${count(seals)} seals checked …`);
      },
    });
    console.log(options.json ? JSON.stringify({ kind: 'verdict', ...verdict }) : conclusion(verdict));
    const { oldestUnsealed } = verdict;
    if (oldestUnsealed && config.clock.now().getTime() - oldestUnsealed.getTime() > SEALED_BY_MS) {
      console.error(
        `cairn: events since ${oldestUnsealed.toISOString()} are in no seal. Start a server with the role "worker": it seals them.`,
      );
    }
    process.exitCode = verdict.findings === 0 ? 0 : 1;
  } catch (error) {
    if (!isWithoutTables(error)) throw error;
    throw new UsageError(
      'There is no Cairn in this database: it was never started on it. Check CAIRN_DATABASE_URL and CAIRN_DATA_DIR.',
    );
  } finally {
    await database.close();
  }
}

const UNDEFINED_TABLE = '42P01';

const isWithoutTables = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === UNDEFINED_TABLE;

const count = (n: number): string => n.toLocaleString('en-US');

function describe(finding: AuditFinding): string {
  switch (finding.kind) {
    case 'event-changed':
      return `Event ${finding.eventId} (seal ${finding.sealNo}, ${finding.day}) was changed after it was sealed.`;
    case 'event-missing':
      return `Event ${finding.eventId} (seal ${finding.sealNo}, ${finding.day}) was taken away.`;
    case 'event-missing-unsealed':
      return `Event ${finding.eventId} (month of ${finding.day}) was taken away before it was sealed.`;
    case 'event-added':
      return `Event ${finding.eventId} (${finding.day}) was put in past the registry: no seal holds it, and none is due.`;
    case 'seal-changed':
      return `Seal ${finding.sealNo} (${finding.day}) was changed: its hash is not that of what it says.`;
    case 'chain-broken':
      return `Seal ${finding.sealNo} (${finding.day}) does not hang on the seal before it: one of the two was changed or exchanged.`;
    case 'seal-missing':
      return `Seal ${finding.missing} is missing before seal ${finding.sealNo} (${finding.day}).`;
    case 'head-missing':
      return `No seal has the head ${finding.head}: the audit was cut off, or made anew, after that head was written down.`;
  }
}

function conclusion({ seals, events, unsealed, head, lastSeal, findings }: AuditVerdict): string {
  const checked = `${count(events)} events in ${count(seals)} seals were checked; ${count(unsealed)} are not sealed yet.`;
  const kept =
    head === undefined
      ? 'There is no seal yet.'
      : `Head: ${head} (seal ${lastSeal ?? ''}). Keep it elsewhere, and give it to a later run with --head.`;
  const verdict =
    findings === 0
      ? 'The audit is as it was written.'
      : `${count(findings)} ${findings === 1 ? 'thing is' : 'things are'} not as written. Somebody with direct access to the database did this. Leave it as it is, find out who had access on the days named, and compare with a backup of before (docs/audit.md).`;
  return `${checked}\n${verdict}\n${kept}`;
}
