/** What is counted while the demo plays. */
export interface Counts {
  readonly opened: number;
  readonly taken: number;
  readonly ended: number;
  readonly mails: number;
  readonly answers: number;
  readonly replies: number;
  readonly solved: number;
  readonly refused: number;
}

export interface Tally {
  count(what: keyof Counts): void;
  /** Seconds by the wall clock between the wish for a person and their first words. */
  answered(seconds: number): void;
  summary(): string;
}

const lines: readonly [keyof Counts, string][] = [
  ['opened', 'chats opened'],
  ['taken', 'offers taken'],
  ['ended', 'chats ended'],
  ['mails', 'mails from customers'],
  ['replies', '  of them answers to ours'],
  ['answers', 'mails to customers'],
  ['solved', 'tickets solved'],
  ['refused', 'requests refused'],
];

export function createTally(): Tally {
  const counts = new Map<keyof Counts, number>();
  const waits: number[] = [];
  return {
    count: (what) => void counts.set(what, (counts.get(what) ?? 0) + 1),
    answered: (seconds) => void waits.push(seconds),
    summary() {
      const rows = lines.map(([key, label]) => [label, String(counts.get(key) ?? 0)] as const);
      const middle = median(waits);
      const wait = middle === null ? 'nobody was answered' : `${middle.toFixed(1)} s`;
      return [...rows, ['median time to answer', wait] as const]
        .map(([label, value]) => `  ${label.padEnd(28)}${value}`)
        .join('\n');
    },
  };
}

/** The middle value; null of nothing. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((left, right) => left - right);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}
