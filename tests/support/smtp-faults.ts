import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** A mail as it arrived, with what its recipient's mail server saw. */
export type Arrived = { readonly mail: Email; readonly raw: string; readonly recipients: readonly string[] };

/** A mail server that does as the test says. */
export type FaultySink = {
  readonly url: string;
  /** Everything that was handed over whole, also what was then not answered or refused. */
  readonly arrived: readonly Arrived[];
  /** What it answers to that recipient; undefined: it takes the mail. */
  refuse: (address: string) => { readonly reply: number; readonly words: string } | undefined;
  /** Between the end of the mail and the answer to it. */
  hold: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export async function startFaultySink(): Promise<FaultySink> {
  const arrived: Arrived[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) => {
      const refusal = sink.refuse(address);
      done(refusal ? Object.assign(new Error(refusal.words), { responseCode: refusal.reply }) : null);
    },
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        void (async () => {
          const raw = Buffer.concat(chunks).toString('utf8');
          const recipients = envelope.rcptTo.map(({ address }) => address);
          arrived.push({ mail: await PostalMime.parse(raw), raw, recipients });
          await sink.hold();
          done();
        })();
      });
    },
  });
  // A client that is killed leaves its connection broken.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  const sink: FaultySink = {
    url: `smtp://127.0.0.1:${port}`,
    arrived,
    refuse: () => undefined,
    hold: () => Promise.resolve(),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return sink;
}
