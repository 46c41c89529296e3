import { describe, expect, test } from 'vitest';
import { nextTurn } from './bot.rules.ts';
import { ada, offline, pick, skip, story, talks, unknown, type Talk } from './fixtures/talks.ts';
import { initialState, type BotKnowledge, type BotTurn } from './state.rules.ts';

/** Plays a conversation; what is learned is known from then on. */
function play(says: Talk['says'], start: BotKnowledge): { turns: BotTurn[]; known: BotKnowledge } {
  let state = initialState();
  let known = start;
  const turns: BotTurn[] = [];
  for (const said of says) {
    const isText = typeof said === 'string';
    const file = said === '[file]';
    const text = isText && !file ? said : '';
    const turn = nextTurn(
      state,
      { kind: 'message', text, answer: isText ? null : said, files: file ? 1 : 0 },
      known,
    );
    state = turn.state;
    known = {
      ...known,
      name: turn.learned.name ?? known.name,
      email: turn.learned.email ?? known.email,
    };
    turns.push(turn);
  }
  return { turns, known };
}

const everySaid = (turns: readonly BotTurn[]) =>
  turns.flatMap((turn) => turn.replies.map((reply) => reply.text));

describe('nextTurn', () => {
  test.each(talks)('$about', (talk) => {
    const { turns, known } = play(talk.says, talk.known ?? unknown);
    expect(turns.map((turn) => turn.state.stage)).toEqual(talk.stages);
    expect(turns.findLast((turn) => turn.act !== null)?.act ?? null).toBe(talk.act);
    const end = { ...known, topic: turns.at(-1)?.state.topic };
    const { name = end.name, email = end.email, topic = end.topic, reason = /./ } = talk;
    expect(end).toMatchObject({ name, email, topic });
    const reasons = turns.flatMap((turn) => turn.reason ?? []);
    expect(reasons.every((given) => reason.test(given))).toBe(true);
    expect(everySaid(turns).filter((text) => text.includes('!'))).toEqual([]);
  });

  test('says that it is an assistant, once, with the first words', () => {
    const { turns } = play(['hello', story, 'Ada'], unknown);
    const said = everySaid(turns);
    expect(said[0]).toContain('automated assistant');
    expect(said.filter((text) => text.includes('automated assistant'))).toHaveLength(1);
  });

  test('says that a continued conversation is a new one', () => {
    const { turns } = play([story], { ...ada, continued: true });
    expect(turns[0]?.replies[0]?.text).toMatch(/^This is a new conversation/);
  });

  test('offers an answer by email only with an address, and first when nobody is online', () => {
    const optionsOf = (known: BotKnowledge, says: Talk['says']) => {
      const prompt = play(says, known).turns.at(-1)?.replies[0]?.prompt;
      return prompt?.kind === 'choice' ? prompt.options.map((option) => option.id) : [];
    };
    expect(optionsOf(ada, [story])).toEqual(['person', 'email', 'done']);
    expect(optionsOf({ ...ada, agentsOnline: false }, [story])).toEqual([
      'email',
      'person',
      'done',
    ]);
    expect(optionsOf(unknown, [story, skip, skip])).toEqual(['person', 'done']);
  });

  test('says honestly that nobody is online', () => {
    expect(everySaid(play(['human'], offline).turns)[0]).toContain('Nobody is online');
    expect(everySaid(play(['human'], unknown).turns)[0]).not.toContain('Nobody');
  });

  test('asks for a missing address once after the hand-over, and is silent afterwards', () => {
    const { turns } = play(['human', 'my parcel is late', 'hello?', 'human!'], unknown);
    expect(turns.map((turn) => turn.replies.length)).toEqual([2, 0, 0, 0]);
    expect(turns[0]?.replies[1]?.prompt).toEqual({ kind: 'email', skippable: true });
  });

  test('takes a no to the address while waiting, once', () => {
    const { turns } = play(['human', 'no', 'no'], unknown);
    expect(turns.map((turn) => turn.replies.length)).toEqual([2, 1, 0]);
  });

  test('does not ask for an address after the hand-over that was refused before', () => {
    const { turns } = play([story, 'Ada', 'no', pick('person')], unknown);
    expect(turns.at(-1)?.replies).toHaveLength(1);
  });

  test('what was refused in an earlier conversation is not asked in the next', () => {
    const earlier = play([story, skip, skip], unknown).turns.at(-1)?.state;
    const turn = nextTurn(
      initialState(earlier),
      { kind: 'message', text: story, answer: null, files: 0 },
      { ...unknown, continued: true },
    );
    expect(turn.state.stage).toBe('choice');
  });

  test('a person is asked for by the button', () => {
    const turn = nextTurn(initialState(), { kind: 'person_requested' }, ada);
    expect(turn).toMatchObject({ act: 'hand_over', reason: 'the customer asked for a person' });
  });
});
