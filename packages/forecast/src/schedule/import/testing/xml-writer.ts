import { durationWords } from '../../../dates.ts';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** An element with a text; empty without one. */
export const leaf = (name: string, text: string | number | undefined): string =>
  text === undefined ? `<${name}/>` : `<${name}>${escaped(String(text))}</${name}>`;

export const branch = (name: string, ...children: readonly string[]): string =>
  `<${name}>\n${children.join('\n')}\n</${name}>`;

/** As many elements as there are items; one empty element for none, as CDC has it. */
export const each = <Item>(
  name: string,
  items: readonly Item[] | undefined,
  children: (item: Item) => readonly string[],
): string =>
  items === undefined || items.length === 0
    ? `<${name}>\n</${name}>`
    : items.map((item) => branch(name, ...children(item))).join('\n');

export const age = (name: string, text: string | undefined): string =>
  leaf(name, text === undefined ? undefined : durationWords(text));
