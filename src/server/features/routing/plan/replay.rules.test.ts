import { describe, expect, it } from 'vitest';
import { exclusionOf } from './explanations.rules.ts';
import { layOut, type Choice, type Field } from './field.rules.ts';
import { planLive } from './live.rules.ts';
import { planMail } from './mail.rules.ts';
import { agent, chat, item, kind, mail, now, queue, snapshot } from './plan.fixtures.ts';
import { createReplay } from './replay.rules.ts';

const french = kind('email', { required: [{ skill: 'french', level: 1 }] });
const people = Array.from({ length: 9 }, (_, index) =>
  agent(`a${index}`, {
    connected: index !== 4,
    groupIds: new Set([index === 5 ? 'back' : index === 6 ? 'elsewhere' : 'front']),
    skills: new Map(index % 3 === 0 ? [['french', 2]] : []),
    used: { messaging: index === 7 ? 3 : 0, email: 0, call: 0 },
  }),
);
const refusals = new Map([
  ['a0', now + 1],
  ['a1', now - 1],
]);
const work = Array.from({ length: 24 }, (_, index) =>
  item(`i${index}`, {
    kind: [mail, french, chat][index % 3] ?? mail,
    ...(index % 4 === 0 && { refusals }),
  }),
);

function planned(handOver: 'fill' | 'one_at_a_time'): Field {
  const field = run(layOut(snapshot(people, work, { queues: [queue({ handOver })] })));
  run(planLive(field));
  run(planMail(field));
  return field;
}

function run<Value>(steps: Generator<void, Value>): Value {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

describe.each(['fill', 'one_at_a_time'] as const)('a plan made again, %s', (handOver) => {
  it('knows at each decision how many were open, as if they were counted', () => {
    const { choices, ...field } = planned(handOver);
    const then = createReplay({ ...field, choices });
    const count = (choice: Choice) =>
      then.field.workers.filter((worker) => exclusionOf(then.field, choice, worker) === null)
        .length;
    expect(choices.length).toBeGreaterThan(7);
    const seen = choices.map((choice) => {
      const pair = [then.countOpen(choice), count(choice)];
      then.repeat(choice);
      return pair;
    });
    expect(seen.map(([kept]) => kept)).toEqual(seen.map(([, counted]) => counted));
    expect(new Set(seen.map(([kept]) => kept)).size).toBeGreaterThan(2);
  });
});
