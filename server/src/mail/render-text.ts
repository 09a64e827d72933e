import type { Block, Content, Frame } from './words.ts';

/** Of lines that a mail program does not break itself, RFC 5322 §2.1.1 wants no more. */
const WIDTH = 78;

/** The plain text of a letter: what screen readers, old programs and the preview line show. */
export function textOf(letter: {
  readonly content: Content;
  readonly frame: Frame;
  readonly registry: string;
}): string {
  const { content, frame, registry } = letter;
  const parts = [
    frame.greeting(content.to),
    ...content.blocks.map(blockText),
    frame.farewell(registry),
    `--\n${frame
      .footer(registry)
      .map((text) => wrap(text))
      .join('\n\n')}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

function blockText(block: Block): string {
  if ('p' in block) return wrap(block.p);
  if ('heading' in block)
    return `${wrap(block.heading)}\n${'-'.repeat(Math.min(WIDTH, block.heading.length))}`;
  if ('list' in block) return block.list.map((item) => wrap(item, '- ')).join('\n');
  if ('steps' in block) return block.steps.map((step, at) => wrap(step, `${at + 1}. `)).join('\n');
  if ('facts' in block) return block.facts.map(([name, value]) => `${name}: ${value}`).join('\n');
  if ('quote' in block)
    return block.quote
      .split('\n')
      .map((line) => wrap(line, '> ', '> '))
      .join('\n');
  return `${'label' in block ? block.label : block.button}:\n${block.link}`;
}

/** Breaks at spaces; a word that is longer than a line, such as an address, stays whole. */
function wrap(text: string, first = '', next = ' '.repeat(first.length)): string {
  const lines: string[] = [];
  let line = first;
  let isEmpty = true;
  for (const word of text.split(' ')) {
    if (!isEmpty && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = next;
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, line].map((each) => each.trimEnd()).join('\n');
}
