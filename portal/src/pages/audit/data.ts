import type { components, paths } from '../../api/schema.d.ts';

export type AuditEvent = components['schemas']['AuditEvent'];
export type Events =
  paths['/api/staff/audit/search']['post']['responses']['200']['content']['application/json'];
type Wanted = Omit<
  paths['/api/staff/audit/search']['post']['requestBody']['content']['application/json'],
  'after'
>;

/** As the server has them (`audit/actions.ts`). */
export const CATEGORIES = ['view', 'search', 'change', 'export', 'sign-in', 'decision', 'query'] as const;

export type Typed = Readonly<
  Record<'from' | 'to' | 'email' | 'organization' | 'category' | 'personId' | 'messageId', string>
>;

/** What is searched for: fields that were left empty are left out. */
export function wantedOf({ from, to, email, organization, category, personId, messageId }: Typed): Wanted {
  const known = CATEGORIES.find((each) => each === category);
  const [mail, code, person, message] = [email, organization, personId, messageId].map((text) => text.trim());
  return {
    from,
    to,
    ...(mail ? { email: mail } : {}),
    ...(code ? { organization: code } : {}),
    ...(known ? { category: known } : {}),
    ...(person ? { personId: person } : {}),
    ...(message ? { messageId: message } : {}),
  };
}

const WEEK_MS = 7 * 86_400_000;

export const weekBefore = (day: string): string =>
  day === '' ? '' : new Date(Date.parse(day) - WEEK_MS).toISOString().slice(0, 10);

/** Hands a file to the browser's downloads. */
export function save(text: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
}
