import type { Cast } from './cast.ts';
import type { Pace } from './pace.ts';
import type { Random } from './random.ts';
import type { Tally } from './tally.ts';

/** What every actor is given. */
export interface Stage {
  readonly url: string;
  readonly pace: Pace;
  /** The actor's own chance. */
  readonly random: Random;
  readonly cast: Cast;
  readonly tally: Tally;
  /** One line of the log: who, and what they do. */
  readonly tell: (who: string, what: string) => void;
  /** Called while the server does not answer. */
  readonly onAway: () => void;
}

/** The beginning of a text for the log. */
export function inShort(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 64 ? `“${line.slice(0, 62)}…”` : `“${line}”`;
}
