import { hash, randomBytes } from 'node:crypto';

/** What a cookie or a mailed link carries: 256 random bits. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** How a secret is kept. SHA-256 does as well as a slow hash would, since there is nothing to guess. */
export const hashOf = (secret: string): string => hash('sha256', secret, 'hex');
