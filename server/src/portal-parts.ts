import type { MatchContext } from '@cairn/matching';
import type { Exchange } from './exchange/receive.ts';
import type { Clock } from './platform/clock.ts';
import type { SingleSignOn } from './platform/config.ts';
import type { Database } from './platform/database/database.ts';
import type { Jurisdiction } from './platform/jurisdiction.ts';
import type { Log } from './platform/log.ts';

/** What the portal's rooms work with. */
export type PortalParts = {
  readonly database: Database;
  readonly clock: Clock;
  readonly jurisdiction: Jurisdiction;
  readonly log: Log;
  readonly demo: boolean;
  readonly dataDir: string;
  readonly singleSignOn: SingleSignOn | undefined;
  /** In which the proxy that ends TLS passes on the SHA-256 of a program's certificate. */
  readonly clientCertificateHeader: string | undefined;
  /** Encrypts secrets in the database. */
  readonly secretKey: () => Promise<Buffer>;
  /** The portal's address as people see it, without a slash at the end: links in mails begin with it. */
  readonly publicUrl: () => string;
  readonly exchange: Exchange;
  /** Has this process read anew how other registries are connected; others do so within seconds. */
  readonly connectionsChanged: () => Promise<void>;
  readonly matching: () => MatchContext;
};
