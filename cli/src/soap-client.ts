import { randomUUID } from 'node:crypto';
import { UsageError } from './usage-error.ts';

export type Login = {
  readonly to: string;
  readonly user: string;
  readonly password: string;
  readonly facility?: string;
};

export type SoapReply =
  | { readonly kind: 'answer'; readonly text: string }
  | {
      readonly kind: 'fault';
      readonly reason: string;
      readonly detail: string;
      /** The one thing to do, and where the message was to go, where the server says so (as gateways do). */
      readonly retry?: string;
      readonly destination?: string;
    };

const TIMEOUT_MS = 60_000;

/**
 * Calls an operation of the CDC 2011 web service by SOAP 1.2 and returns the HL7 answer or the fault.
 * @throws UsageError where the address cannot be reached or does not speak SOAP
 */
export async function call(operation: string, message: string, login: Login): Promise<SoapReply> {
  const body = `<?xml version="1.0" encoding="UTF-8"?>
<soap:Envelope xmlns:soap="http://www.w3.org/2003/05/soap-envelope" xmlns:cdc="urn:cdc:iisb:2011"><soap:Body><cdc:${operation}>\
<cdc:username>${xml(login.user)}</cdc:username><cdc:password>${xml(login.password)}</cdc:password>\
<cdc:facilityID>${xml(login.facility ?? '')}</cdc:facilityID><cdc:hl7Message>${xml(message)}</cdc:hl7Message>\
</cdc:${operation}></soap:Body></soap:Envelope>`;
  const response = await post(login.to, body, operation);
  const answer = await response.text();
  const returned = /<(?:\w+:)?return\b[^>]*>([\s\S]*?)<\/(?:\w+:)?return>/.exec(answer)?.[1];
  if (returned !== undefined) return { kind: 'answer', text: unxml(returned) };
  const part = (name: string): string =>
    unxml(new RegExp(`<(?:\\w+:)?${name}>([^<]*)</(?:\\w+:)?${name}>`).exec(answer)?.[1] ?? '');
  if (/<(?:\w+:)?Fault\b/.test(answer)) {
    return {
      kind: 'fault',
      reason: part('Reason') || 'Fault',
      detail:
        [...answer.matchAll(/<(?:\w+:)?Detail>([^<]+)</g)].map((found) => unxml(found[1] ?? '')).join(' ') ||
        part('Text'),
      ...saidOf('retry', part('Retry')),
      ...saidOf('destination', part('Destination')),
    };
  }
  throw new UsageError(
    `${login.to} answered HTTP ${response.status} and no SOAP. Is that the address of the web service (…/IISService)?`,
  );
}

const saidOf = <Name extends string>(name: Name, text: string): { readonly [Key in Name]?: string } =>
  text === '' ? {} : ({ [name]: text } as { readonly [Key in Name]: string });

/** A fault in one line: what happened, and what to do. */
export const faultWords = ({
  reason,
  detail,
  retry,
  destination,
}: Extract<SoapReply, { kind: 'fault' }>): string =>
  `${reason}: ${detail}${retry === undefined ? '' : ` [${[retry, ...(destination === undefined ? [] : [destination])].join(', ')}]`}`;

async function post(to: string, body: string, operation: string): Promise<Response> {
  try {
    return await fetch(to, {
      method: 'POST',
      headers: {
        'content-type': `application/soap+xml; charset=utf-8; action="urn:cdc:iisb:2011:${operation}"`,
      },
      body,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const reason =
      cause instanceof Error ? ('code' in cause ? String(cause.code) : cause.message) : 'unknown reason';
    throw new UsageError(`${to} cannot be reached (${reason}). Is Cairn running there?`);
  }
}

/** `http://host:8080` stands for its production address; a full address is taken as it is. */
export function serviceAddress(to: string, test: boolean): string {
  const url = URL.canParse(to) ? new URL(to) : undefined;
  if (!url || !/^https?:$/.test(url.protocol))
    throw new UsageError(`--to: "${to}" is no http:// or https:// address.`);
  if (url.pathname !== '/') {
    if (test && !url.pathname.includes('/test/')) {
      throw new UsageError(
        `--test: "${to}" names an address of its own. Give the server alone, or its testing address.`,
      );
    }
    return to;
  }
  return new URL(test ? '/test/IISService' : '/IISService', url).href;
}

export const newControlId = (): string => randomUUID();

const XML_ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#xD;',
};

const xml = (text: string): string =>
  text.replace(/[&<>"\r]/g, (character) => XML_ESCAPES[character] ?? character);

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unxml(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
      if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
      return NAMED[name ?? ''] ?? whole;
    },
  );
}
