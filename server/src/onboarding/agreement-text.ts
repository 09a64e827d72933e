import { hash } from 'node:crypto';
import type { Agreement, Language } from '../platform/jurisdiction.ts';

/** What is kept of an accepted text: SHA-256 of the title and the paragraphs, an empty line between them, in UTF-8. */
export const agreementHash = ({ title, paragraphs }: Agreement, language: Language): string =>
  hash('sha256', [title[language], ...paragraphs[language]].join('\n\n'), 'hex');
