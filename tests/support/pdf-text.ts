import { inflateSync } from 'node:zlib';

/** What a PDF of ours says, as somebody reads it out who searches or copies in it: its texts in their order. */
export function pdfText(pdf: Buffer): string {
  const objects = objectsOf(pdf);
  const signs = new Map<string, ReadonlyMap<string, string>>();
  for (const { head } of objects.values()) {
    for (const [, fonts = ''] of head.matchAll(/\/Font <<([^>]*)>>/g)) {
      for (const [, name = '', id = ''] of fonts.matchAll(/\/(\w+) (\d+) 0 R/g)) {
        const unicode = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id)?.head ?? '')?.[1] ?? '';
        signs.set(name, signsOf(objects.get(unicode)?.stream ?? ''));
      }
    }
  }
  const texts: string[] = [];
  for (const { stream } of objects.values()) {
    if (!stream.includes('BT\n')) continue;
    let font: ReadonlyMap<string, string> = new Map();
    for (const [, name, shown] of stream.matchAll(/\/(\w+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
      if (name !== undefined) font = signs.get(name) ?? new Map();
      const hex = [...(shown ?? '').matchAll(/<([0-9a-f]+)>/gi)].map(([, part = '']) => part).join('');
      if (hex !== '')
        texts.push((hex.match(/.{4}/g) ?? []).map((sign) => font.get(sign) ?? '\uFFFD').join(''));
    }
  }
  return texts.join('\n');
}

type Read = { readonly head: string; readonly stream: string };

function objectsOf(pdf: Buffer): ReadonlyMap<string, Read> {
  const text = pdf.toString('latin1');
  const objects = new Map<string, Read>();
  for (const found of text.matchAll(/(?:^|\n)(\d+) 0 obj\n/g)) {
    const start = found.index + found[0].length;
    const end = text.indexOf('endobj', start);
    const at = text.indexOf('stream\n', start);
    const isStream = at >= 0 && at < end;
    const head = text.slice(start, isStream ? at : end);
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0);
    const raw = pdf.subarray(at + 7, at + 7 + length);
    const isPacked = head.includes('/FlateDecode');
    objects.set(found[1] ?? '', {
      head,
      stream: isStream ? (isPacked ? inflateSync(raw) : raw).toString('latin1') : '',
    });
  }
  return objects;
}

/** The letters of a font's signs (a CMap): `<0001> <0002> [<0041> <0042>]`. */
function signsOf(map: string): ReadonlyMap<string, string> {
  const signs = new Map<string, string>();
  for (const [, from = '', list = ''] of map.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/gi)) {
    for (const [index, [, letters = '']] of [...list.matchAll(/<([0-9a-f ]+)>/gi)].entries()) {
      const sign = (Number.parseInt(from, 16) + index).toString(16).padStart(4, '0');
      signs.set(sign, Buffer.from(letters.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'));
    }
  }
  return signs;
}
