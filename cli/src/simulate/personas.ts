/** What a kind of system fills in, and how: the habits by which feeds differ. All rates are assumptions to be tuned. */
export type Persona = {
  /** MSH-3 */
  readonly application: string;
  /** Share of sites that use it. */
  readonly share: number;
  readonly letters: 'upper' | 'mixed';
  readonly keepsAccents: boolean;
  /** How a surname of two names is written. */
  readonly doubleSurname: 'space' | 'hyphen' | 'first';
  readonly middle: 'full' | 'initial' | 'none';
  /** Where JR stands. */
  readonly suffix: 'field' | 'last-name';
  /** Shares of charts in which a field is filled. */
  readonly fills: {
    readonly maiden: number;
    readonly phone: number;
    readonly email: number;
    readonly address: number;
    readonly race: number;
    readonly guardian: number;
  };
  /** Whether PID-24 and PID-25 tell of twins. */
  readonly tellsTwins: boolean;
  /** Whose ids the chart numbers are (PID-3.4). */
  readonly authority: 'site' | 'vendor';
  /** Which doses given elsewhere are sent along: none, with the first message of a chart, with every message. */
  readonly history: 'none' | 'first' | 'always';
  /** ORC-3 of those: a number of its own, a new one with every message, or 9999 for all. */
  readonly historyIds: 'stable' | 'fresh' | '9999';
  /** Share of those doses that are told without saying which vaccine of the family. */
  readonly unspecified: number;
  /** Share of those doses dated one to three days late: the day on which they were entered. */
  readonly late: number;
  /** Whether the information statements are told. */
  readonly tellsStatements: boolean;
  /** Errors of registration, as a multiple of the usual. */
  readonly carelessness: number;
};

const usual = {
  letters: 'mixed',
  keepsAccents: false,
  doubleSurname: 'space',
  middle: 'full',
  suffix: 'field',
  fills: { maiden: 0.7, phone: 0.93, email: 0.35, address: 0.97, race: 0.95, guardian: 0.97 },
  tellsTwins: true,
  authority: 'site',
  history: 'first',
  historyIds: 'stable',
  unspecified: 0.25,
  late: 0.1,
  tellsStatements: true,
  carelessness: 1,
} as const;

export const PERSONAS: readonly Persona[] = [
  { ...usual, application: 'HealthSuite', share: 30, keepsAccents: true, history: 'always' },
  {
    ...usual,
    application: 'CareChart',
    share: 18,
    letters: 'upper',
    doubleSurname: 'hyphen',
    middle: 'initial',
  },
  {
    ...usual,
    application: 'PediOffice',
    share: 14,
    historyIds: '9999',
    fills: { ...usual.fills, maiden: 0.9 },
  },
  {
    ...usual,
    application: 'OpenClinic',
    share: 10,
    doubleSurname: 'first',
    historyIds: 'fresh',
    unspecified: 0.5,
    tellsTwins: false,
    suffix: 'last-name',
    carelessness: 1.5,
  },
  {
    ...usual,
    application: 'RxCounter',
    share: 14,
    letters: 'upper',
    middle: 'none',
    history: 'none',
    tellsTwins: false,
    tellsStatements: false,
    fills: { maiden: 0.02, phone: 0.98, email: 0.6, address: 0.95, race: 0.85, guardian: 0.8 },
  },
  {
    ...usual,
    application: 'CityHealth',
    share: 8,
    letters: 'upper',
    middle: 'initial',
    authority: 'vendor',
    history: 'always',
    historyIds: 'fresh',
    late: 0.2,
    fills: { maiden: 0.5, phone: 0.75, email: 0.1, address: 0.9, race: 0.95, guardian: 0.9 },
    carelessness: 2,
  },
  {
    ...usual,
    application: 'WardOne',
    share: 6,
    letters: 'upper',
    doubleSurname: 'first',
    middle: 'none',
    history: 'none',
    fills: { maiden: 0.6, phone: 0.9, email: 0.05, address: 0.97, race: 0.95, guardian: 0.98 },
  },
];
