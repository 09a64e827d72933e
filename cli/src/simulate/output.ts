import { mkdir, open, type FileHandle, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '../usage-error.ts';

const CHUNK = 1 << 20;
/** Messages a file of a folder: as many as a reader of whole files takes with ease. */
const MESSAGES_PER_FILE = 10_000;

/** A file that is written in large pieces, each awaited: what is made waits for the disk, and nothing piles up. */
export class ChunkedFile {
  readonly #file: FileHandle;
  readonly #chunk = Buffer.allocUnsafe(CHUNK);
  #length = 0;

  private constructor(file: FileHandle) {
    this.#file = file;
  }

  /** @throws UsageError where it cannot be written */
  static async create(path: string): Promise<ChunkedFile> {
    try {
      return new ChunkedFile(await open(path, 'w'));
    } catch (error) {
      throw cannotWrite(path, error);
    }
  }

  /** Whether there is room without writing: so the common case needs no promise. */
  fits(text: string): boolean {
    return this.#length + text.length * 3 < CHUNK;
  }

  add(text: string): void {
    this.#length += this.#chunk.write(text, this.#length);
  }

  async flush(): Promise<void> {
    await this.#file.writeFile(this.#chunk.subarray(0, this.#length));
    this.#length = 0;
  }

  async close(): Promise<void> {
    await this.flush();
    await this.#file.close();
  }
}

/** Where messages go: one file, or a folder of files of 10,000 each. */
export class MessageFiles {
  readonly #path: string;
  readonly #isFolder: boolean;
  #file: ChunkedFile;
  #inFile = 0;
  #files = 1;

  private constructor(path: string, isFolder: boolean, file: ChunkedFile) {
    this.#path = path;
    this.#isFolder = isFolder;
    this.#file = file;
  }

  /**
   * A path that ends in / or is a folder already is a folder.
   * @throws UsageError where it cannot be written
   */
  static async create(path: string): Promise<MessageFiles> {
    const found = await stat(path).catch(() => undefined);
    const isFolder = found?.isDirectory() ?? /[/\\]$/.test(path);
    if (isFolder) {
      await mkdir(path, { recursive: true }).catch((error: unknown) => {
        throw cannotWrite(path, error);
      });
    }
    return new MessageFiles(path, isFolder, await ChunkedFile.create(isFolder ? nameIn(path, 1) : path));
  }

  fits(text: string): boolean {
    return this.#file.fits(text) && (!this.#isFolder || this.#inFile < MESSAGES_PER_FILE);
  }

  /** A message's segments end in a carriage return; a line feed after the last one makes each message one line. */
  add(text: string): void {
    this.#file.add(text);
    this.#file.add('\n');
    this.#inFile++;
  }

  async makeRoom(): Promise<void> {
    if (!this.#isFolder || this.#inFile < MESSAGES_PER_FILE) return this.#file.flush();
    await this.#file.close();
    this.#files++;
    this.#inFile = 0;
    this.#file = await ChunkedFile.create(nameIn(this.#path, this.#files));
  }

  close(): Promise<void> {
    return this.#file.close();
  }
}

const nameIn = (folder: string, number: number): string =>
  join(folder, `simulated-${String(number).padStart(6, '0')}.hl7`);

function cannotWrite(path: string, error: unknown): UsageError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return new UsageError(`${path}: it could not be written (${code}). Give a path in a folder that exists.`);
}
