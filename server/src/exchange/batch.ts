import { buildBatch, splitBatch } from '@cairn/hl7';
import { hl7Timestamp } from '../platform/clock.ts';
import type { Call, Reply } from './call.ts';
import { type Exchange, receive } from './receive.ts';

/**
 * A batch (FHS/BHS, or messages one after another): each message goes its own way in its own transaction,
 * one after the other since later ones may build on earlier ones, and the answers come back in order in a
 * batch of their own. A batch whose connection broke is sent again as it was: what had been processed
 * answers as before. Credentials that are refused, or a text without any message, refuse the batch.
 */
export async function receiveBatch(call: Call, exchange: Exchange): Promise<Reply> {
  const { messages } = splitBatch(call.text);
  if (messages.length === 0) return receive(call, exchange);
  const answers: string[] = [];
  for (const { text } of messages) {
    const reply = await receive({ ...call, text }, exchange);
    if (reply.kind !== 'answer') return reply;
    // Nothing came where the sender asked for no acknowledgement (MSH-15, MSH-16).
    if (reply.text !== '') answers.push(reply.text);
  }
  if (answers.length === 0) return { kind: 'answer', text: '' };
  const { registry, timeZone } = exchange.jurisdiction;
  const header = [
    registry.application,
    registry.facility,
    undefined,
    undefined,
    hl7Timestamp(exchange.clock.now(), timeZone),
  ];
  return { kind: 'answer', text: buildBatch(answers, { fhs: header, bhs: header }) };
}
