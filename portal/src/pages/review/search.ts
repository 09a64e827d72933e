export const TASK_FILTERS = ['open', 'later', 'same', 'different', 'settled'] as const;
export type TaskFilter = (typeof TASK_FILTERS)[number];
/** What the address of the queue may say: a state, and the id of a task after which it goes on. */
export type TasksSearch = { readonly state?: TaskFilter; readonly after?: string };

export function tasksSearch(typed: Readonly<Record<string, unknown>>): TasksSearch {
  const state = TASK_FILTERS.find((each) => each === typed['state']);
  const { after } = typed;
  return {
    ...(state === undefined || state === 'open' ? {} : { state }),
    ...(typeof after === 'string' && /^[0-9a-f-]{36}$/.test(after) ? { after } : {}),
  };
}
