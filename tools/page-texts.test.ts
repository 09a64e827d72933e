/** The router loads with each page the texts that the page and its parts use, all of them and no others. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const PORTAL = fileURLToPath(new URL('../portal/src/', import.meta.url));
/** What is there before any page. */
const AT_THE_START = new Set(['common', 'problems']);

/** The namespaces of texts that a file and what it imports of the portal's own use. */
function textsUsedBy(file: string, seen = new Set<string>()): Set<string> {
  const texts = new Set<string>();
  if (seen.has(file)) return texts;
  seen.add(file);
  const source = readFileSync(file, 'utf8');
  for (const [, named = ''] of source.matchAll(/useTranslation\(([^)]*)\)/g)) {
    for (const [, text = ''] of named.matchAll(/'(\w+)'/g)) if (!AT_THE_START.has(text)) texts.add(text);
  }
  for (const [, path = ''] of source.matchAll(/from '(\.[^']+\.tsx?)'/g)) {
    if (path.includes('/api/') || path.includes('/i18n/') || path.includes('/layout/')) continue;
    for (const text of textsUsedBy(join(dirname(file), path), seen)) texts.add(text);
  }
  return texts;
}

test('each page is loaded with its texts', () => {
  const router = readFileSync(join(PORTAL, 'router.tsx'), 'utf8');
  const pages = [...router.matchAll(/page\(\s*\[([^\]]*)\],\s*\(\) => import\('([^']+)'\)/g)];
  expect(pages.length).toBeGreaterThan(50);
  for (const [, named = '', path = ''] of pages) {
    const texts = [...named.matchAll(/'(\w+)'/g)].map(([, text]) => text);
    expect([path, texts]).toEqual([path, [...textsUsedBy(join(PORTAL, path))].toSorted()]);
  }
});
