import type { SiteInView } from '../accounts/sites.ts';
import { ApiError } from '../platform/api.ts';
import { localDate } from '../platform/clock.ts';
import type { PortalParts } from '../portal-parts.ts';
import type { Asking } from './asking.ts';
import { noteEvent } from './events.ts';
import { newStatementCode, statementCode } from './statement-code.ts';
import { statementKey } from './statement-key.ts';
import { statementPdf } from './statement-pdf.ts';
import { periodProblems } from './statement-period.ts';
import {
  insertStatement,
  type Period,
  statementOf,
  statementsOf,
  type StoredStatement,
  testFigures,
} from './statement-queries.ts';
import { isSealed, pdfHashOf, sealStatement, type StatementContent } from './statement-signature.ts';

type Parts = Pick<PortalParts, 'database' | 'clock' | 'jurisdiction' | 'dataDir' | 'publicUrl'>;

export type ShownStatement = {
  readonly code: string;
  readonly content: StatementContent;
  readonly pdfHash: string;
  readonly signature: string;
  /** Whether figures, code and PDF are those that were signed. */
  readonly isGenuine: boolean;
};

/**
 * Makes a statement of a site's successful tests: figures of the ledger, a PDF, a signature over both.
 * @throws ApiError request-invalid for a period that cannot be; no-successful-tests
 */
export async function makeStatement(
  { site, who }: Asking,
  period: Period,
  { database: { kysely }, clock, jurisdiction, dataDir, publicUrl }: Parts,
): Promise<ShownStatement> {
  const { timeZone, readiness } = jurisdiction;
  const now = clock.now();
  const today = localDate(now, timeZone);
  const problems = periodProblems(period, today);
  if (problems.length > 0) throw new ApiError(400, 'request-invalid', problems);
  const figures = await testFigures(kysely, site, period, { timeZone, cases: readiness.submissions });
  if (figures.accepted === 0) throw new ApiError(409, 'no-successful-tests');

  const code = newStatementCode();
  const content: StatementContent = {
    registry: jurisdiction.name,
    siteCode: site.code,
    siteName: site.name,
    from: period.from,
    to: period.to,
    ...figures,
    cases: [...figures.cases],
    madeOn: today,
  };
  const address = `${publicUrl()}/statement/${code}`;
  const pdf = await statementPdf({ code, content, language: site.language, address, at: now });
  const signed = { code, content, pdfHash: pdfHashOf(pdf) };
  const statement: StoredStatement = {
    ...signed,
    ...sealStatement(signed, await statementKey(dataDir)),
    organizationId: site.organizationId,
    pdf,
  };
  await kysely.transaction().execute(async (trx) => {
    await insertStatement(trx, statement, who.accountId, now);
    const detail = { code, from: period.from, to: period.to };
    await noteEvent(
      trx,
      { organizationId: site.organizationId, kind: 'statement-made', actor: who, detail },
      now,
    );
  });
  return shown(statement);
}

/**
 * What anybody who has the code may see: nothing of persons.
 * @throws ApiError not-found
 */
export async function verifyStatement(
  typed: string,
  { database: { kysely } }: Pick<Parts, 'database'>,
): Promise<ShownStatement> {
  return shown(await found(typed, kysely));
}

/** Whether a PDF is the one that was made; by its SHA-256, so that the file stays where it is. */
export async function isStatementPdf(
  typed: string,
  sha256: string,
  { database: { kysely } }: Pick<Parts, 'database'>,
): Promise<boolean> {
  const { isGenuine, pdfHash } = shown(await found(typed, kysely));
  return isGenuine && pdfHash === sha256;
}

export async function listStatements(
  { organizationId }: SiteInView,
  { database: { kysely } }: Pick<Parts, 'database'>,
): Promise<
  readonly (Pick<StatementContent, 'from' | 'to' | 'accepted' | 'madeOn'> & { readonly code: string })[]
> {
  const statements = await statementsOf(kysely, organizationId);
  return statements.map(({ code, content: { from, to, accepted, madeOn } }) => ({
    code,
    from,
    to,
    accepted,
    madeOn,
  }));
}

/**
 * A site's own statement as PDF.
 * @throws ApiError not-found, for another site's as well
 */
export async function statementFile(
  { organizationId }: SiteInView,
  typed: string,
  { database: { kysely } }: Pick<Parts, 'database'>,
): Promise<{ readonly pdf: Buffer; readonly fileName: string }> {
  const statement = await found(typed, kysely);
  if (statement.organizationId !== organizationId) throw new ApiError(404, 'not-found');
  return { pdf: statement.pdf, fileName: `statement-${statement.code}.pdf` };
}

async function found(typed: string, kysely: Parts['database']['kysely']): Promise<StoredStatement> {
  const code = statementCode(typed);
  const statement = code === undefined ? undefined : await statementOf(kysely, code);
  if (!statement) throw new ApiError(404, 'not-found');
  return statement;
}

const shown = (statement: StoredStatement): ShownStatement => ({
  code: statement.code,
  content: statement.content,
  pdfHash: statement.pdfHash,
  signature: statement.signature,
  isGenuine: isSealed(statement, statement) && pdfHashOf(statement.pdf) === statement.pdfHash,
});
