/** What becomes of a column that names persons when two of them are merged. */
export type Treatment =
  /** Moved to the survivor, and back again. */
  | 'moves'
  /** Computed anew from what moved. */
  | 'recomputed'
  /** A question or decision about the merged person becomes one about the survivor; undone with the merge. */
  | 'repointed'
  /** Tells what was so at its time; the id keeps resolving (`person.merged_into`). */
  | 'stays';

export type Relation = { readonly treatment: Treatment; readonly why: string };

/**
 * Every column of the database that names persons, by `table.column`. A test compares this with the database: a table that
 * is added and forgotten here would leave rows behind when persons are merged.
 */
export const PERSON_RELATIONS: Readonly<Record<string, Relation>> = {
  'person.person_id': {
    treatment: 'recomputed',
    why: 'both rows stay; their columns are computed from charts',
  },
  'person_source.person_id': { treatment: 'moves', why: 'a person is the set of its charts' },
  'dose_report.person_id': { treatment: 'moves', why: 'a dose goes where its chart goes' },
  'dose_link.person_id': { treatment: 'moves', why: 'a decision on two doses goes where the doses go' },
  'person_match.person_id': {
    treatment: 'moves',
    why: 'what a chart says of the person goes with the chart',
  },
  'person_key.person_id': { treatment: 'recomputed', why: 'keys follow from charts and person_match' },
  'review_task.person_a': { treatment: 'repointed', why: 'an open question is about the survivor now' },
  'review_task.person_b': { treatment: 'repointed', why: 'an open question is about the survivor now' },
  'person_constraint.person_a': { treatment: 'repointed', why: 'whoever is not the one is not the other' },
  'person_constraint.person_b': { treatment: 'repointed', why: 'whoever is not the one is not the other' },
  'person_link.from_person': { treatment: 'stays', why: 'the history of merges is what undoes them' },
  'person_link.to_person': { treatment: 'stays', why: 'the history of merges is what undoes them' },
  'match_decision.person_id': { treatment: 'stays', why: 'why it was decided so, then, between those two' },
  'message.person_id': { treatment: 'stays', why: 'the ledger says what a message did when it came' },
  'message_arrival.person_id': { treatment: 'stays', why: 'as in the ledger, which it points into' },
  'message_index.person_id': { treatment: 'stays', why: 'as in the ledger, which it points into' },
  'outbound_copy.person_id': {
    treatment: 'stays',
    why: 'in which order copies go out; they were queued by it',
  },
  'break_glass.person_id': { treatment: 'stays', why: 'whose record was opened then' },
  'audit_event.person_ids': { treatment: 'stays', why: 'whose record was shown or changed then' },
};
