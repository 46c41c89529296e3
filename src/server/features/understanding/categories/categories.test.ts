import { afterAll, describe, expect, test } from 'vitest';
import { learnSharpness, learnShift, SHIPPED_SHARPNESS } from './calibrate.rules.ts';
import type { CategoryLesson } from './category.types.ts';
import { challengeChampion, isJudge } from './corrections.rules.ts';
import { guessCategory, scopeSigns } from './guess.rules.ts';
import { packModel, unpackModel } from './pack.rules.ts';
import { trainCategories } from './train.rules.ts';
import { createCategoryTrainer } from './trainer.ts';
import { createEncoder } from '../../../platform/encoder/index.ts';
import { createMeanings } from '../meanings/text-meanings.ts';

const meanings = createMeanings(createEncoder());
const said = (text: string) => ({ text, meaning: meanings.of(text) });

const examples: Record<string, readonly string[]> = {
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
  categories: Object.keys(examples).map((name) => ({ name })),
  examples: Object.entries(examples).flatMap(([category, texts]) =>
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
const trainer = createCategoryTrainer({ hasEncoder: true });
afterAll(() => trainer.close());

describe('three examples a category', () => {
  const model = trainCategories(lesson, meanings);

  test.each([
    ['the parcel is still not here', 'Delivery'],
    ['give me a refund for the lamp', 'Refund'],
    ['forgot my pasword and cant sign in', 'Login'],
  ])('%s', (text, category) => {
    const guess = guessCategory(model, said(text));
    expect(guess.category).toBe(category);
    expect(guess.ranked[0]?.probability).toBeGreaterThan(0.4);
  });

  test('a text about something else is more out of scope', () => {
    const inside = guessCategory(model, said('my parcel has not arrived')).outOfScope;
    const outside = guessCategory(model, said('who won the football match')).outOfScope;
    expect(outside).toBeGreaterThan(0.5);
    expect(outside).toBeGreaterThan(inside);
  });

  test.each(['my parcel has not arrived', 'money back please', 'I forgot my password'])(
    'are enough to let in what is near: %s',
    (text) => expect(guessCategory(model, said(text)).outOfScope).toBeLessThan(0.1),
  );

  test('the same lesson gives the same bytes, and they give the same model', () => {
    const packed = packModel(model);
    expect(packModel(trainCategories(lesson, meanings))).toEqual(packed);
    const again = unpackModel(packed);
    expect(guessCategory(again, said('late parcel'))).toEqual(
      guessCategory(model, said('late parcel')),
    );
  });

  test.each([
    ['nothing', ''],
    ['signs', '🙃 !!!'],
    ['one letter', 'x'.repeat(50_000)],
  ])('reads %s', (_name, text) => {
    expect(guessCategory(model, said(text)).outOfScope).toBeGreaterThan(0.5);
  });
});

test.each([
  ['my parcel is lost', 'Delivery'],
  ['the invoice is wrong', 'Billing'],
  ['account locked, need a new password', 'SignIn'],
])('descriptions alone are enough for %s', (text, category) => {
  expect(guessCategory(trainCategories(described, meanings), said(text)).category).toBe(category);
});

test('examples held back that are let in anyway move nothing, others let four of five in', () => {
  expect(learnShift([-3, -2, -2, -1, -1])).toBe(0);
  expect(learnShift([-1, 0, 1, 2, 3])).toBe(-3);
  expect(learnShift([])).toBe(0);
});

describe('how sharp the probabilities are', () => {
  /** Held back: so many that are clear and right, and one of each twenty as clear and wrong. */
  const heldBack = (count: number, isPerfect: boolean) =>
    Array.from({ length: count }, (_, at) => ({
      margins: Float32Array.from([0.4, -0.6]),
      label: isPerfect || at % 20 > 0 ? 0 : 1,
    }));

  test('is hardly learned from a few dozen, however right they are', () => {
    const few = learnSharpness(heldBack(40, true));
    expect(few).toBeLessThanOrEqual(SHIPPED_SHARPNESS * 1.5);
    expect(few).toBeGreaterThanOrEqual(SHIPPED_SHARPNESS);
    expect(learnSharpness([])).toBe(SHIPPED_SHARPNESS);
  });

  test('is what a thousand examples say', () => {
    // One of twenty is wrong, by a margin of 1: ln 19.
    expect(learnSharpness(heldBack(1_000, false))).toBe(3);
  });

  test('is not learned from what descriptions say', () => {
    const poor = {
      name: 'Billing',
      description: 'Invoices that are wrong. Invoices that are late.',
    };
    const { calibration } = trainCategories(
      { ...lesson, categories: [...lesson.categories, poor] },
      null,
    );
    expect(calibration.cases).toBe(lesson.examples.length);
    expect(calibration.sharpness).toBe(SHIPPED_SHARPNESS);
  });
});

describe('meanings', () => {
  const [knowing, wordsAlone] = [trainCategories(lesson, meanings), trainCategories(lesson, null)];

  test.each([
    ['shipment still missing', 'Delivery'],
    ['could not access the website with these credentials', 'Login'],
  ])('make words that no example uses count: %s', (text, category) => {
    expect(guessCategory(knowing, said(text)).category).toBe(category);
    expect(guessCategory(wordsAlone, said(text)).category).not.toBe(category);
  });

  test('tell what is near from what is far', () => {
    const gap = (model: typeof knowing) =>
      guessCategory(model, said('who won the football match')).outOfScope -
      guessCategory(model, said('can you reimburse me for the purchase?')).outOfScope;
    expect(gap(knowing)).toBeGreaterThan(gap(wordsAlone) + 0.1);
  });

  test('say nothing of a text in a language that examples are written in too', () => {
    const russian = { text: 'моя посылка пропала', category: 'Delivery' };
    const both = { ...lesson, examples: [...lesson.examples, russian] };
    const model = trainCategories(both, meanings);
    expect(scopeSigns(model, said('посылка потеряна')).nearness).toBeNull();
    expect(scopeSigns(trainCategories(lesson, meanings), said('посылка потеряна')).nearness).toBe(
      0,
    );
    expect(scopeSigns(model, said('where is the parcel')).nearness).toBeGreaterThan(0.8);
  });

  test('are in no model that was trained without, and in none of another size', () => {
    const without = trainCategories(lesson, null);
    expect(guessCategory(unpackModel(packModel(without)), said('late parcel'))).toEqual(
      guessCategory(without, said('late parcel')),
    );
    const other = { size: 64, of: () => new Float32Array(64).fill(1 / 8) };
    const model = unpackModel(packModel(trainCategories(lesson, other)));
    expect(model.nearness).toBeNull();
    expect(guessCategory(model, said('my parcel has not arrived')).category).toBe('Delivery');
  });
});

test('no categories give no category', () => {
  const model = trainCategories({ categories: [], examples: [] }, meanings);
  expect(guessCategory(model, said('hello'))).toMatchObject({ category: null, outOfScope: 1 });
});

test('bytes of another kind are refused', () => {
  expect(() => unpackModel(new Uint8Array(40).fill(255))).toThrow('no category model');
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
