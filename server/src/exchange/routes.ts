import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { normalFingerprint } from '../accounts/credentials.ts';
import { isDatabaseAnswer } from '../platform/database/pipeline.ts';
import { localDate } from '../platform/clock.ts';
import type { Log } from '../platform/log.ts';
import { receiveBatch } from './batch.ts';
import type { Reply } from './call.ts';
import type { Address } from './call.ts';
import { closedOn, closedWords, type Closed } from './old-address.ts';
import { type Exchange, receive } from './receive.ts';
import { renderAnswer } from './soap/answer.ts';
import { MAX_BODY_BYTES, readEnvelope, type SoapCall, type SoapRequest } from './soap/envelope.ts';
import { type Fault, fault, renderFault } from './soap/faults.ts';
import { wsdl, xsd } from './soap/wsdl.ts';

const NEW_ADDRESS = '/IISService';

const ADDRESSES: Readonly<Record<string, Address>> = {
  [NEW_ADDRESS]: 'production',
  '/test/IISService': 'test',
};

export type SoapOptions = {
  /**
   * In which the proxy that ends TLS passes on the SHA-256 of a client's certificate; it must take the header away from whoever
   * else sends it. Without one no certificate ever comes.
   */
  readonly clientCertificateHeader?: string | undefined;
  /** This server's address as clients see it; without it, the one that they asked at. */
  readonly publicUrl?: string | undefined;
};

/**
 * The CDC web service: `POST /IISService` records, `POST /test/IISService` answers as if it did. A GET
 * answers with the contract. Bodies stay bytes until the envelope reader has them, at most 1 MiB of them.
 * The jurisdiction's old addresses are as `/IISService` until the cut-over; from then on they answer that they are closed.
 */
export function soapRoutes(
  app: FastifyInstance,
  exchange: Exchange,
  log: Log,
  { clientCertificateHeader, publicUrl }: SoapOptions,
): void {
  const { clock, jurisdiction } = exchange;
  const closedAt = (path: string, request: FastifyRequest): Closed | undefined => {
    const today = localDate(clock.now(), jurisdiction.timeZone);
    const server = publicUrl ?? `${request.protocol}://${request.host}`;
    return closedOn(path, jurisdiction, today, `${server}${NEW_ADDRESS}`);
  };
  const old = jurisdiction.cutOver.oldAddresses.map((path) => [path, 'production'] as const);
  void app.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      '*',
      { parseAs: 'buffer', bodyLimit: MAX_BODY_BYTES },
      (_request, body, parsed) => parsed(null, body),
    );
    scope.setErrorHandler((error: FastifyError, request, reply) =>
      sendFault(reply, callOf(request), faultOf(error, log)),
    );
    const certificateOf = ({ headers }: FastifyRequest): string => {
      const value = clientCertificateHeader === undefined ? undefined : headers[clientCertificateHeader];
      return typeof value === 'string' ? normalFingerprint(value) : '';
    };
    for (const [path, address] of [...Object.entries(ADDRESSES), ...old]) {
      scope.post(path, (request, reply) => {
        const closed = closedAt(path, request);
        const door = { address, certificate: certificateOf(request), ...(closed ? { closed } : {}) };
        return serve(request, reply, door, exchange);
      });
      scope.get(path, (request, reply) => sendContract(request, reply, closedAt(path, request)));
    }
    done();
  });
}

async function serve(
  request: FastifyRequest,
  reply: FastifyReply,
  at: Door,
  exchange: Exchange,
): Promise<FastifyReply> {
  const encoding = request.headers['content-encoding'];
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity') {
    // What a compressed body holds is not known before it is inflated; refusing keeps the cap a cap.
    return sendFault(reply, callOf(request), fault.generic(COMPRESSED));
  }
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const read = readEnvelope(body, request.headers['content-type']);
  if (!read.ok) return sendFault(reply, read.call, read.fault);
  calls.set(request, read.request);
  const answered = await answer(read.request, at, exchange);
  return typeof answered === 'string'
    ? send(reply, renderAnswer(read.request, answered))
    : sendFault(reply, read.request, answered);
}

/** Where a request came in, and with which certificate ('' for none). */
type Door = { readonly address: Address; readonly certificate: string; readonly closed?: Closed };

async function answer(
  soap: SoapRequest,
  { address, certificate, closed }: Door,
  exchange: Exchange,
): Promise<string | Fault> {
  if (soap.operation === 'connectivityTest') {
    return closed ? `${soap.echoBack}\n${closedWords(closed)}` : soap.echoBack;
  }
  const { operation, username, password, facilityId, hl7Message: text } = soap;
  const isBatch = operation === 'submitBatchMessage' || operation === 'submitBatchQuery';
  const reply = await (isBatch ? receiveBatch : receive)(
    {
      address,
      operation,
      identity: { kind: 'password', username, password, certificate },
      facilityId: facilityId.trim(),
      text,
      ...(closed ? { closed } : {}),
    },
    exchange,
  );
  return reply.kind === 'answer' ? reply.text : refusal(reply);
}

function refusal(reply: Exclude<Reply, { readonly kind: 'answer' }>): Fault {
  switch (reply.kind) {
    case 'security':
      return fault.security(reply.detail);
    case 'several-messages':
      return fault.messageTooLarge(reply.detail);
    case 'no-message':
      return fault.generic(reply.detail);
    case 'delivery':
      return fault.gateway(reply.fault, reply.destinationId, reply.detail);
  }
}

/** The envelope of a request that failed while it was served: the fault answers in its version. */
const calls = new WeakMap<FastifyRequest, SoapCall>();

function callOf(request: FastifyRequest): SoapCall {
  const known = calls.get(request);
  if (known) return known;
  const empty = readEnvelope(new Uint8Array(), request.headers['content-type']);
  return empty.ok ? empty.request : empty.call;
}

function faultOf(error: FastifyError, log: Log): Fault {
  if (error.statusCode === 413) return fault.messageTooLarge(TOO_LARGE, undefined, MAX_BODY_BYTES);
  if (error.statusCode !== undefined && error.statusCode < 500) return fault.generic(UNREADABLE);
  log.error({ err: error }, 'a message could not be processed');
  return isDatabaseAnswer(error) && !error.code.startsWith('57') && !error.code.startsWith('53')
    ? fault.internal(INTERNAL)
    : fault.unavailable(UNAVAILABLE);
}

type Rendered = { readonly status: number; readonly contentType: string; readonly body: string };

const send = (reply: FastifyReply, { status, contentType, body }: Rendered): FastifyReply =>
  reply.code(status).header('content-type', contentType).send(body);

const sendFault = (reply: FastifyReply, call: SoapCall, problem: Fault): FastifyReply =>
  send(reply, renderFault(call, problem));

/** `?wsdl` and `?xsd=…` in any case; `?wsdl=2014` gives the IZ Gateway's contract. */
function sendContract(
  request: FastifyRequest,
  reply: FastifyReply,
  closed: Closed | undefined,
): FastifyReply {
  const asked = new Map(
    Object.entries(request.query as Record<string, string>).map(([name, value]) => [
      name.toLowerCase(),
      value,
    ]),
  );
  const dialect = [...asked.values()].some((value) => value === '2014') ? '2014' : '2011';
  const own = `${request.protocol}://${request.host}${request.url.split('?')[0] ?? ''}`;
  const address = closed?.newAddress ?? own;
  if (asked.has('wsdl')) return reply.header('content-type', XML).send(wsdl(dialect, address));
  if (asked.has('xsd')) return reply.header('content-type', XML).send(xsd(dialect));
  return reply
    .code(405)
    .header('allow', 'POST')
    .header('content-type', 'text/plain; charset=utf-8')
    .send(
      `${closed ? closedWords(closed) : 'This is a SOAP address: send a POST.'} Its contract is at ${address}?wsdl\n`,
    );
}

const XML = 'text/xml; charset=utf-8';

const TOO_LARGE = `The request is larger than ${MAX_BODY_BYTES} bytes. Nothing was recorded. Send one message a request, or a smaller batch.`;
const COMPRESSED =
  'Compressed requests are not taken. Nothing was recorded. Send the request without Content-Encoding.';
const UNREADABLE =
  'The request could not be read. Nothing was recorded. Send one whole SOAP envelope by POST.';
const INTERNAL =
  'Cairn failed on this message. Nothing was recorded. Resend it once; if it fails again, contact the registry with its control id.';
const UNAVAILABLE =
  'Cairn cannot reach its database at the moment. Resend the same message in a minute: if it was recorded after all, it answers as it would have now.';
