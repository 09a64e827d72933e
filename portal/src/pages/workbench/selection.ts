import type { Numbered } from './marks.ts';

/** Which finding is looked at; a new object each time it is asked for, so that it is scrolled to again. */
export type Selection = { readonly finding: Numbered; readonly place: string };

/** The element that a place of the message is shown in. */
export const treeId = (prefix: string, place: string): string => `${prefix}tree-${place}`;
