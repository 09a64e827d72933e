import { decodeBytes } from '@cairn/hl7';
import { MessageSplitter } from './split.ts';
import { HistoryFileError, textOf, type Uploaded } from './text-stream.ts';

/** So many messages go into one transaction: enough to share the cost of a commit, few enough to be short. */
export const BATCH_MESSAGES = 16;

export type FileMessage = {
  /** Counted from 1 through the file. */
  readonly no: number;
  /** Undefined where it is too long to be one. */
  readonly text: string | undefined;
};

export type Batch = {
  readonly no: number;
  readonly messages: readonly FileMessage[];
  /** Where in the text its last message ends. */
  readonly toByte: number;
  /** How much of the upload had been read then. */
  readonly read: number;
};

/** Where to go on: behind so many batches, at that byte of the text. */
export type Start = { readonly batches: number; readonly byte: number };

/**
 * The messages of an uploaded file in their order, as many together as `size` says: the same file gives the same batches,
 * whenever it is read and wherever it is begun.
 * @throws HistoryFileError where it cannot be read, or holds no message
 */
export async function* batchesOf(
  file: Uploaded,
  size: number,
  start: Start = { batches: 0, byte: 0 },
): AsyncGenerator<Batch, void, undefined> {
  const splitter = new MessageSplitter(start.byte);
  let no = start.batches;
  let toByte = start.byte;
  let read = 0;
  let messages: FileMessage[] = [];
  const cut = (): Batch => {
    const batch = { no, messages, toByte, read };
    no++;
    messages = [];
    return batch;
  };
  const add = ({ to, bytes }: ReturnType<MessageSplitter['push']>[number]): boolean => {
    toByte = to;
    messages.push({ no: no * size + messages.length + 1, text: bytes && decodeBytes(bytes).text });
    return messages.length === size;
  };
  for await (const chunk of textOf(file, start.byte)) {
    const parts = splitter.push(chunk.bytes);
    for (const part of parts) if (add(part)) yield cut();
    read = chunk.read;
  }
  for (const part of splitter.finish()) if (add(part)) yield cut();
  if (messages.length > 0) yield cut();
  if (no === 0) throw new HistoryFileError('no-messages');
}
