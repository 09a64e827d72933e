/** The answer to a SOAP request that was served. */
import {
  actionOf,
  CONTRACT_NAMESPACE,
  contractOf,
  responseElement,
  resultElement,
  type SoapRequest,
} from './contract.ts';
import { contentTypeOf, renderEnvelope, type Rendered } from './render.ts';
import { textElement } from './xml.ts';

/**
 * The whole HTTP answer: the operation's response element with `text` as its only content, in the SOAP
 * version and spelling of the request. `text` is the HL7 answer, or for connectivityTest the string to echo
 * (which must contain the one sent). `destinationUri` is for hub requests: where the message went.
 */
export function renderAnswer(request: SoapRequest, text: string, destinationUri?: string): Rendered<200> {
  const contract = contractOf(request.dialect);
  const element = responseElement(contract, request.operation);
  const result = textElement(resultElement(contract, request.operation), text);
  return {
    status: 200,
    contentType: contentTypeOf(request.version),
    body: renderEnvelope(request, {
      action: actionOf(request.dialect, element),
      destinationUri,
      body: `<${element} xmlns="${CONTRACT_NAMESPACE[contract]}">${result}</${element}>`,
    }),
  };
}
