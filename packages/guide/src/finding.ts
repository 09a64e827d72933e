/**
 * E: something was not recorded, mend and resend. W: recorded, but something is doubtful or was left out.
 * I: good to know.
 */
export type Severity = 'E' | 'W' | 'I';

/**
 * What a finding keeps from being recorded. `value`: the value it points to. `segment`: its segment. `dose`: its order
 * group. `message`: everything (AE). `reject`: everything, without looking further (AR).
 */
export type Effect = 'none' | 'value' | 'segment' | 'dose' | 'message' | 'reject';

/** In which way a value is wrong: what reports count by. */
export type ValueClass =
  | 'missing'
  | 'malformed'
  | 'unknown'
  | 'retired'
  | 'too-long'
  | 'repeated'
  | 'out-of-order'
  | 'not-supported'
  | 'illogical-date'
  | 'implausible'
  | 'inconsistent'
  | 'placeholder';

/** HL7 table 0357, as the guide uses it in ERR-3. */
export const HL7_ERRORS = {
  '0': 'Message accepted',
  '100': 'Segment sequence error',
  '101': 'Required field missing',
  '102': 'Data type error',
  '103': 'Table value not found',
  '200': 'Unsupported message type',
  '201': 'Unsupported event code',
  '202': 'Unsupported processing ID',
  '203': 'Unsupported version ID',
  '204': 'Unknown key identifier',
  '205': 'Duplicate key identifier',
  '207': 'Application internal error',
} as const;

/** HL7 table 0533, as the guide uses it in ERR-5. */
export const APPLICATION_ERRORS = {
  '1': 'Illogical Date error',
  '2': 'Invalid Date',
  '3': 'Illogical Value error',
  '4': 'Invalid value',
  '5': 'Table value not found',
  '6': 'Required observation missing',
  '7': 'Required data missing',
  '8': 'Data was ignored',
} as const;

export type Hl7Error = keyof typeof HL7_ERRORS;
export type ApplicationError = keyof typeof APPLICATION_ERRORS;

export type Finding = {
  /** Stable; named as what is wrong. */
  readonly code: string;
  readonly severity: Severity;
  /** Where: `RXA[2]-5.1`; absent when it concerns the message as a whole. */
  readonly path?: string;
  readonly value?: ValueClass;
  readonly effect?: Effect;
  readonly hl7: Hl7Error;
  readonly application?: ApplicationError;
  /** What happened, and what became of the data. No patient data. */
  readonly message: string;
  /** What to do next. */
  readonly fix: string;
};

export const hasErrors = (findings: readonly Finding[]): boolean =>
  findings.some(({ severity }) => severity === 'E');
