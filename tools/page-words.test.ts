/** What the server names by a code has words on the pages, in both languages: no administrator reads `patient-view`. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { explainComparison, RULES_VERSION } from '@cairn/matching';
import auditEn from '../portal/src/i18n/en/audit.ts';
import auditEs from '../portal/src/i18n/es/audit.ts';
import likenessEn from '../portal/src/i18n/en/reviewWords.ts';
import likenessEs from '../portal/src/i18n/es/reviewWords.ts';
import { actionsOf, CATEGORIES } from '../server/src/audit/actions.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Operations that are written down under another name, or never: their handlers write the audit themselves. */
const OF_ANOTHER_NAME = new Set([
  'putHistoryPiece',
  'programCreateHistoryLoad',
  'programPutHistoryPiece',
  'programFinishHistoryUpload',
  'programPauseHistoryLoad',
  'programResumeHistoryLoad',
  'programCancelHistoryLoad',
  'signIn',
  'signOut',
  'giveSecondFactor',
  'searchPatients',
  'openInEmergency',
  'addPatient',
  'changePatient',
  'changeSharing',
  'addDose',
  'changeDose',
  'deleteDose',
  'searchMessages',
  'exportMessages',
  'searchAudit',
  'sampleAudit',
  'exportAudit',
  'reviewEmergency',
  'decideReviewTask',
  'reopenReviewTask',
  'decideReviewTasks',
  'mergePersons',
  'unmergePersons',
  'sealPerson',
  'linkDoses',
  'unlinkDoses',
]);

/** Every operation that changes something, from the pages' own client. */
async function changes(): Promise<readonly string[]> {
  const text = await readFile(join(ROOT, 'portal/src/api/schema.d.ts'), 'utf8');
  const found = text.matchAll(/^ {4}(?:post|put|patch|delete): operations\['(\w+)'\];/gm);
  return [...found].flatMap(([, name = '']) => (OF_ANOTHER_NAME.has(name) ? [] : [name]));
}

/** Every action that a handler writes down. */
async function written(): Promise<readonly string[]> {
  const names = new Set<string>();
  for (const file of await readdir(join(ROOT, 'server/src'), { recursive: true })) {
    if (!file.endsWith('.ts') || file.endsWith('.test.ts')) continue;
    const text = await readFile(join(ROOT, 'server/src', file), 'utf8');
    if (!/audited\(|writeAudit\(|acting\.note\(|desk\./.test(text)) continue;
    for (const [, name = ''] of text.matchAll(/\baction: '([\w-]{2,})'/g)) names.add(name);
    for (const [, name = ''] of text.matchAll(/desk\.record\([^;]*?'([a-z]+-[a-z]+)'/gs)) names.add(name);
  }
  return [...names];
}

describe('the audit', () => {
  const listed = CATEGORIES.flatMap((category) => {
    const { actions, isNoneOf } = actionsOf(category);
    return isNoneOf ? [] : actions;
  });

  test.each([
    ['en', auditEn],
    ['es', auditEs],
  ])('has words for every action, in %s', async (_language, { action }) => {
    const actions = [...(await changes()), ...(await written()), ...listed];
    expect(actions.length).toBeGreaterThan(100);
    expect([...new Set(actions)].filter((name) => !(name in action))).toEqual([]);
  });

  test('has no words for what is never written', async () => {
    const actions = new Set([...(await changes()), ...(await written()), ...listed]);
    expect(Object.keys(auditEn.action).filter((name) => !actions.has(name))).toEqual([]);
  });
});

describe('a comparison', () => {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const levels = [...letters, ...letters.map((letter) => letter.toLowerCase()), '-'];
  const known = letters.flatMap((field) =>
    levels.flatMap((level) => explainComparison(`${RULES_VERSION}:${field}${level}`)),
  );

  test.each([
    ['en', likenessEn],
    ['es', likenessEs],
  ])('has words for every level of every field, in %s', (_language, words) => {
    const ofField: Readonly<Record<string, Readonly<Record<string, string>>>> = words;
    expect(known.length).toBeGreaterThan(60);
    expect(known.filter(({ field, level }) => !ofField[field]?.[level])).toEqual([]);
  });
});
