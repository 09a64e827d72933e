import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { decodeBytes, splitBatch } from '@cairn/hl7';
import { UsageError } from './usage-error.ts';

export type MessageInFile = {
  readonly file: string;
  /** 0-based in its file */ readonly index: number;
  readonly text: string;
};

/**
 * The messages in files (`-` is standard input), folders (their .hl7 and .txt files, by name) and batches.
 * @throws UsageError for what cannot be read, or holds no message
 */
export async function messagesIn(paths: readonly string[]): Promise<readonly MessageInFile[]> {
  const files = (await Promise.all(paths.map(filesAt))).flat();
  const messages = await Promise.all(
    files.map(async (file) => {
      const { text } = decodeBytes(file === '-' ? await buffer(process.stdin) : await readFile(file));
      const found = splitBatch(text).messages;
      if (found.length === 0) throw new UsageError(`${file}: no message; an HL7 message starts with MSH.`);
      return found.map((message) => ({ file, index: message.index, text: message.text }));
    }),
  );
  return messages.flat();
}

async function filesAt(path: string): Promise<readonly string[]> {
  if (path === '-') return ['-'];
  const found = await stat(path).catch(() => undefined);
  if (!found) throw new UsageError(`${path}: there is no such file or folder.`);
  if (!found.isDirectory()) return [path];
  const names = (await readdir(path)).filter((name) => /\.(hl7|txt)$/i.test(name)).toSorted();
  if (names.length === 0) throw new UsageError(`${path}: the folder has no .hl7 or .txt file.`);
  return names.map((name) => join(path, name));
}
