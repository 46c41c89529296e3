/** Lets so many through at once; the others wait in line. */
export interface Gate {
  /** Waits for a place among `limit`, runs, and gives the place back. Rejects when the signal ends the wait. */
  run<Result>(
    place: { key: string; limit: number; signal: AbortSignal },
    work: () => Promise<Result>,
  ): Promise<Result>;
}

interface Line {
  busy: number;
  readonly waiting: (() => void)[];
}

/** A gate for each key; a key nobody uses costs nothing. */
export function createGate(): Gate {
  const lines = new Map<string, Line>();

  function leave(key: string, line: Line): void {
    const next = line.waiting.shift();
    // The place goes straight to the next in line, so nobody can slip in between.
    if (next) next();
    else line.busy -= 1;
    if (line.busy === 0) lines.delete(key);
  }

  return {
    async run({ key, limit, signal }, work) {
      const line = lines.get(key) ?? { busy: 0, waiting: [] };
      lines.set(key, line);
      if (line.busy < limit) line.busy += 1;
      else await turn(line, signal);
      try {
        return await work();
      } finally {
        leave(key, line);
      }
    },
  };
}

function turn(line: Line, signal: AbortSignal): Promise<void> {
  return new Promise((go, giveUp) => {
    const enter = () => {
      signal.removeEventListener('abort', leave);
      go();
    };
    const leave = () => {
      const at = line.waiting.indexOf(enter);
      if (at !== -1) line.waiting.splice(at, 1);
      giveUp(signal.reason as Error);
    };
    if (signal.aborted) leave();
    else {
      signal.addEventListener('abort', leave, { once: true });
      line.waiting.push(enter);
    }
  });
}
