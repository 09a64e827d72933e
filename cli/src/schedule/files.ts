import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readConfig } from '@cairn/server';
import { UsageError } from '../usage-error.ts';

/** Where imported schedules are kept. */
export function scheduleFile(version: string): string {
  return join(readConfig(process.env).dataDir, 'schedules', `${version}.json`);
}

/** @throws UsageError that names the file */
export async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new UsageError(`${path} could not be read: ${codeOf(error)}.`);
  }
}

export function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error) return String(error.code);
  return error instanceof Error ? error.message : String(error);
}
