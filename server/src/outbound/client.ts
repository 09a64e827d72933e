import { parseMessage } from '@cairn/hl7';
import type { Delivery, DeliveryFault } from '../exchange/delivery.ts';
import type { Endpoint } from './endpoints.ts';
import { failure } from './failure.ts';
import { post, type Posted } from './post.ts';
import { loginOf, readSoap, soapRequest } from './soap.ts';
import { TIMES } from './times.ts';

export type DeliverOptions = {
  /** Ends the wait for the answer: it is then unknown. */
  readonly signal?: AbortSignal | undefined;
  readonly connectMs?: number;
};

/**
 * Sends one message to another registry, as it stands, and reads its answer. An answer counts only where it is an HL7
 * acknowledgement of this very message; everything else is a fault of the way there. Never throws.
 */
export async function deliver(
  endpoint: Endpoint,
  text: string,
  operation: 'submitSingleMessage' | 'submitSingleQuery',
  options: DeliverOptions = {},
): Promise<Delivery> {
  const request = soapRequest(endpoint.soapVersion, operation, [...loginOf(endpoint), ['hl7Message', text]]);
  const answer = await post(postedTo(endpoint, request, options));
  if (answer.kind === 'failed') return answer;
  const returned = readSoap(answer);
  return returned.kind === 'failed' ? returned : acknowledgement(returned.text, controlIdOf(text));
}

export type Health =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly fault: DeliveryFault;
      readonly words: string;
      /** It answered by SOAP all the same: some web services do not know the operation, or want a login for it. */
      readonly speaks: boolean;
    };

const ECHO = 'Cairn asks whether the connection works';

/** Whether the web service answers, by its connectivityTest; that asks for no login. Never throws. */
export async function checkHealth(endpoint: Endpoint, options: DeliverOptions = {}): Promise<Health> {
  const request = soapRequest(endpoint.soapVersion, 'connectivityTest', [['echoBack', ECHO]]);
  const answer = await post(postedTo(endpoint, request, options));
  const returned = answer.kind === 'failed' ? answer : readSoap(answer);
  if (returned.kind === 'failed') {
    const { fault, words } = returned;
    return { ok: false, fault, words, speaks: SOAP_FAULTS.has(fault) };
  }
  if (returned.text.includes(ECHO)) return { ok: true };
  return {
    ok: false,
    fault: 'answer-unreadable',
    words: 'The connectivity test did not bring back its text.',
    speaks: true,
  };
}

const SOAP_FAULTS: ReadonlySet<DeliveryFault> = new Set([
  'security-fault',
  'too-large-fault',
  'unsupported-fault',
  'other-fault',
]);

function postedTo(
  { url, timeoutMs }: Endpoint,
  request: Pick<Posted, 'headers' | 'body'>,
  { signal, connectMs = TIMES.connectMs }: DeliverOptions,
): Posted {
  return { url, ...request, connectMs: Math.min(connectMs, timeoutMs), answerMs: timeoutMs, signal };
}

const controlIdOf = (text: string): string => {
  const read = parseMessage(text);
  return read.ok ? read.message.text('MSH-10').trim() : '';
};

const CODES = ['AA', 'AE', 'AR'] as const;

function acknowledgement(text: string, controlId: string): Delivery {
  const read = parseMessage(text);
  const said = read.ok ? read.message.first('MSA') : undefined;
  const code = CODES.find((known) => known === said?.text(1).trim());
  if (!said || code === undefined) return failure('answer-unreadable', true);
  // Somebody else's answer: nothing in it is about this message.
  if (said.text(2).trim() !== controlId) return failure('answer-to-another', true);
  return { kind: 'answered', text, code };
}
