import { describe, expect, test } from 'vitest';
import { createCast, exchangesOf, linesOf, mailText } from './cast.ts';
import { stories, type ChatStory } from './stories/index.ts';

const cast = createCast(stories);
const chats = stories.filter((story): story is ChatStory => story.kind === 'chat');

describe('the stories', () => {
  test('are many, and in several languages', () => {
    expect(stories.length).toBeGreaterThanOrEqual(25);
    const said = stories.map((story) => JSON.stringify(story)).join(' ');
    for (const word of ['Guten Tag', 'Bonjour', 'Hola']) expect(said).toContain(word);
  });

  test('have addresses that no mail can reach, each once', () => {
    const addresses = stories.map((story) => story.customer.email);
    expect(new Set(addresses).size).toBe(addresses.length);
    for (const address of addresses) expect(address).toMatch(/^[^@]+@[^@]+\.example$/);
  });

  test.each(chats)('“$topic” can be played to its end', (story) => {
    expect(story.topic.length).toBeLessThanOrEqual(160);
    expect(story.turns[0]?.from ?? 'agent').toBe('agent');
    expect(story.ending === 'agent' && story.farewell === undefined).toBe(false);
    expect(story.bot === 'by_email' && story.after === undefined).toBe(false);
    const turns = story.turns.map((turn) => turn.from).join(' ');
    expect(turns).not.toContain('agent agent');
  });

  test('leave the last word by mail to the agent', () => {
    for (const story of stories) expect(exchangesOf(story).at(-1)?.customer).toBeUndefined();
  });
});

describe('a ticket', () => {
  test.each(stories)('of $customer.name finds its story by the subject', (story) => {
    const subject = story.kind === 'chat' ? story.topic : story.subject;
    expect(cast.find({ subject: ` ${subject.toUpperCase()} `, email: null })).toBe(story);
  });

  test('with a subject of its own is found by the address, and a stranger by nothing', () => {
    const [story] = stories;
    expect(cast.find({ subject: 'Re: x', email: story?.customer.email ?? null })).toBe(story);
    expect(cast.find({ subject: 'Hello', email: 'you@home.example' })).toBeNull();
  });
});

test('lines are those of one side', () => {
  const story = chats.find(({ customer }) => customer.name === 'Bob')!;
  expect(linesOf(story, 'customer')).toEqual(['ok']);
});

test('an answer quotes what it answers, below the signature', () => {
  const story = { signature: 'Kim' };
  expect(mailText(story, 'Hi', null)).toBe('Hi\n\nKim');
  expect(mailText(story, 'Hi', 'One\n\nTwo')).toBe(
    'Hi\n\nKim\n\nLowtide Coffee wrote:\n> One\n>\n> Two',
  );
});
