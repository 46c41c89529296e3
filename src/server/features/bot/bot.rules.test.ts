import { describe, expect, test } from 'vitest';
import type { BotAnswer } from '../../../contracts/widget.ts';
import { nextTurn } from './bot.rules.ts';
import { initialState, type BotAct, type BotKnowledge, type BotTurn } from './state.rules.ts';

const unknown: BotKnowledge = { name: null, email: null, agentsOnline: true, continued: false };
const ada: BotKnowledge = { ...unknown, name: 'Ada', email: 'ada@example.org' };
const offline: BotKnowledge = { ...unknown, agentsOnline: false };

const skip: BotAnswer = { kind: 'skip' };
const pick = (optionId: string): BotAnswer => ({ kind: 'choice', optionId });

interface Talk {
  readonly about: string;
  readonly known?: BotKnowledge;
  readonly says: readonly (string | BotAnswer)[];
  readonly act: BotAct;
  /** What was asked, turn by turn: the stages the bot was in afterwards. */
  readonly stages: readonly string[];
  readonly name?: string;
  readonly email?: string;
  readonly topic?: string | null;
  readonly reason?: RegExp;
}

const story = 'My parcel has not arrived';
const plainWalk = ['name', 'email', 'choice'];

const talks: Talk[] = [
  { about: 'the usual walk to a person', says: [story, 'Ada', 'ada@example.org', pick('person')], act: 'hand_over', stages: [...plainWalk, 'waiting'], name: 'Ada', email: 'ada@example.org', topic: story },
  { about: 'the usual walk to an answer by email', says: [story, 'Ada', 'ada@example.org', pick('email')], act: 'end_by_email', stages: [...plainWalk, 'done'], topic: story },
  { about: 'nothing more is needed', says: [story, 'Ada', 'ada@example.org', pick('done')], act: 'end', stages: [...plainWalk, 'done'], topic: null },
  { about: 'a greeting is asked what it is about', says: ['Hello', story], act: null, stages: ['topic', 'name'], topic: story },
  { about: 'a call for help is asked what it is about', says: ['hi, I need help please', story], act: null, stages: ['topic', 'name'], topic: story },
  { about: 'a German greeting', says: ['Guten Tag', 'Meine Rechnung stimmt nicht'], act: null, stages: ['topic', 'name'], topic: 'Meine Rechnung stimmt nicht' },
  { about: 'a French question that says nothing', says: ["Bonjour, j'ai une question", 'Ma commande est en retard'], act: null, stages: ['topic', 'name'] },
  { about: 'vague twice is not asked a third time', says: ['hi', 'help', 'Ada'], act: null, stages: ['topic', 'name', 'email'], name: 'Ada' },
  { about: 'an emoji is vague', says: ['👋', story], act: null, stages: ['topic', 'name'], topic: story },
  { about: 'a file alone is a topic', says: ['[file]'], act: null, stages: ['name'], topic: 'Sent a file' },
  { about: 'name and address are skipped by the control', says: [story, skip, skip, pick('person')], act: 'hand_over', stages: [...plainWalk, 'waiting'] },
  { about: 'name and address are skipped in words', says: [story, 'skip', 'no', pick('person')], act: 'hand_over', stages: [...plainWalk, 'waiting'] },
  { about: 'rather not', says: [story, "I'd rather not say", 'I have no email'], act: null, stages: plainWalk },
  { about: 'no address in German', says: [story, 'nein danke', 'Ich habe keine E-Mail'], act: null, stages: plainWalk },
  { about: 'no address in Spanish', says: [story, 'Ana', 'no tengo correo'], act: null, stages: plainWalk, name: 'Ana' },
  { about: 'a name in a sentence', says: [story, 'My name is Ada Lovelace.'], act: null, stages: ['name', 'email'], name: 'Ada Lovelace' },
  { about: 'a name after "I am"', says: [story, "hi, I'm Ada"], act: null, stages: ['name', 'email'], name: 'Ada' },
  { about: 'a French name', says: [story, 'Je m’appelle Éloïse'], act: null, stages: ['name', 'email'], name: 'Éloïse' },
  { about: 'a name with particles', says: [story, 'Maria van der Berg'], act: null, stages: ['name', 'email'], name: 'Maria van der Berg' },
  { about: 'a name in another script', says: [story, '田中太郎'], act: null, stages: ['name', 'email'], name: '田中太郎' },
  { about: 'name and address in one message', says: [story, 'Ada Lovelace, ada@example.org'], act: null, stages: ['name', 'choice'], name: 'Ada Lovelace', email: 'ada@example.org' },
  { about: 'name and address in a sentence', says: [story, 'my name is Ada and my email is ada@example.org'], act: null, stages: ['name', 'choice'], name: 'Ada', email: 'ada@example.org' },
  { about: 'only the address at the name', says: [story, 'ada@example.org', 'Ada'], act: null, stages: ['name', 'name', 'choice'], name: 'Ada', email: 'ada@example.org' },
  { about: 'everything in the first message', says: ['My name is Ada Lovelace, ada@example.org, and my parcel is late'], act: null, stages: ['choice'], name: 'Ada Lovelace', email: 'ada@example.org' },
  { about: 'a sentence at the name goes on to the address', says: [story, 'It was ordered two weeks ago', 'ada@example.org'], act: null, stages: plainWalk, email: 'ada@example.org' },
  { about: 'a question at the name is explained and asked once more', says: [story, 'Why do you need that?', 'Ada'], act: null, stages: ['name', 'name', 'email'], name: 'Ada' },
  { about: 'two answers to something else hand over', says: [story, 'It was ordered two weeks ago', 'and nobody told me anything'], act: 'hand_over', stages: ['name', 'email', 'waiting'], reason: /did not understand two/ },
  { about: 'two questions back hand over', says: [story, 'Why?', 'What for?'], act: 'hand_over', stages: ['name', 'name', 'waiting'], reason: /did not understand two/ },
  { about: 'an address inside a sentence', says: [story, 'Ada', 'you can write to Ada@Example.org any time'], act: null, stages: plainWalk, email: 'ada@example.org' },
  { about: 'half an address is asked once more', says: [story, 'Ada', 'ada@example', 'ada@example.org'], act: null, stages: ['name', 'email', 'email', 'choice'], email: 'ada@example.org' },
  { about: 'half an address twice hands over', says: [story, 'Ada', 'ada@', 'ada@example'], act: 'hand_over', stages: ['name', 'email', 'email', 'waiting'] },
  { about: 'a typo is questioned and mended', says: [story, 'Ada', 'ada@gmial.com', pick('typo_yes')], act: null, stages: ['name', 'email', 'typo', 'choice'], email: 'ada@gmail.com' },
  { about: 'a typo that is none', says: [story, 'Ada', 'ada@gmial.com', 'no'], act: null, stages: ['name', 'email', 'typo', 'choice'], email: 'ada@gmial.com' },
  { about: 'a typo corrected by writing it again', says: [story, 'Ada', 'ada@hotmail.con', 'ada@gmial.com'], act: null, stages: ['name', 'email', 'typo', 'choice'], email: 'ada@gmial.com' },
  { about: 'an address with its signs spelled out', says: [story, 'Ada', 'ada at example dot org', 'yes'], act: null, stages: ['name', 'email', 'typo', 'choice'], email: 'ada@example.org' },
  { about: 'everything is known', known: ada, says: [story, pick('person')], act: 'hand_over', stages: ['choice', 'waiting'] },
  { about: 'only the name is missing', known: { ...ada, name: null }, says: [story, 'Ada', pick('email')], act: 'end_by_email', stages: ['name', 'choice', 'done'] },
  { about: 'a wish for a person at the start', says: ['I want to talk to a human about my refund'], act: 'hand_over', stages: ['waiting'], topic: 'I want to talk to a human about my refund', reason: /asked for a person/ },
  { about: 'the bare word', says: ['Agent please'], act: 'hand_over', stages: ['waiting'], topic: null },
  { about: 'a wish instead of a name', says: [story, 'can I speak to someone'], act: 'hand_over', stages: ['name', 'waiting'], topic: story },
  { about: 'a wish in German', says: [story, 'Kann ich bitte mit einem Menschen sprechen?'], act: 'hand_over', stages: ['name', 'waiting'] },
  { about: 'a wish in Dutch at the address', says: [story, 'Ada', 'Ik wil een medewerker spreken'], act: 'hand_over', stages: ['name', 'email', 'waiting'] },
  { about: 'the address is given while waiting', says: ['human', 'it is ada@example.org'], act: 'hand_over', stages: ['waiting', 'waiting'], email: 'ada@example.org' },
  { about: 'the choice in words: a person', says: [story, 'Ada', 'ada@example.org', 'yes please'], act: 'hand_over', stages: [...plainWalk, 'waiting'] },
  { about: 'the choice in words: email', says: [story, 'Ada', 'ada@example.org', 'just email me'], act: 'end_by_email', stages: [...plainWalk, 'done'] },
  { about: 'the choice by number', known: ada, says: [story, '2'], act: 'end_by_email', stages: ['choice', 'done'] },
  { about: 'goodbye with an address known becomes email work', known: ada, says: [story, 'thanks, bye'], act: 'end_by_email', stages: ['choice', 'done'], topic: story },
  { about: 'goodbye without an address keeps the topic', says: [story, 'Ada', skip, 'bye'], act: 'end', stages: [...plainWalk, 'done'], topic: story },
  { about: 'something else at the choice, twice', known: ada, says: [story, 'it is blue', 'and large'], act: 'hand_over', stages: ['choice', 'choice', 'waiting'] },
  { about: 'email chosen without an address asks for it again', says: [story, 'Ada', skip, 'by email', 'ada@example.org', pick('email')], act: 'end_by_email', stages: ['name', 'email', 'choice', 'email', 'choice', 'done'] },
  { about: 'nobody online offers email first', known: { ...ada, agentsOnline: false }, says: [story, 'ok'], act: 'end_by_email', stages: ['choice', 'done'] },
  { about: 'nobody online and no address', known: offline, says: [story, skip, skip, 'I will wait'], act: 'hand_over', stages: [...plainWalk, 'waiting'] },
  { about: 'another address at the choice', known: ada, says: [story, 'use ada@example.net instead', pick('email')], act: 'end_by_email', stages: ['choice', 'choice', 'done'], email: 'ada@example.net' },
  { about: 'nothing after a greeting', says: ['hi', 'never mind'], act: 'end', stages: ['topic', 'done'], topic: null },
];

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
    known = { ...known, name: turn.learned.name ?? known.name, email: turn.learned.email ?? known.email };
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
    expect(optionsOf({ ...ada, agentsOnline: false }, [story])).toEqual(['email', 'person', 'done']);
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
