import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { messagesIn } from './messages.ts';
import { UsageError } from './usage-error.ts';

const message = (id: string): string => `MSH|^~\\&|EHR||||||VXU^V04|${id}|P|2.5.1\rPID|1\r`;

let folder = '';
const at = (name: string): string => join(folder, name);

/** File (without its folder), number in it, and control id of each message. */
async function found(...names: readonly string[]): Promise<readonly string[]> {
  const messages = await messagesIn(names.map(at));
  return messages.map(
    ({ file, index, text }) => `${file.slice(folder.length + 1)} ${index} ${text.split('|')[9]}`,
  );
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cairn-messages-'));
  await mkdir(at('empty'));
  await mkdir(at('mixed'));
  await Promise.all([
    writeFile(at('one.dat'), message('one')),
    writeFile(at('two.hl7'), message('two-a') + message('two-b')),
    writeFile(
      at('batch.hl7'),
      `FHS|^~\\&\rBHS|^~\\&\r${message('batch-a')}${message('batch-b')}BTS|2\rFTS|1\r`,
    ),
    writeFile(at('blank.hl7'), ' \r\n'),
    writeFile(at('empty/readme.md'), 'none'),
    writeFile(at('mixed/b.TXT'), message('b')),
    writeFile(at('mixed/a.hl7'), message('a')),
    writeFile(at('mixed/c.md'), message('c')),
    writeFile(at('utf8.hl7'), `\uFEFF${message('é')}`),
    writeFile(at('latin1.hl7'), Buffer.from(message('é'), 'latin1')),
  ]);
});
afterAll(() => rm(folder, { recursive: true }));

describe('messages are found', () => {
  test('in a file of any name', async () => {
    expect(await found('one.dat')).toEqual(['one.dat 0 one']);
    expect((await messagesIn([at('one.dat')]))[0]?.text).toBe(message('one'));
  });

  test('one after another in a file', async () => {
    expect(await found('two.hl7')).toEqual(['two.hl7 0 two-a', 'two.hl7 1 two-b']);
  });

  test('in a batch, without its headers and trailers', async () => {
    expect(await found('batch.hl7')).toEqual(['batch.hl7 0 batch-a', 'batch.hl7 1 batch-b']);
    expect((await messagesIn([at('batch.hl7')])).map(({ text }) => text)).toEqual([
      message('batch-a'),
      message('batch-b'),
    ]);
  });

  test('in the .hl7 and .txt files of a folder, by name', async () => {
    expect(await found('mixed')).toEqual(['mixed/a.hl7 0 a', 'mixed/b.TXT 0 b']);
  });

  test('in several files and folders, in the order given', async () => {
    expect(await found('two.hl7', 'mixed', 'one.dat')).toEqual([
      'two.hl7 0 two-a',
      'two.hl7 1 two-b',
      'mixed/a.hl7 0 a',
      'mixed/b.TXT 0 b',
      'one.dat 0 one',
    ]);
  });

  test.each(['utf8.hl7', 'latin1.hl7'])('in the characters they were written with: %s', async (name) => {
    expect(await found(name)).toEqual([`${name} 0 é`]);
  });
});

describe('what holds no message is named, with what would', () => {
  test.each([
    ['missing.hl7', 'there is no such file or folder.'],
    ['blank.hl7', 'no message; an HL7 message starts with MSH.'],
    ['empty', 'the folder has no .hl7 or .txt file.'],
  ])('%s: %s', async (name, reason) => {
    await expect(messagesIn([at('one.dat'), at(name)])).rejects.toThrow(UsageError);
    await expect(messagesIn([at('one.dat'), at(name)])).rejects.toThrow(`${at(name)}: ${reason}`);
  });
});
