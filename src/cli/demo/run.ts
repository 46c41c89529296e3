import { playAgent } from './agent.ts';
import { createCast } from './cast.ts';
import { playChat } from './chat-customer.ts';
import { findInstance, type Instance } from './instance.ts';
import { answerMails, writeFirst } from './mail-customer.ts';
import type { DemoOptions } from './options.ts';
import { createPace } from './pace.ts';
import { createPostOffice, type PostOffice } from './post-office.ts';
import { createRandom } from './random.ts';
import type { Stage } from './stage.ts';
import { stories, type Story } from './stories/index.ts';
import { createTally } from './tally.ts';
import { timetable } from './timetable.ts';

export interface DemoRun {
  readonly options: DemoOptions;
  readonly say: (line: string) => void;
  /** Ends the demo before its time. */
  readonly signal: AbortSignal;
}

/** What the demo came to: its summary, or why it could not begin. */
export type DemoEnd = { readonly summary: string } | { readonly problem: string };

/** Plays the demo to its end. */
export async function runDemo({ options, say, signal }: DemoRun): Promise<DemoEnd> {
  const over = AbortSignal.any([signal, AbortSignal.timeout(Math.ceil(options.minutes * 60_000))]);
  const pace = createPace({ speed: options.speed, signal: over });
  const tell = (who: string, what: string) => say(`${clockTime()}  ${who.padEnd(28)} ${what}`);
  const onAway = awayNotice(tell);
  const found = await findInstance(options.url, { waitReal: pace.waitReal, onAway });
  if ('problem' in found) return found;
  const { instance } = found;
  const random = createRandom(options.seed);
  const tally = createTally();
  const stage: Stage = {
    url: instance.url,
    pace,
    random,
    cast: createCast(stories),
    tally,
    tell,
    onAway,
  };
  const post = createPostOffice({ instance, pace });
  say(
    `Playing at ${instance.url}, ${options.speed} times the pace of people, for ${options.minutes} minutes. Ctrl-C ends it.`,
  );
  await settle([
    ...agentParts(instance, options.agents).map(
      (part) => () => playAgent({ ...stage, random: random.fork(part.name) }, part),
    ),
    () => post.deliver(),
    () => playCustomers(stage, instance, post),
  ]);
  post.close();
  return { summary: tally.summary() };

  /** Runs all to the end of the demo; one that fails is told, and the others go on. */
  async function settle(acts: readonly (() => Promise<void>)[]): Promise<void> {
    await Promise.all(
      acts.map((act) =>
        act().catch((error: unknown) => {
          if (!over.aborted)
            say(`${clockTime()}  ${error instanceof Error ? error.message : String(error)}`);
        }),
      ),
    );
  }
}

function agentParts({ accounts, password }: Instance, count: number) {
  return accounts
    .slice(0, count)
    .map(({ name, email }) => ({ name, email, password, hasColleagues: count > 1 }));
}

/**
 * Lets customers come at their times; whoever is still there does not come a second time. Waits at the
 * end until all have left.
 */
async function playCustomers(stage: Stage, instance: Instance, post: PostOffice): Promise<void> {
  const { pace, random } = stage;
  const present = new Map<Story, Promise<void>>();
  let now = 0;
  let number = 0;
  try {
    for (const { atSeconds, story } of timetable(stories, random.fork('timetable'))) {
      await pace.wait(atSeconds - now);
      now = atSeconds;
      if (present.has(story)) continue;
      number += 1;
      const own = { ...stage, random: random.fork(`customer ${number}`) };
      const playing = playCustomer(own, { story, instance, post });
      present.set(
        story,
        playing.finally(() => present.delete(story)),
      );
    }
  } finally {
    await Promise.all(present.values());
  }
}

async function playCustomer(
  stage: Stage,
  { story, instance, post }: { story: Story; instance: Instance; post: PostOffice },
): Promise<void> {
  try {
    if (story.kind === 'mail') {
      await answerMails(stage, story, post, await writeFirst(stage, story, post));
    } else {
      const mails =
        story.after === undefined ? Promise.resolve() : answerMails(stage, story, post, null);
      await Promise.all([mails, playChat(stage, story, instance.widgetKey)]);
    }
  } catch (error) {
    if (stage.pace.signal.aborted) return;
    stage.tally.count('refused');
    stage.tell(
      story.customer.name,
      `is refused: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

const noticeMs = 15_000;

/** Says that the server is away, but not with every attempt of everybody. */
function awayNotice(tell: (who: string, what: string) => void): () => void {
  let last = Number.NEGATIVE_INFINITY;
  return () => {
    if (performance.now() - last < noticeMs) return;
    last = performance.now();
    tell('Segue', 'does not answer; everybody tries again');
  };
}

function clockTime(): string {
  return new Date().toTimeString().slice(0, 8);
}
