/**
 * XML text to a small tree of elements, for documents from strangers.
 *
 * A DTD is refused as soon as it is seen; nothing it declares is ever looked at, so there is nothing to
 * expand and nothing to fetch. Depth, attributes and elements are capped, so that the cost stays in
 * proportion to the size.
 */
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { mask } from './mask.ts';

export type XmlElement = {
  readonly uri: string;
  readonly local: string;
  readonly attributes: readonly { readonly uri: string; readonly local: string; readonly value: string }[];
  readonly children: XmlElement[];
  /** Text and CDATA directly inside, joined; references decoded. Comments are left out. */
  text: string;
};

/** On failure `root` is as much of the tree as had been read: it tells in which SOAP version to answer. */
export type XmlResult =
  | { readonly ok: true; readonly root: XmlElement }
  | { readonly ok: false; readonly root: XmlElement | undefined; readonly detail: string };

const MAX_DEPTH = 64;
const MAX_ATTRIBUTES = 128;
const MAX_ELEMENTS = 4096;

/** Refusals of ours, apart from the parser's own complaints. */
class Refusal extends Error {}

/** Parses one namespace-aware XML 1.0 document. Never throws. */
export function readXml(text: string): XmlResult {
  const masked = mask(text);
  if (masked) {
    const read = parse(masked.text, masked.restore);
    // A refusal is told of the document itself: its places, its words.
    if (read.ok) return read;
  }
  return parse(text, (piece) => piece);
}

function parse(text: string, restore: (piece: string) => string): XmlResult {
  let root: XmlElement | undefined;
  const open: XmlElement[] = [];
  let attributes = 0;
  let elements = 0;

  // XML 1.1 would turn U+0085 and U+2028 into line ends; SOAP is XML 1.0 whatever the declaration says.
  const parser = new SaxesParser({ xmlns: true, forceXMLVersion: true, defaultXMLVersion: '1.0' });

  parser.on('doctype', () => {
    throw new Refusal('A document type declaration (DTD) is not allowed in a SOAP message.');
  });
  parser.on('opentagstart', () => {
    attributes = 0;
    elements += 1;
    if (open.length >= MAX_DEPTH) throw new Refusal(`Elements are nested more than ${MAX_DEPTH} deep.`);
    if (elements > MAX_ELEMENTS) throw new Refusal(`The message has more than ${MAX_ELEMENTS} elements.`);
  });
  parser.on('attribute', () => {
    attributes += 1;
    if (attributes > MAX_ATTRIBUTES) {
      throw new Refusal(`An element has more than ${MAX_ATTRIBUTES} attributes.`);
    }
  });
  parser.on('opentag', (tag: SaxesTagNS) => {
    const element: XmlElement = {
      uri: restore(tag.uri),
      local: tag.local,
      attributes: Object.values(tag.attributes).map((attribute) => ({
        uri: restore(attribute.uri),
        local: attribute.local,
        value: restore(attribute.value),
      })),
      children: [],
      text: '',
    };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  const addText = (piece: string): void => {
    const element = open.at(-1);
    if (element !== undefined) element.text += restore(piece);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);

  try {
    // A blank line before the XML declaration is not well-formed, but is a common slip of PHP scripts.
    parser.write(text.replace(/^[ \t\r\n]+/, '')).close();
  } catch (error) {
    return { ok: false, root, detail: explain(error, text) };
  }
  return root === undefined ? { ok: false, root, detail: 'There is no XML element.' } : { ok: true, root };
}

/** The value of an attribute by its full name. */
export function attributeOf(element: XmlElement, uri: string, local: string): string | undefined {
  return element.attributes.find((attribute) => attribute.uri === uri && attribute.local === local)?.value;
}

/** The child elements with a full name. */
export function childrenNamed(element: XmlElement, uri: string, local: string): readonly XmlElement[] {
  return element.children.filter((child) => child.uri === uri && child.local === local);
}

function explain(error: unknown, text: string): string {
  if (error instanceof Refusal) return error.message;
  // The parser says "line:column: words: name". The name goes: where an unescaped "<" in the HL7 text made
  // an element of it, it may be a patient's.
  const words = (error instanceof Error && /^\d+:\d+: [^:]*/.exec(error.message)?.[0]) || 'unreadable';
  // By far the most common mistake: MSH-2 ("^~\&") pasted into the XML as it stands.
  const hint = /&(?!\w+;|#\w+;)/.test(text) ? ' An "&" outside CDATA must be written as "&amp;".' : '';
  return `The request is not well-formed XML: ${words.replace(/\.$/, '')} (line:column: reason).${hint}`;
}
