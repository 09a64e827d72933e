import type { FastifyRequest } from 'fastify';
import type { Reader } from '../platform/database/reader.ts';
import type { ProblemCode } from '../platform/problems.ts';
import { normalFingerprint, type PasswordVerifier, type Verdict } from './credentials.ts';
import { credentialHolder, type CredentialHolder, type Holder, selectCredentialHolder } from './queries.ts';

export type ProgramLoginParts = {
  readonly reader: Reader;
  /** The one of the exchange: wrong passwords count together, wherever they are tried. */
  readonly passwords: PasswordVerifier;
  readonly clientCertificateHeader: string | undefined;
};

export type ProgramLogin =
  { readonly holder: Holder } | { readonly refused: ProblemCode; readonly status: 401 | 403 | 429 };

const REFUSED: Readonly<Record<Exclude<Verdict, 'valid'>, ProblemCode>> = {
  wrong: 'credentials-wrong',
  throttled: 'credentials-throttled',
  expired: 'credentials-expired',
  revoked: 'credentials-revoked',
  replaced: 'credentials-replaced',
};

export const bringsCredential = ({ headers }: Pick<FastifyRequest, 'headers'>): boolean =>
  /^Basic /i.test(headers.authorization ?? '');

/**
 * A browser keeps a Basic login and sends it by itself, also where a page of another website asks. Programs do not say
 * where a request comes from.
 */
export const isBrowserFromElsewhere = ({ headers }: Pick<FastifyRequest, 'headers'>): boolean =>
  !['same-origin', 'none', undefined].includes(fetchSite(headers));

/** Browsers would ask their reader for a username where they hear this; pages have a sign-in of their own. */
export const isProgram = ({ headers }: Pick<FastifyRequest, 'headers'>): boolean =>
  fetchSite(headers) === undefined;

const fetchSite = (headers: FastifyRequest['headers']): string | undefined => {
  const value = headers['sec-fetch-site'];
  return typeof value === 'string' ? value : undefined;
};

/** Whose credentials of the exchange came as HTTP Basic (RFC 7617), by the rules of SOAP. */
export async function programLogin(
  { headers }: Pick<FastifyRequest, 'headers'>,
  { reader, passwords, clientCertificateHeader }: ProgramLoginParts,
  now: Date,
): Promise<ProgramLogin> {
  const sent = basicOf(headers.authorization ?? '');
  if (!sent) return { refused: 'credentials-wrong', status: 401 };
  const [rows = []] = await reader.read('program-login', [selectCredentialHolder(sent.username)]);
  const credential = credentialHolder(rows);
  const verdict = await passwords.verify(sent.username, sent.password, credential, now);
  if (verdict !== 'valid' || !credential) {
    const why = verdict === 'valid' ? 'wrong' : verdict;
    return { refused: REFUSED[why], status: why === 'throttled' ? 429 : 401 };
  }
  const header = clientCertificateHeader === undefined ? undefined : headers[clientCertificateHeader];
  const certificate = typeof header === 'string' ? normalFingerprint(header) : '';
  const { certificateFingerprint: wanted } = credential;
  if (wanted !== undefined && certificate !== wanted) {
    return { refused: certificate === '' ? 'certificate-missing' : 'certificate-other', status: 401 };
  }
  if (credential.stage === 'suspended') return { refused: 'organization-suspended', status: 403 };
  return { holder: holderOf(credential) };
}

/** Without what the password is held against. */
const holderOf = ({
  passwordHash: _hash,
  previousHash: _previous,
  previousUntil: _until,
  expiresAt: _expires,
  revokedAt: _revoked,
  certificateFingerprint: _fingerprint,
  ...holder
}: CredentialHolder): Holder => holder;

const MOST = 1000;

function basicOf(header: string): { readonly username: string; readonly password: string } | undefined {
  const encoded = /^Basic +([\w+/=-]+) *$/i.exec(header)?.[1];
  if (encoded === undefined || encoded.length > MOST) return undefined;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  if (colon < 1 || text.includes('\0')) return undefined;
  return { username: text.slice(0, colon), password: text.slice(colon + 1) };
}
