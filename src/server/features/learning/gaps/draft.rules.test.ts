import { describe, expect, it } from 'vitest';
import { generalLines } from './answer-text.rules.ts';
import { draftArticle } from './draft.rules.ts';

const names = { customer: 'Kim Lee', agents: ['Ana Ruiz'] };
const texts = (answer: string) => generalLines(answer, names).map(({ text }) => text);

describe('what of an answer holds for others', () => {
  it.each([
    [
      'Hi Kim,\n\nUnplug the kettle before you clean it.\n\nKind regards\nAna',
      ['Unplug the kettle before you clean it.'],
    ],
    ['Hello Kim, unplug it first. Best, Ana', ['unplug it first.']],
    ['Hi Kim,\n\nyes: our decaf comes in two sizes.\n\nAna', ['Our decaf comes in two sizes.']],
    ['No, vinegar harms it.', ['Vinegar harms it.']],
    ['No vinegar, please.', ['No vinegar, please.']],
    [
      'Guten Tag Kim Lee,\nZiehen Sie den Stecker.\nViele Grüße\nAna Ruiz',
      ['Ziehen Sie den Stecker.'],
    ],
    ['Bonjour Kim,\nDébranchez la bouilloire.\nCordialement', ['Débranchez la bouilloire.']],
    [
      'Thank you for your message. I have refunded 40 euros. Refunds take five working days.',
      ['Refunds take five working days.'],
    ],
    ["I'm so sorry to hear that. We've sent a new one. Keep the old lid.", ['Keep the old lid.']],
    ['Let me know if there is anything else.', []],
    ["Hi Kim, I'm Ana. Turn it off first.", ['Turn it off first.']],
    ['Hola, soy Ana. Primero apágalo.', ['Primero apágalo.']],
    ['Turn it off first.\nJulia', ['Turn it off first.']],
    ['Turn it off first.\nThen wait', ['Turn it off first.', 'Then wait']],
  ])('%s', (answer, expected) => {
    expect(texts(answer)).toEqual(expected);
  });

  it('keeps steps in their order and says that they are steps', () => {
    const lines = generalLines('Do this:\n1. Open the lid\n2) Pour in vinegar\n- Wait', names);
    expect(lines.map(({ text, isStep }) => [text, isStep])).toEqual([
      ['Do this:', false],
      ['Open the lid', true],
      ['Pour in vinegar', true],
      ['Wait', true],
    ]);
  });

  it.each([
    ['Your order LT-10293 ships on Monday, Kim.', 'Your order [number] ships on Monday.'],
    ['The parcel 00340434161094 is at the shop.', 'The parcel [number] is at the shop.'],
    [
      'Write to kim.lee@example.test or call +49 30 1234567.',
      'Write to [address] or call [number].',
    ],
    ['Models since 2019 have it.', 'Models since 2019 have it.'],
    [
      'Open https://shop.test/reset?token=abc123 and sign in.',
      'Open https://shop.test/reset and sign in.',
    ],
    ["Ana Ruiz's desk opens at 9.", 'desk opens at 9.'],
  ])('%s', (answer, expected) => {
    expect(texts(answer)).toEqual([expected]);
  });
});

describe('a draft', () => {
  const solved = (number: number, answer: string) => ({
    ticketId: `t${number}`,
    number,
    answers: [answer],
    ...names,
  });

  it('takes the fullest answer and adds what others say besides, each line with its case', () => {
    const draft = draftArticle('Descale the kettle', [
      solved(
        1,
        'Hi Kim,\nUse vinegar to descale the kettle. The warranty does not cover limescale.',
      ),
      solved(
        2,
        'Hi Kim,\n1. Fill the kettle with vinegar\n2. Boil it once\n3. Rinse it twice\n\nRegards\nAna',
      ),
    ]);
    expect(draft?.article).toMatchObject({
      title: 'Descale the kettle',
      body: '1. Fill the kettle with vinegar\n2. Boil it once\n3. Rinse it twice\n\n## Also\n\nUse vinegar to descale the kettle. The warranty does not cover limescale.',
    });
    expect(draft?.lines.map(({ number }) => number)).toEqual([2, 2, 2, 1, 1]);
  });

  it('says nothing twice', () => {
    const draft = draftArticle('Descale', [
      solved(1, 'Boil vinegar in the kettle once. Rinse it twice.'),
      solved(2, 'Please boil vinegar in the kettle once.'),
    ]);
    expect(draft?.article.body).toBe('Boil vinegar in the kettle once. Rinse it twice.');
  });

  it('is none where agents only said what holds for one customer', () => {
    expect(
      draftArticle('Refund', [solved(1, 'Hi Kim,\nI have refunded your order.\nAna')]),
    ).toBeNull();
    expect(draftArticle('Refund', [])).toBeNull();
  });

  it('is in the language its answers are in', () => {
    const answer =
      'Sí, también abierta, durante los primeros 30 días. Escribe el motivo en la caja.';
    expect(draftArticle('Devolver', [solved(1, answer)])?.article.language).toBe('es');
    expect(draftArticle('Lid', [solved(1, 'Open the lid.')])?.article.language).toBe('en');
  });
});
