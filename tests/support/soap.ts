/** A SOAP client as plain as the wire: what is sent is what the test wrote. */
export type HttpAnswer = { readonly status: number; readonly contentType: string; readonly body: string };

export const ENVELOPE = {
  '1.1': 'http://schemas.xmlsoap.org/soap/envelope/',
  '1.2': 'http://www.w3.org/2003/05/soap-envelope',
} as const;

export type Version = keyof typeof ENVELOPE;

export const DEMO_CLINIC = {
  username: 'demo-clinic',
  password: 'demo-clinic-password',
  facilityID: 'DE-000001',
};
export const DEMO_HIE = { username: 'demo-hie', password: 'demo-hie-password', facilityID: 'SF-000001' };

export async function post(
  address: string,
  body: string | Uint8Array,
  headers: Readonly<Record<string, string>>,
): Promise<HttpAnswer> {
  const response = await fetch(address, {
    method: 'POST',
    body: typeof body === 'string' ? body : Buffer.from(body),
    headers,
  });
  return {
    status: response.status,
    contentType: response.headers.get('content-type') ?? '',
    body: await response.text(),
  };
}

export function envelope(version: Version, inner: string, header = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?><s:Envelope xmlns:s="${ENVELOPE[version]}" xmlns:c="urn:cdc:iisb:2011">${header}<s:Body>${inner}</s:Body></s:Envelope>`;
}

export function contentType(version: Version): Readonly<Record<string, string>> {
  return version === '1.2'
    ? { 'content-type': 'application/soap+xml; charset=utf-8' }
    : { 'content-type': 'text/xml; charset=utf-8', soapaction: '""' };
}

export const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#xD;');

type Login = { readonly username: string; readonly password: string; readonly facilityID: string };

export function operation(name: string, login: Login, message: string): string {
  return `<c:${name}><c:username>${escapeXml(login.username)}</c:username><c:password>${escapeXml(login.password)}</c:password><c:facilityID>${escapeXml(login.facilityID)}</c:facilityID><c:hl7Message>${escapeXml(message)}</c:hl7Message></c:${name}>`;
}

/** Submits a message and returns the HL7 answer with CR as segment end; throws on a fault, with its text. */
export async function submit(
  url: string,
  message: string,
  options: {
    readonly login?: Login;
    readonly path?: string;
    readonly version?: Version;
    readonly name?: string;
  } = {},
): Promise<string> {
  const answer = await submitRaw(url, message, options);
  const returned = returnOf(answer.body);
  if (returned === undefined) throw new Error(`no answer but HTTP ${answer.status}: ${answer.body}`);
  return returned;
}

export async function submitRaw(
  url: string,
  message: string,
  options: {
    readonly login?: Login;
    readonly path?: string;
    readonly version?: Version;
    readonly name?: string;
  } = {},
): Promise<HttpAnswer> {
  const {
    login = DEMO_CLINIC,
    path = '/IISService',
    version = '1.2',
    name = 'submitSingleMessage',
  } = options;
  return post(`${url}${path}`, envelope(version, operation(name, login, message)), contentType(version));
}

export function returnOf(body: string): string | undefined {
  const inner = /<(?:\w+:)?return\b[^>]*>([\s\S]*?)<\/(?:\w+:)?return>/.exec(body)?.[1];
  return inner
    ?.replaceAll('&#xD;', '\r')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

/** The segments of an HL7 answer whose name is given, each as its fields (field n at index n; MSH-2 at 1). */
export function segments(answer: string, name: string): readonly (readonly string[])[] {
  return answer
    .split('\r')
    .filter((line) => line.startsWith(`${name}|`))
    .map((line) => line.split('|'));
}
