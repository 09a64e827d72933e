/**
 * Does something at once and then again and again, never twice at a time, and never with an error that nobody hears of.
 * @returns what ends it, once what is under way is done
 */
export function repeat(
  everyMs: number,
  work: () => Promise<void>,
  failed: (error: unknown) => void,
): { readonly stop: () => Promise<void> } {
  let running: Promise<void> | undefined;
  const look = (): void => {
    running ??= work()
      .catch(failed)
      .finally(() => (running = undefined));
  };
  const timer = setInterval(look, everyMs);
  timer.unref();
  look();
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
