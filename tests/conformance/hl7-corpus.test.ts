/**
 * The codec over messages that other systems wrote: each file is read and written back byte for byte, or refused with
 * a typed error. The messages are not part of the project; they lie in a folder beside it (or at CAIRN_SHARED), and
 * the suite is skipped where that is not.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { decodeBytes, encodeText, isBatch, parseMessage, splitBatch } from '@cairn/hl7';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(process.env['CAIRN_SHARED'] ?? join(root, '../shared'), 'data/messages');
const present = existsSync(folder);

const files = present
  ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.hl7'))
  : [];

if (!present)
  console.log(`Skipped: there are no messages at ${folder}; set CAIRN_SHARED to the folder that holds them.`);

/** The file written back by the codec, or the codes of the errors that keep it from being read. */
function roundTrip(
  bytes: Uint8Array,
): { readonly bytes: Uint8Array } | { readonly errors: readonly string[] } {
  const { text, charset } = decodeBytes(bytes);
  const parts = isBatch(text) ? splitBatch(text).messages.map((item) => item.text) : [text];
  const errors: string[] = [];
  let out = text;
  for (const part of parts) {
    const result = parseMessage(part);
    if (!result.ok) errors.push(result.error.code);
    else if (!isBatch(text)) out = result.message.toString();
    else if (result.message.toString() !== part) out = '';
  }
  return errors.length > 0 ? { errors } : { bytes: encodeText(out, charset) };
}

describe.skipIf(!present)('the corpus of messages', () => {
  test('is read and written back byte for byte, or refused with an error', () => {
    const refused = new Map<string, string[]>();
    const altered: string[] = [];
    const problems: string[] = [];
    for (const file of files) {
      const bytes = new Uint8Array(readFileSync(join(folder, file)));
      const { problem } = decodeBytes(bytes);
      if (problem !== undefined) problems.push(`${file}: ${problem}`);
      const result = roundTrip(bytes);
      if ('errors' in result)
        for (const code of result.errors) refused.set(code, [...(refused.get(code) ?? []), file]);
      else if (Buffer.compare(bytes, result.bytes) !== 0) altered.push(file);
    }

    const count = [...refused.values()].reduce((sum, names) => sum + names.length, 0);
    console.log(`${files.length} files, ${files.length - count} read and written back, ${count} refused`);
    for (const [code, names] of refused)
      console.log(`  ${code}: ${names.length}, e.g. ${names.slice(0, 3).join(', ')}`);
    for (const line of problems) console.log(`  ${line}`);

    expect(files.length).toBeGreaterThan(0);
    expect(altered).toEqual([]);
    // A codec that refuses much of what is really sent would be of no use.
    expect(count).toBeLessThan(files.length / 20);
  });

  test('is read whatever the line ends', () => {
    for (const file of files) {
      const text = decodeBytes(new Uint8Array(readFileSync(join(folder, file)))).text;
      const outcomes = ['\r', '\n', '\r\n'].map((end) => {
        const source = text.replaceAll(/\r\n|\r|\n/g, end);
        const result = parseMessage(source);
        if (!result.ok) return result.error;
        expect(result.message.toString()).toBe(source);
        return result.message.segments.map((segment) => segment.toString());
      });
      expect([file, outcomes[1]]).toEqual([file, outcomes[0]]);
      expect([file, outcomes[2]]).toEqual([file, outcomes[0]]);
    }
  });
});
