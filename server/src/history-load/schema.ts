import { z } from 'zod';
import { siteParams } from '../accounts/schema.ts';
import { LOAD_STATES } from './load-queries.ts';

/** A piece of a file as it is uploaded; the last one is shorter. */
export const MOST_PIECE_BYTES = 1_000_000;
export const MOST_FILE_BYTES = 4_000_000_000;
const MOST_PIECES = 10_000;

const load = z.object({ load: z.uuid() });
const piece = load.extend({ piece: z.coerce.number().int().min(0).max(MOST_PIECES) });
export const programParams = { base: z.object({}), load, piece } as const;
export const personParams = {
  base: siteParams,
  load: load.extend(siteParams.shape),
  piece: piece.extend(siteParams.shape),
} as const;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, { error: 'invalid' });

export const newLoadBody = z
  .strictObject({
    name: z.string().trim().min(1).max(200),
    bytes: z.number().int().min(1).max(MOST_FILE_BYTES, { error: 'history-too-large' }),
    pieceBytes: z.number().int().min(1).max(MOST_PIECE_BYTES).default(MOST_PIECE_BYTES),
    /** SHA-256 over the SHA-256s of the pieces, one after the other. */
    fingerprint: sha256,
  })
  .refine(({ bytes, pieceBytes }) => bytes / pieceBytes <= MOST_PIECES, {
    path: ['pieceBytes'],
    error: 'invalid',
  });

const counts = {
  messages: z.number().int(),
  accepted: z.number().int(),
  partlyAccepted: z.number().int(),
  refused: z.number().int(),
  repeated: z.number().int(),
  doses: z.number().int(),
};

const moment = z.string().nullable();

export const loadSummary = z.object({
  id: z.string(),
  name: z.string(),
  state: z.enum(LOAD_STATES),
  /** Why it failed: `gzip-broken`, `gzip-too-large`, `no-messages`, `failed`; '' where it did not. */
  error: z.string(),
  bytes: z.number().int(),
  pieceBytes: z.number().int(),
  pieces: z.number().int(),
  piecesThere: z.number().int(),
  /** How much of the file has been loaded. */
  bytesLoaded: z.number().int(),
  ...counts,
  createdAt: z.string(),
  startedAt: moment,
  finishedAt: moment,
});

const example = z.object({
  no: z.number().int(),
  controlId: z.string(),
  /** null where the ledger has no such message. */
  messageId: z.string().nullable(),
});

export const loadAnswer = loadSummary
  .extend({
    /** Doses a second over the last minute; null where nothing was loaded in it. */
    rate: z.number().nullable(),
    secondsLeft: z.number().int().nullable(),
    /** What was wrong, by kind: of the first 20,000 messages with problems. */
    problems: z.array(
      z.object({
        code: z.string(),
        refused: z.number().int(),
        partly: z.number().int(),
        what: z.string(),
        fix: z.string(),
        examples: z.array(example),
      }),
    ),
  })
  .meta({ id: 'HistoryLoad' });

export const loadsAnswer = z.object({ mayLoad: z.boolean(), loads: z.array(loadSummary) });

export const piecesAnswer = z.object({
  pieces: z.array(z.object({ no: z.number().int(), sha256: z.string() })),
});
export const pieceTaken = z.object({ piecesThere: z.number().int() });
