/**
 * Runs an act one at a time: calls during a run cause one more run after it, however many they are. An
 * act that answers true wants to be run again at once.
 */
export function coalesce(act: () => Promise<boolean>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let again = false;
  const run = async () => {
    // The act starts only after `running` is set: it may itself call for another run.
    await Promise.resolve();
    try {
      do {
        again = false;
        again = (await act()) || again;
      } while (again);
    } finally {
      running = null;
    }
  };
  return () => {
    again = running !== null;
    running ??= run();
    return running;
  };
}
