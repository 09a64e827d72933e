/** The portal as a browser without pages asks it: cookies are kept, and every request says where it comes from. */

/** The accounts of demo mode, by their e-mail addresses; all have {@link DEMO_PASSWORD}. */
export const DEMO_PEOPLE = {
  dx: 'dx@demo.example',
  dx2: 'dx2@demo.example',
  administrator: 'admin@demo.example',
  clinic: 'clinic@demo.example',
  hie: 'hie@demo.example',
  pediatrics: 'pediatrics@demo.example',
  nurse: 'nurse@demo.example',
  power: 'power@demo.example',
  qa: 'qa@demo.example',
  reader: 'reader@demo.example',
  school: 'school@demo.example',
  trainee: 'trainee@demo.example',
  nurse2: 'nurse2@demo.example',
  hieQa: 'hie-qa@demo.example',
} as const;
export const DEMO_PASSWORD = 'demo-password-1234';

export type PortalReply = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // Tests say what they expect of it.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly body: any;
};

type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One person at one browser. */
export class Browserless {
  readonly url: string;
  readonly cookies = new Map<string, string>();

  constructor(url: string) {
    this.url = url;
  }

  /** Asks the server; a body is sent as JSON. `headers` come on top of the browser's own. */
  async ask(
    method: Method,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<PortalReply> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(`${this.url}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(method === 'GET' ? {} : { origin: this.url }),
        ...(cookie === '' ? {} : { cookie }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    const text = await response.text();
    const isJson = text !== '' && (response.headers.get('content-type') ?? '').startsWith('application/json');
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: isJson ? JSON.parse(text) : undefined,
    };
  }

  get = (path: string): Promise<PortalReply> => this.ask('GET', path);
  post = (path: string, body?: unknown): Promise<PortalReply> => this.ask('POST', path, body);
  put = (path: string, body?: unknown): Promise<PortalReply> => this.ask('PUT', path, body);
  delete = (path: string): Promise<PortalReply> => this.ask('DELETE', path);

  /** Signs in, with the password of the demo accounts where none is given; staff of demo mode by their code as well. */
  async signIn(email: string, password: string = DEMO_PASSWORD): Promise<PortalReply> {
    const reply = await this.post('/api/session', { email, password });
    const code: unknown = reply.body?.demoCode;
    return typeof code === 'string' ? this.post('/api/session/factor', { code }) : reply;
  }

  #keep(line: string): void {
    const [pair = '', ...attributes] = line.split(';');
    const at = pair.indexOf('=');
    const [name, value] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
    const isOver = attributes.some((attribute) => {
      const [key = '', text = ''] = attribute.split(/=(.*)/s).map((part) => part.trim());
      return (
        (key.toLowerCase() === 'max-age' && Number(text) <= 0) ||
        (key.toLowerCase() === 'expires' && new Date(text).getTime() <= Date.now())
      );
    });
    if (isOver) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}

/** A browser in which that account is signed in. */
export async function signInAs(
  { url }: { readonly url: string },
  email: string,
  password: string = DEMO_PASSWORD,
): Promise<Browserless> {
  const browser = new Browserless(url);
  const { status, text } = await browser.signIn(email, password);
  if (status !== 200) throw new Error(`${email} was not signed in: ${status} ${text}`);
  return browser;
}

/** What was mailed to an address, the latest first. */
export async function mailsTo(
  { db }: { readonly db: { query: (sql: string, values: unknown[]) => Promise<{ rows: unknown[] }> } },
  recipient: string,
  kind?: string,
): Promise<readonly { readonly kind: string; readonly subject: string; readonly text: string }[]> {
  const { rows } = await db.query(
    `select kind, subject, text from mail where lower(recipient) = lower($1) and ($2::text is null or kind = $2)
     order by mail_id desc`,
    [recipient, kind ?? null],
  );
  return rows as { kind: string; subject: string; text: string }[];
}

/** The token behind `#` of the link in a mail: `tokenIn(text, '/password')`. */
export function tokenIn(text: string, page: string): string {
  const start = text.indexOf(`${page}#`);
  const token = start < 0 ? undefined : /^[\w-]+/.exec(text.slice(start + page.length + 1))?.[0];
  if (token === undefined) throw new Error(`no link to ${page} in: ${text}`);
  return token;
}
