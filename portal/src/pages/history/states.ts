import type { Load } from './upload-file.ts';

export type LoadState = Load['state'];

/** Loads that go on by themselves, and are looked at again. */
export const isUnderWay = (state: LoadState): boolean => state === 'waiting' || state === 'running';

export const TONES = {
  uploading: 'info',
  waiting: 'info',
  running: 'info',
  paused: 'warn',
  done: 'good',
  cancelled: 'plain',
  failed: 'bad',
} as const;

export const LOOK_MS = 2000;
