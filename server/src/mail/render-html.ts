import type { Block, Content, Frame, Language } from './words.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (found) => ESCAPES[found] ?? found);

const FONT = "font-family:'Source Sans Pro',-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

/** Programs that know dark mode but not this rule invert the colors themselves; they are chosen to survive that. */
const DARK = `@media (prefers-color-scheme:dark){
.page{background:#1b1b1b!important}.sheet{background:#2b2b2b!important;color:#f0f0f0!important}
.head,.sheet h1,.sheet h2{color:#fff!important}.quiet,.quiet a{color:#c6cace!important}
.button{background:#4f97d1!important;color:#10151a!important}.sheet a.plain{color:#8fc3f0!important}
.box{background:#383838!important;border-color:#8fc3f0!important}.rule{border-color:#565c65!important}}
@media (max-width:480px){.sheet{padding:20px 16px!important}.button{display:block!important}}`;

/** The HTML of a letter: one column, styles inline, no pictures, nothing that is fetched. */
export function htmlOf(letter: {
  readonly content: Content;
  readonly frame: Frame;
  readonly registry: string;
  readonly language: Language;
}): string {
  const { content, frame, registry, language } = letter;
  const quiet = (text: string): string =>
    `<p class="quiet" style="margin:0 0 12px;font-size:14px;line-height:1.5;color:#565c65">${escaped(text)}</p>`;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escaped(content.subject)}</title>
<style>${DARK}</style>
</head>
<body class="page" style="margin:0;padding:0;background:#f0f0f0">
<div class="page" role="article" lang="${language}" style="background:#f0f0f0;padding:16px 8px;${FONT}">
<div class="sheet" style="max-width:600px;margin:0 auto;box-sizing:border-box;background:#ffffff;color:#1b1b1b;padding:28px 32px;border-top:6px solid #005ea2;font-size:16px;line-height:1.5;overflow-wrap:break-word">
<p class="head" style="margin:0 0 20px;font-size:14px;font-weight:700;color:#005ea2">${escaped(registry)}</p>
<h1 style="margin:0 0 20px;font-size:22px;line-height:1.3;color:#1b1b1b">${escaped(content.subject)}</h1>
${paragraph(frame.greeting(content.to))}
${content.blocks.map((block) => blockHtml(block, frame)).join('\n')}
${paragraph(frame.farewell(registry))}
<div class="rule" style="border-top:1px solid #dfe1e2;padding-top:16px;margin-top:24px">
${frame.footer(registry).map(quiet).join('\n')}
</div>
</div>
</div>
</body>
</html>
`;
}

const withBreaks = (text: string): string => escaped(text).replaceAll('\n', '<br>');

const paragraph = (text: string): string => `<p style="margin:0 0 16px">${withBreaks(text)}</p>`;

function blockHtml(block: Block, frame: Frame): string {
  if ('p' in block) return paragraph(block.p);
  if ('heading' in block) {
    return `<h2 style="margin:24px 0 8px;font-size:17px;line-height:1.3;color:#1b1b1b">${escaped(block.heading)}</h2>`;
  }
  if ('list' in block) return listed('ul', block.list);
  if ('steps' in block) return listed('ol', block.steps);
  if ('facts' in block) return factsHtml(block.facts);
  if ('quote' in block) {
    return `<blockquote class="box" style="margin:0 0 16px;padding:12px 16px;background:#f0f0f0;border-left:4px solid #005ea2">${withBreaks(block.quote)}</blockquote>`;
  }
  if ('label' in block) {
    return `<p style="margin:0 0 16px"><a class="plain" href="${escaped(safeLink(block.link))}" style="color:#005ea2">${escaped(block.label)}</a></p>`;
  }
  return buttonHtml(block.button, block.link, frame.orCopy);
}

const listed = (tag: 'ol' | 'ul', items: readonly string[]): string =>
  `<${tag} style="margin:0 0 16px;padding-left:24px">${items
    .map((item) => `<li style="margin:0 0 8px">${escaped(item)}</li>`)
    .join('')}</${tag}>`;

const factsHtml = (facts: readonly (readonly [string, string])[]): string =>
  `<dl class="box" style="margin:0 0 16px;padding:12px 16px 4px;background:#f0f0f0;border-left:4px solid #005ea2">${facts
    .map(
      ([name, value]) =>
        `<dt style="font-size:14px">${escaped(name)}</dt><dd style="margin:0 0 8px;font-weight:700;word-break:break-word">${escaped(value)}</dd>`,
    )
    .join('')}</dl>`;

function buttonHtml(label: string, link: string, orCopy: string): string {
  const to = safeLink(link);
  return `<p style="margin:8px 0 12px"><a class="button" href="${escaped(to)}" style="display:inline-block;box-sizing:border-box;background:#005ea2;color:#ffffff;padding:12px 20px;border-radius:4px;font-weight:700;text-align:center;text-decoration:none">${escaped(label)}</a></p>
<p class="quiet" style="margin:0 0 16px;font-size:14px;color:#565c65">${escaped(orCopy)}<br><a class="plain" href="${escaped(to)}" style="color:#005ea2;word-break:break-all">${escaped(to)}</a></p>`;
}

/** @throws where a letter was given as a link what is none: that is ours to mend, and no mail goes out with it */
function safeLink(link: string): string {
  if (!/^https?:\/\//.test(link))
    throw new Error('a letter needs a link that begins with http:// or https://');
  return link;
}
