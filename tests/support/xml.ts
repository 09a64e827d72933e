/** Reading SOAP answers with a parser, so that a test sees names and not prefixes. */
import { SaxesParser } from 'saxes';
import { ENVELOPE, type HttpAnswer, type Version } from './soap.ts';

export const IIS = 'urn:cdc:iisb:2011';

export type Element = {
  /** `{namespace}local` */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
  /** Where the text is a prefixed name: the name it stands for. */
  qname?: string;
};

/** Parses a document; throws where it is not well-formed. */
export function parseXml(xml: string): Element {
  const document: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [document];
  const parser = new SaxesParser({ xmlns: true });
  const addText = (text: string): void => {
    const element = open.at(-1);
    if (element) element.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('opentag', (tag) => {
    const element: Element = {
      name: `{${tag.uri}}${tag.local}`,
      attributes: Object.fromEntries(Object.values(tag.attributes).map(({ name, value }) => [name, value])),
      children: [],
      text: '',
    };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    const element = open.pop();
    const [, prefix, local] = /^\s*([\w.-]+):([\w.-]+)\s*$/.exec(element?.text ?? '') ?? [];
    const uri = prefix === undefined ? undefined : parser.resolve(prefix);
    if (element && uri !== undefined) element.qname = `{${uri}}${local}`;
  });
  parser.write(xml).close();
  const [root] = document.children;
  if (!root) throw new Error('the document has no element');
  return root;
}

export const child = (element: Element, name: string): Element => {
  const found = element.children.find((each) => each.name === name);
  if (!found)
    throw new Error(`no ${name} in ${element.name}, but ${element.children.map((c) => c.name).join(' ')}`);
  return found;
};

/** The SOAP header and the one element in the Body. */
export function envelopeOf(
  answer: HttpAnswer,
  version: Version,
): { readonly header: Element | undefined; readonly content: Element } {
  const root = parseXml(answer.body);
  const soap = ENVELOPE[version];
  if (root.name !== `{${soap}}Envelope`) throw new Error(`the answer is ${root.name}`);
  const { children } = child(root, `{${soap}}Body`);
  const [content] = children;
  if (!content || children.length > 1) throw new Error(`the Body has ${children.length} elements`);
  return { header: root.children.find(({ name }) => name === `{${soap}}Header`), content };
}

export type SoapFault = {
  readonly status: number;
  readonly contentType: string;
  /** The fault code as a full name. */
  readonly code: string | undefined;
  /** What SOAP itself says in words: Reason/Text or faultstring. */
  readonly reason: string;
  /** Names of the children of Fault, in order. */
  readonly parts: readonly string[];
  /** The one thing to do, beside that element. */
  readonly retry: string;
  /** The contract's element in Detail, the first: its name, and its children's names and texts. */
  readonly detail: { readonly name: string; readonly fields: readonly (readonly [string, string])[] };
};

/** Reads a fault; throws where the answer is none. */
export function faultOf(answer: HttpAnswer, version: Version = '1.2'): SoapFault {
  const soap = ENVELOPE[version];
  const { content } = envelopeOf(answer, version);
  if (content.name !== `{${soap}}Fault`) throw new Error(`no fault, but ${content.name}: ${answer.body}`);
  const is12 = version === '1.2';
  const code = is12
    ? child(child(content, `{${soap}}Code`), `{${soap}}Value`)
    : child(content, '{}faultcode');
  const reason = is12
    ? child(child(content, `{${soap}}Reason`), `{${soap}}Text`)
    : child(content, '{}faultstring');
  const { children } = child(content, is12 ? `{${soap}}Detail` : '{}detail');
  const [detail, retry, ...more] = children;
  if (!detail || retry?.name !== '{}Retry' || more.some(({ name }) => name !== '{}Destination')) {
    throw new Error(`Detail has ${children.map(({ name }) => name).join(' ')}`);
  }
  return {
    status: answer.status,
    contentType: answer.contentType,
    code: code.qname,
    reason: reason.text,
    parts: content.children.map(({ name }) => name),
    retry: retry.text,
    detail: {
      name: detail.name,
      fields: detail.children.map(({ name, text }) => [name, text] as const),
    },
  };
}

/** A fault in one line: its element, its Code, its Reason and its words. */
export function faultWords(answer: HttpAnswer, version: Version = '1.2'): string {
  const { detail } = faultOf(answer, version);
  const field = (name: string): string =>
    detail.fields.find(([each]) => each === `{${IIS}}${name}`)?.[1] ?? '';
  return `${detail.name.replace(`{${IIS}}`, '')} ${field('Code')} ${field('Reason')}: ${field('Detail')}`;
}
