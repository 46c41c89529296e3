import type { Random } from './random.ts';
import type { Story } from './stories/index.ts';

export interface Entrance {
  /** Seconds of people since the beginning. */
  readonly atSeconds: number;
  readonly story: Story;
}

/** Somebody new comes about so often, at the pace of people. */
const everySeconds = { least: 12, most: 50 };

/** Who comes when: every story once in chance order, then all again, until the time is over. */
export function* timetable(stories: readonly Story[], random: Random): Generator<Entrance, void> {
  let atSeconds = 0;
  while (stories.length > 0) {
    for (const story of random.shuffle(stories)) {
      yield { atSeconds, story };
      atSeconds += random.between(everySeconds.least, everySeconds.most);
    }
  }
}
