/** Helpers of this folder's tests: making requests, and reading answers with a parser set-up of their own. */
import { SaxesParser } from 'saxes';

export const SOAP11 = 'http://schemas.xmlsoap.org/soap/envelope/';
export const SOAP12 = 'http://www.w3.org/2003/05/soap-envelope';
export const IIS2011 = 'urn:cdc:iisb:2011';
export const IIS2014 = 'urn:cdc:iisb:2014';
export const HUB = 'urn:cdc:iisb:hub:2014';
export const WSA = 'http://www.w3.org/2005/08/addressing';

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** An envelope round `body`, in SOAP 1.2 unless told. */
export function envelope(body: string, header = '', namespace = SOAP12): string {
  const head = header === '' ? '' : `<e:Header>${header}</e:Header>`;
  return `<e:Envelope xmlns:e="${namespace}">${head}<e:Body>${body}</e:Body></e:Envelope>`;
}

/** A 2011 submitSingleMessage whose hl7Message holds `content`, already XML. */
export function submit(content: string, others = ''): string {
  return `<submitSingleMessage xmlns="${IIS2011}">${others}<hl7Message>${content}</hl7Message></submitSingleMessage>`;
}

export type Node = {
  /** `{namespace}local` */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Node[];
  text: string;
};

/** Parses an answer strictly. */
export function parse(xml: string): Node {
  const document: Node = { name: '', attributes: {}, children: [], text: '' };
  const open: Node[] = [document];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', (tag) => {
    const pairs = Object.values(tag.attributes).map(({ name, value }) => [name, value] as const);
    const node: Node = {
      name: `{${tag.uri}}${tag.local}`,
      attributes: Object.fromEntries(pairs),
      children: [],
      text: '',
    };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.on('text', (text) => {
    const node = open.at(-1);
    if (node !== undefined) node.text += text;
  });
  parser.write(xml).close();
  const [root] = document.children;
  if (root === undefined) throw new Error('no root element');
  return root;
}

/** The node at a path of full names below `node`, or a failure that lists what is there. */
export function at(node: Node, ...path: readonly string[]): Node {
  let here = node;
  for (const name of path) {
    const next = here.children.find((child) => child.name === name);
    if (next === undefined) {
      throw new Error(`no ${name} in ${here.name}: ${here.children.map((c) => c.name).join(' ')}`);
    }
    here = next;
  }
  return here;
}
