type Options = {
  send(typing: boolean): void;
  now(): number;
};

/** The server is told again this often while the customer goes on typing. */
const REPEAT_MS = 3_000;
/** Silence after which the customer counts as no longer typing. */
const IDLE_MS = 5_000;

/** Turns key strokes into few typing signals. */
export function createTypingSignal({ send, now }: Options): { keyed(): void; stopped(): void } {
  let toldAt: number | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stopped = () => {
    clearTimeout(timer);
    if (toldAt !== null) send(false);
    toldAt = null;
  };
  return {
    keyed() {
      clearTimeout(timer);
      timer = setTimeout(stopped, IDLE_MS);
      if (toldAt !== null && now() - toldAt < REPEAT_MS) return;
      toldAt = now();
      send(true);
    },
    stopped,
  };
}
