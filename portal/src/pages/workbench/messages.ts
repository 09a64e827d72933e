import type { operations } from '../../api/schema.d.ts';

type Ok<Name extends 'checkMessages' | 'getTest' | 'getTests'> =
  operations[Name]['responses'][200]['content']['application/json'];

/** What a check answered. */
export type Checked = Ok<'checkMessages'>;
/** A message, what is wrong with it, and what would become of it. */
export type MessageView = Checked['messages'][number];
export type SegmentNode = MessageView['segments'][number];
export type FieldNode = SegmentNode['fields'][number];
export type Finding = MessageView['findings'][number];
/** A message that was submitted. */
export type TestView = Ok<'getTest'>;
export type TestRow = Ok<'getTests'>['tests'][number];

/** The server takes no more (`MAX_TEXT` of its workbench), counted in UTF-16 units as there. */
export const MAX_TEXT = 256 * 1024;

export const isQuery = ({ type }: Pick<MessageView, 'type'>): boolean => type.startsWith('QBP');

/** How good or bad a verdict is; it is always said in words too. */
export const verdictTone = (verdict: MessageView['verdict']): 'good' | 'warn' | 'bad' =>
  verdict === 'accepted' ? 'good' : verdict === 'refused' ? 'bad' : 'warn';
