import { generateKeyPairSync } from 'node:crypto';
import { keptKey } from '../platform/kept-key.ts';

/**
 * The key by which this node signs statements, PKCS #8 in PEM; made at the first use. Each node of a cluster has its own: the
 * public half is kept with every statement.
 */
export const statementKey = (dataDir: string): Promise<string> =>
  keptKey(dataDir, 'statement-key.pem', () =>
    generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  );
