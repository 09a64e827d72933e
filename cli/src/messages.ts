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

export type FileOfMessages = {
  readonly file: string;
  readonly text: string;
  readonly messages: readonly (MessageInFile & { /** 1-based, of its MSH */ readonly line: number })[];
  /** What is wrong with the file around its messages: counts that do not hold, bytes that are no characters. */
  readonly problems: readonly string[];
};

/**
 * The messages in files (`-` is standard input), folders (their .hl7 and .txt files, by name) and batches.
 * @throws UsageError for what cannot be read, or holds no message
 */
export async function messagesIn(paths: readonly string[]): Promise<readonly MessageInFile[]> {
  const files = await Promise.all((await filesIn(paths)).map(readMessages));
  return files.flatMap(({ file, messages }) => {
    if (messages.length === 0) throw new UsageError(`${file}: no message; an HL7 message starts with MSH.`);
    return messages.map(({ index, text }) => ({ file, index, text }));
  });
}

/**
 * The files that are meant by files, folders and `-`.
 * @throws UsageError for what is not there, and for a folder without messages
 */
export async function filesIn(paths: readonly string[]): Promise<readonly string[]> {
  return (await Promise.all(paths.map(filesAt))).flat();
}

/**
 * One file cut into its messages: a folder too large for memory is read file by file.
 * @throws UsageError where it cannot be read
 */
export async function readMessages(file: string): Promise<FileOfMessages> {
  const { text, problem } = decodeBytes(file === '-' ? await buffer(process.stdin) : await bytesOf(file));
  const { messages, problems } = splitBatch(text);
  return {
    file,
    text,
    messages: messages.map((message) => ({ file, ...message })),
    problems: [...(problem === undefined ? [] : [problem]), ...problems.map(({ message }) => message)],
  };
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new UsageError(`${file}: it could not be read (${code}).`);
  }
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
