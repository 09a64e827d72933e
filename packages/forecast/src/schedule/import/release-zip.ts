import { unzipSync } from 'fflate';
import type { ReleaseFile } from './import.ts';

/**
 * The XML files of a release as CDC packs it, wherever in the zip they are.
 * @returns undefined when it is no zip that can be read
 */
export function releaseFilesInZip(zip: Uint8Array): readonly ReleaseFile[] | undefined {
  try {
    const files = unzipSync(zip, {
      filter: ({ name }) => /\.xml$/i.test(name) && !name.startsWith('__MACOSX/'),
    });
    return Object.entries(files).map(([source, bytes]) => ({ source, text: decodeXml(bytes) }));
  } catch {
    return undefined;
  }
}

/** CDC's files do not declare their encoding. */
export function decodeXml(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** CDC's version in a path, the last one there: `4.64-508` of `supporting-data-4.64-508.zip`. */
export function versionInName(name: string): string | undefined {
  return [...name.matchAll(/(?<![\d.])\d+\.\d+-508(?!\d)/g)].at(-1)?.[0];
}
