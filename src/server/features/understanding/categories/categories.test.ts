import { afterAll, describe, expect, test } from 'vitest';
import type { CategoryLesson } from './category.types.ts';
import { challengeChampion, isJudge } from './corrections.rules.ts';
import { guessCategory, scopeSigns } from './guess.rules.ts';
import { packModel, unpackModel } from './pack.rules.ts';
import { trainCategories } from './train.rules.ts';
import { createCategoryTrainer } from './trainer.ts';
import { shippedMeanings } from '../meanings/read-meanings.ts';

const meanings = shippedMeanings();

const said: Record<string, readonly string[]> = {
  Delivery: [
    'where is my parcel',
    'my package has not arrived yet',
    'the courier says delivered but nothing is here',
  ],
  Refund: [
    'i want my money back',
    'when will the refund reach my account',
    'please pay back what i paid for the broken lamp',
  ],
  Login: ['i cannot log in', 'my password does not work', 'the sign in page says wrong password'],
};
const lesson: CategoryLesson = {
  categories: Object.keys(said).map((name) => ({ name })),
  examples: Object.entries(said).flatMap(([category, texts]) =>
    texts.map((text) => ({ text, category })),
  ),
};
const described: CategoryLesson = {
  categories: [
    { name: 'Delivery', description: 'Parcels that are late, lost or damaged on the way.' },
    { name: 'Billing', description: 'Invoices, payments and refunds.' },
    { name: 'SignIn', description: 'Passwords and locked accounts.' },
  ],
  examples: [],
};
const trainer = createCategoryTrainer();
afterAll(() => trainer.close());

describe('three examples a category', () => {
  const model = trainCategories(lesson, meanings);

  test.each([
    ['the parcel is still not here', 'Delivery'],
    ['give me a refund for the lamp', 'Refund'],
    ['forgot my pasword and cant sign in', 'Login'],
  ])('%s', (text, category) => {
    const guess = guessCategory(model, text);
    expect(guess.category).toBe(category);
    expect(guess.ranked[0]?.probability).toBeGreaterThan(0.4);
  });

  test('a text about something else is more out of scope', () => {
    const inside = guessCategory(model, 'my parcel has not arrived').outOfScope;
    const outside = guessCategory(model, 'who won the football match').outOfScope;
    expect(outside).toBeGreaterThan(0.5);
    expect(outside).toBeGreaterThan(inside);
  });

  test('the same lesson gives the same bytes, and they give the same model', () => {
    const packed = packModel(model);
    expect(packModel(trainCategories(lesson, meanings))).toEqual(packed);
    const again = unpackModel(packed, meanings);
    expect(guessCategory(again, 'late parcel')).toEqual(guessCategory(model, 'late parcel'));
  });

  test.each([
    ['nothing', ''],
    ['signs', '🙃 !!!'],
    ['one letter', 'x'.repeat(50_000)],
  ])('reads %s', (_name, text) => {
    expect(guessCategory(model, text).outOfScope).toBeGreaterThan(0.5);
  });
});

test.each([
  ['my parcel is lost', 'Delivery'],
  ['the invoice is wrong', 'Billing'],
  ['account locked, need a new password', 'SignIn'],
])('descriptions alone are enough for %s', (text, category) => {
  expect(guessCategory(trainCategories(described, meanings), text).category).toBe(category);
});

describe('meanings of words', () => {
  const outsideOf = (text: string, known: typeof meanings | null) =>
    guessCategory(trainCategories(lesson, known), text).outOfScope;

  test('make words that no example uses count', () => {
    const text = 'reimburse the purchase';
    expect(outsideOf(text, meanings)).toBeLessThan(outsideOf(text, null));
    expect(guessCategory(trainCategories(lesson, meanings), text).category).toBe('Refund');
  });

  test('say nothing of a text in a language that examples are written in too', () => {
    const russian = { text: 'моя посылка пропала', category: 'Delivery' };
    const both = { ...lesson, examples: [...lesson.examples, russian] };
    const model = trainCategories(both, meanings);
    expect(scopeSigns(model, 'посылка потеряна').nearness).toBeNull();
    expect(scopeSigns(trainCategories(lesson, meanings), 'посылка потеряна').nearness).toBe(0);
    expect(scopeSigns(model, 'where is the parcel').nearness).toBeGreaterThan(0.8);
  });

  test('are kept out of the bytes, and asked for when these are read', () => {
    const packed = packModel(trainCategories(lesson, meanings));
    expect(() => unpackModel(packed, null)).toThrow('needs meanings');
    const without = trainCategories(lesson, null);
    expect(guessCategory(unpackModel(packModel(without), meanings), 'late parcel')).toEqual(
      guessCategory(without, 'late parcel'),
    );
  });
});

test('no categories give no category', () => {
  const model = trainCategories({ categories: [], examples: [] }, meanings);
  expect(guessCategory(model, 'hello')).toMatchObject({ category: null, outOfScope: 1 });
});

test('bytes of another kind are refused', () => {
  expect(() => unpackModel(new Uint8Array(40).fill(255), meanings)).toThrow('no category model');
});

describe('corrections', () => {
  const grown: CategoryLesson = {
    ...lesson,
    examples: [
      ...lesson.examples,
      ...Array.from({ length: 20 }, (_, n) => ({
        text: `tracking number ${['stuck', 'wrong', 'missing', 'unknown'][n % 4]} since day ${['one', 'two', 'three', 'four', 'five'][n % 5]}`,
        category: 'Delivery',
      })),
    ],
  };

  test('a challenger that is right more often takes over', () => {
    const champion = trainCategories(lesson, meanings);
    const challenge = challengeChampion(champion, {
      before: lesson,
      after: grown,
      meanings,
    });
    expect(challenge.cases).toBeGreaterThan(0);
    expect(challenge.winner).toBe('challenger');
    expect(challenge.challenger).toBeGreaterThanOrEqual(challenge.champion);
  });

  test('a challenger taught wrongly does not', () => {
    const champion = trainCategories(grown, meanings);
    const wrong = grown.examples.map((example) =>
      isJudge(example) ? example : { ...example, category: 'Login' },
    );
    const challenge = challengeChampion(champion, {
      before: grown,
      after: { ...grown, examples: wrong },
      meanings,
    });
    expect(challenge.winner).toBe('champion');
    expect(challenge.model).toBe(champion);
  });
});

test('training in a thread gives the model that training here gives', async () => {
  const { packed } = await trainer.train(lesson);
  expect(packed).toEqual(packModel(trainCategories(lesson, meanings)));
  const { challenge } = await trainer.train(lesson, { packed, lesson });
  expect(challenge?.winner).toBe('challenger');
});
