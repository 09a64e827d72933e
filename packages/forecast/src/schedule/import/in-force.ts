import type { ElementReader } from './element-reader.ts';

export function readInForce(reader: ElementReader): {
  readonly effective: string | undefined;
  readonly cessation: string | undefined;
} {
  return { effective: reader.day('effectiveDate'), cessation: reader.day('cessationDate') };
}
