import type { Letter, TestedMessage } from './letters.ts';
import type { Block, Content, Say } from './words.ts';

/** What a language says in the report on test messages. */
export type ReportWords = {
  readonly subjectOne: (site: string, outcome: string) => string;
  readonly subjectMany: (site: string, count: number) => string;
  readonly introduction: (site: string, code: string) => string;
  readonly summary: (passed: number, all: number) => string;
  readonly outcomes: Readonly<Record<TestedMessage['outcome'], string>>;
  readonly received: string;
  readonly noControlId: string;
  readonly acknowledgement: string;
  readonly severities: Readonly<Record<string, string>>;
  readonly noFindings: string;
  readonly moreFindings: (count: number) => string;
  readonly openMessage: string;
  readonly moreMessages: (count: number) => string;
  readonly next: string;
  readonly nextWhenAllPassed: string;
  /** That findings are in the language of the acknowledgement, where the letter is in another. */
  readonly findingsLanguage: string | undefined;
  readonly openAll: string;
};

/** Of one message; a mail of thousands of lines is read by nobody, and the portal has them all. */
const MOST_FINDINGS = 20;

const ORDER = ['E', 'W', 'I'];

type Report = Extract<Letter, { kind: 'test-report' }>;

export function reportBlocks(letter: Report, say: Say, words: ReportWords): Content {
  const { siteName, siteCode, tests, more, link } = letter;
  const [only] = tests;
  const isOne = tests.length === 1 && more === 0;
  const passed = tests.filter(hasPassed).length;
  const allPassed = passed === tests.length && more === 0;
  const hasFindings = tests.some(({ findings }) => findings.length > 0);
  return {
    subject:
      isOne && only
        ? words.subjectOne(siteName, words.outcomes[only.outcome])
        : words.subjectMany(siteName, tests.length + more),
    blocks: [
      { p: words.introduction(siteName, siteCode) },
      ...(isOne || more > 0 ? [] : [{ p: words.summary(passed, tests.length) }]),
      ...tests.flatMap((test) => testBlocks(test, say, words)),
      ...(more > 0 ? [{ p: words.moreMessages(more) }] : []),
      ...(hasFindings && words.findingsLanguage !== undefined ? [{ p: words.findingsLanguage }] : []),
      { p: allPassed ? words.nextWhenAllPassed : words.next },
      { button: words.openAll, link },
    ],
  };
}

const hasPassed = ({ outcome }: TestedMessage): boolean => outcome === 'accepted' || outcome === 'answered';

function testBlocks(test: TestedMessage, say: Say, words: ReportWords): readonly Block[] {
  const { controlId, outcome, findings, at, type, ackCode } = test;
  const worstFirst = findings.toSorted((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
  const shown = worstFirst.slice(0, MOST_FINDINGS).map(({ severity, path, message, fix }) => {
    const where = path === '' ? '' : ` (${path})`;
    return `${words.severities[severity] ?? severity}${where}: ${message} ${fix}`.trim();
  });
  const left = findings.length - shown.length;
  return [
    {
      heading: `${controlId === '' ? words.noControlId : `MSH-10 ${controlId}`}: ${words.outcomes[outcome]}`,
    },
    {
      p: [
        ...(type === '' ? [] : [type]),
        `${words.received} ${say.moment(at)}`,
        ...(ackCode === '' ? [] : [`${words.acknowledgement} ${ackCode}`]),
      ].join(' · '),
    },
    ...(shown.length === 0
      ? [{ p: words.noFindings }]
      : [{ list: left > 0 ? [...shown, words.moreFindings(left)] : shown }]),
    { link: test.link, label: words.openMessage },
  ];
}
