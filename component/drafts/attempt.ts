/** Runs what belongs to the page and may throw; the page hears of it as of any error of its own. */
export function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    reportError(error);
    return undefined;
  }
}
