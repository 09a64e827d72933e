import type { AddressInfo } from 'node:net';
import { callbackify } from 'node:util';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** A mail server that keeps what it is given. */
export type MailSink = {
  readonly url: string;
  readonly mails: readonly Email[];
  /** The newest mail to an address whose subject fits; waits for it. */
  readonly next: (to: string, subject: RegExp) => Promise<Email>;
  readonly close: () => Promise<void>;
};

const PATIENCE_MS = 20_000;

export async function startMailSink(): Promise<MailSink> {
  const mails: Email[] = [];
  const taken = new Set<Email>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const kept = PostalMime.parse(Buffer.concat(chunks)).then((mail) => void mails.push(mail));
        callbackify(() => kept)((error) => done(error));
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  const next = async (to: string, subject: RegExp): Promise<Email> => {
    for (const began = Date.now(); Date.now() - began < PATIENCE_MS;) {
      const found = mails.find(
        (mail) =>
          !taken.has(mail) &&
          mail.to?.some(({ address }) => address === to) === true &&
          subject.test(mail.subject ?? ''),
      );
      if (found) {
        taken.add(found);
        return found;
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(
      `no mail to ${to} about ${String(subject)}; there are: ${mails.map(({ subject: s }) => s).join(' | ')}`,
    );
  };
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    next,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** The address of a mail's link to that page of the portal. */
export function linkIn(mail: Email, page: string): string {
  const link = [...(mail.text ?? '').matchAll(/https?:\/\/\S+/g)]
    .map(([url]) => url.replace(/[.,)]+$/, ''))
    .find((url) => new URL(url).pathname === page);
  if (link === undefined)
    throw new Error(`no link to ${page} in "${mail.subject ?? ''}": ${mail.text ?? ''}`);
  return link;
}
