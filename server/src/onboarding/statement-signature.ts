import { createPrivateKey, createPublicKey, hash, sign, verify } from 'node:crypto';
import type { z } from 'zod';
import { canonicalJson, type Json } from './statement-json.ts';
import type { statementContent } from './site-schema.ts';

export type StatementContent = z.output<typeof statementContent>;

/** What is signed. The PDF is in it by its hash, so that neither can be exchanged without the other. */
export type SignedParts = {
  readonly code: string;
  readonly content: StatementContent;
  /** SHA-256, lower-case hex */
  readonly pdfHash: string;
};

export type Seal = {
  /** Ed25519 (RFC 8032), base64url */
  readonly signature: string;
  /** SPKI in PEM */
  readonly publicKey: string;
};

/** Says what the bytes are, so that a signature over something else that the key may once sign is none over a statement. */
const PURPOSE = 'cairn statement of tests, version 1';

const signedBytes = ({ code, content, pdfHash }: SignedParts): Buffer =>
  Buffer.from(
    canonicalJson({ purpose: PURPOSE, code, content: content as unknown as Json, pdfHash }),
    'utf8',
  );

/** @param privateKey PKCS #8 in PEM */
export function sealStatement(parts: SignedParts, privateKey: string): Seal {
  const key = createPrivateKey(privateKey);
  return {
    signature: sign(null, signedBytes(parts), key).toString('base64url'),
    publicKey: createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString(),
  };
}

/** Whether a statement is as it was made; what cannot be read is not. */
export function isSealed(parts: SignedParts, { signature, publicKey }: Seal): boolean {
  try {
    const key = createPublicKey(publicKey);
    if (key.asymmetricKeyType !== 'ed25519') return false;
    return verify(null, signedBytes(parts), key, Buffer.from(signature, 'base64url'));
  } catch {
    return false;
  }
}

export const pdfHashOf = (pdf: Uint8Array): string => hash('sha256', pdf, 'hex');
