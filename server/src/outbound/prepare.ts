import { parseMessage } from '@cairn/hl7';
import type { Endpoint } from './endpoints.ts';

type Header = Pick<Endpoint, 'sendingFacility' | 'receivingApplication' | 'receivingFacility'>;

/**
 * The message as the other registry wants its header: who sends (MSH-4) and to whom (MSH-5, MSH-6), where staff has said so.
 * MSH-16 asks for an acknowledgement always, where it asked for one in some cases only: without it nobody could tell a message
 * that was taken from one that was lost. All else stays as it came, to the byte; MSH-10 too, by which a message that is sent
 * again is known for the same. Pure: each try sends the same bytes.
 */
export function prepared(
  text: string,
  { sendingFacility, receivingApplication, receivingFacility }: Header,
): string {
  const read = parseMessage(text);
  const header = read.ok ? read.message.first('MSH') : undefined;
  if (!read.ok || !header) return text;
  const replaced: readonly (readonly [number, string])[] = [
    [4, sendingFacility],
    [5, receivingApplication],
    [6, receivingFacility],
    [16, ['', 'AL'].includes(header.text(16).trim().toUpperCase()) ? '' : 'AL'],
  ];
  for (const [field, value] of replaced) if (value !== '') header.set(field, value);
  return read.message.toString();
}
