/**
 * Tables of CDC's logic specification as tables in code. Conditions are asked, their answers select exactly one column,
 * and the column says what follows. That exactly one column fits every combination of answers is checked when the table
 * is made, for all of them: a table with a gap or an overlap never runs.
 */
export type DecisionTable<Context, Outcome> = {
  readonly title: string;
  /** Where CDC has it: 'CDSi 4.6, table 6-31'. */
  readonly spec: string;
  readonly decide: (context: Context, trace?: Trace) => Outcome;
};

/** What a table was asked, how it was answered, and what followed. */
export type TraceEntry = {
  readonly title: string;
  readonly spec: string;
  readonly answers: readonly { readonly question: string; readonly answer: boolean }[];
  readonly outcome: string;
};

export type Trace = { readonly add: (entry: TraceEntry) => void };

type Condition<Context> = { readonly asks: string; readonly is: (context: Context) => boolean };

/**
 * @param columns one sign for each condition, in order: Y yes, N no, - whatever; then what follows
 * @throws Error where a combination of answers fits no column, or several with different outcomes
 */
export function decisionTable<Context, Outcome>(definition: {
  readonly title: string;
  readonly spec: string;
  readonly conditions: readonly Condition<Context>[];
  readonly columns: readonly (readonly [signs: string, outcome: Outcome])[];
  /** The outcome in words, for the trace. */
  readonly says?: (outcome: Outcome) => string;
}): DecisionTable<Context, Outcome> {
  const { title, spec, conditions, columns, says = String } = definition;
  const outcomes = outcomesOf(title, conditions.length, columns);
  return {
    title,
    spec,
    decide: (context, trace) => {
      let answers = 0;
      for (let index = 0; index < conditions.length; index++) {
        if (conditions[index]?.is(context)) answers |= 1 << index;
      }
      const found = outcomes[answers];
      if (!found) throw new Error(`${title} (${spec}): no column fits`);
      trace?.add({
        title,
        spec,
        answers: conditions.map(({ asks }, index) => ({
          question: asks,
          answer: (answers & (1 << index)) !== 0,
        })),
        outcome: says(found.outcome),
      });
      return found.outcome;
    },
  };
}

/** What follows from every combination of answers: the first condition is the lowest bit. */
function outcomesOf<Outcome>(
  title: string,
  size: number,
  columns: readonly (readonly [signs: string, outcome: Outcome])[],
): readonly { readonly outcome: Outcome }[] {
  const patterns = columns.map(([signs, outcome]) => {
    const clean = signs.replaceAll(' ', '');
    if (clean.length !== size || /[^YN-]/.test(clean)) {
      throw new Error(`${title}: "${signs}" does not answer ${size} questions with Y, N or -`);
    }
    return { clean, outcome };
  });
  return Array.from({ length: 2 ** size }, (_, answers) => {
    const fitting = patterns.filter(({ clean }) =>
      [...clean].every((sign, index) => sign === '-' || (sign === 'Y') === ((answers & (1 << index)) !== 0)),
    );
    const [first, ...others] = fitting;
    const combination = Array.from({ length: size }, (__, index) =>
      answers & (1 << index) ? 'Y' : 'N',
    ).join('');
    if (!first) throw new Error(`${title}: no column fits ${combination}`);
    if (others.length > 0) throw new Error(`${title}: several columns fit ${combination}`);
    return { outcome: first.outcome };
  });
}
