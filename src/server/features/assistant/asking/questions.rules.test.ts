import { describe, expect, test } from 'vitest';
import { checkDraft } from '../grounding/grounding.rules.ts';
import type { Source } from '../grounding/grounding.types.ts';
import { writeQuestions } from '../writing/writing.rules.ts';
import { conditionsIn } from './conditions.rules.ts';
import { chooseQuestions, type Asking, type Candidate } from './questions.rules.ts';

const candidate = (change: Partial<Candidate>): Candidate => ({
  articleId: 'a',
  title: 'Support payment',
  headings: [],
  text: '',
  score: 0.5,
  language: 'en',
  ...change,
});
const rules = candidate({
  text: [
    'You may get the payment if you:',
    '',
    '* are getting Income Support',
    '* have a child under 5; or',
    '* sold your home in the tax year, for example in May',
    '',
    'If you live in Greece, apply by post.',
  ].join('\n'),
});
const asking = (change: Partial<Asking> = {}): Asking => ({
  question: 'Can I get the payment?',
  caseText: '',
  candidates: [rules],
  requiredFields: [],
  known: {},
  askedBefore: [],
  language: 'en',
  ...change,
});
const texts = (change: Partial<Asking>) =>
  chooseQuestions(asking(change))?.questions.map(({ text }) => text);

describe('conditions of a rule', () => {
  test('become yes-or-no questions', () => {
    expect(texts({})).toEqual([
      'Are you getting Income Support?',
      'Do you have a child under 5?',
      'Did you sell your home in the tax year?',
      'Do you live in Greece?',
    ]);
  });

  test('are not asked where the case tells them, nor twice', () => {
    const found = texts({
      caseText: 'I live in Greece and have a child of 3, he is under 5',
      askedBefore: ['Are you getting Income Support?'],
    });
    expect(found).toEqual(['Did you sell your home in the tax year?']);
  });

  test('are left to a person where none is open', () => {
    const askedBefore = texts({}) ?? [];
    expect(chooseQuestions(asking({ askedBefore }))).toBeNull();
  });

  test.each([
    [
      'de',
      'Wenn Sie Windows verwenden, laden Sie das Programm.',
      'Trifft das auf Sie zu: „Wenn Sie Windows verwenden“?',
    ],
    [
      'fr',
      'Si vous utilisez Windows, téléchargez le programme.',
      'Est-ce votre cas : « Si vous utilisez Windows » ?',
    ],
  ])('are asked in %s with the words of the article', (language, text, question) => {
    expect(texts({ candidates: [candidate({ text, language })], language })).toEqual([question]);
  });

  test.each([
    [
      'items that stand alone',
      'All of the following apply:\n\n- your goods are antiques\n- you are a company',
      ['Are your goods antiques?', 'Are you a company?'],
    ],
    [
      'an item with a main clause',
      'You can claim if:\n\n- you are ill, you can also call us',
      ['Are you ill?'],
    ],
    [
      'a list that is none',
      'If you commit fraud:\n\n- Child Benefit\n- Housing Benefit',
      ['Do you commit fraud?'],
    ],
    ['a second subject', 'If you use Outlook you must sign in again.', ['Do you use Outlook?']],
    ['nothing to ask', 'If you are eligible, apply.', []],
    ['a word that points elsewhere', 'If you want them back, write to us.', []],
    ['code', '```\nif you are root: exit\n```', []],
  ])('%s', (_name, text, questions) => {
    expect(conditionsIn(text, 'en').map(({ question }) => question)).toEqual(questions);
  });
});

describe('articles that differ', () => {
  const phones = [
    candidate({ articleId: 'a', title: 'Reset the password on Android' }),
    candidate({ articleId: 'b', title: 'Reset the password on iPhone' }),
  ];

  test('are told apart by where their titles differ, and one question is enough', () => {
    expect(chooseQuestions(asking({ question: 'How to reset it', candidates: phones }))).toEqual({
      separatesAll: true,
      questions: [
        {
          id: 'articles',
          text: 'Which of these is it about?',
          options: ['Android', 'iPhone'],
          why: { kind: 'separates', articles: ['a', 'b'], field: null },
        },
      ],
    });
  });

  test('are asked with no condition that is of the wrong one, or beside the question', () => {
    const withConditions = phones.map((one) => ({
      ...one,
      text: 'If you have a dog, call. If you reset it yourself, wait.',
    }));
    expect(texts({ question: 'How to reset the phone', candidates: withConditions })).toEqual([
      'Which of these is it about?',
    ]);
  });

  test('are not asked about where the case names one', () => {
    expect(chooseQuestions(asking({ caseText: 'my iPhone', candidates: phones }))).toBeNull();
  });

  test('are whole titles where nothing is shared, and far ones are left out', () => {
    const others = [
      candidate({ title: 'Late parcels' }),
      candidate({ articleId: 'b', title: 'Damaged goods' }),
      candidate({ articleId: 'c', title: 'Opening hours', score: 0.01 }),
    ];
    expect(chooseQuestions(asking({ candidates: others }))?.questions[0]?.options).toEqual([
      'Late parcels',
      'Damaged goods',
    ]);
  });

  test('have variants in their headings', () => {
    const headings = ['Set up', 'If you use Outlook', 'If you use Thunderbird', 'Contact'];
    const found = chooseQuestions(asking({ candidates: [candidate({ headings })] }));
    expect(found?.questions[0]?.options).toEqual(['If you use Outlook', 'If you use Thunderbird']);
  });
});

describe('required fields', () => {
  const requiredFields = [
    { key: 'plan', label: 'Which plan do you have?', options: ['Basic', 'Plus'] },
    { key: 'order', label: 'What is your order number?', options: [] },
  ];

  test('are asked for first, but not where they are known or told', () => {
    expect(texts({ requiredFields })?.slice(0, 2)).toEqual(
      requiredFields.map(({ label }) => label),
    );
    expect(
      texts({ requiredFields, known: { order: '4711' }, caseText: 'we have Plus' }),
    ).not.toContain('What is your order number?');
    expect(texts({ requiredFields, caseText: 'we have Plus' })?.[0]).toBe(
      'What is your order number?',
    );
  });

  test('are asked for even where only one is open and no article is near, and then never again', () => {
    const one = requiredFields.slice(0, 1);
    const alone = asking({ candidates: [], requiredFields: one });
    expect(chooseQuestions(alone)?.questions).toMatchObject([{ why: { field: 'plan' } }]);
    expect(chooseQuestions({ ...alone, known: { plan: 'Plus' } })).toBeNull();
    expect(chooseQuestions({ ...alone, askedBefore: ['Which plan do you have?'] })).toBeNull();
  });

  test('and conditions pass the check of drafts, and nothing made up does', () => {
    const voice = {
      language: 'en',
      customerName: null,
      assistantName: 'Robin',
      workspaceName: 'Acme',
    };
    const source: Source = { ...rules, version: 1, url: null, visibility: 'public' };
    const questions = chooseQuestions(asking({ requiredFields }))?.questions ?? [];
    const draft = writeQuestions(voice, { questions, personUrl: null, continued: false });
    const fieldWords = requiredFields.flatMap(({ label, options }) => [label, ...options]);
    const context = { voice, sources: [source], ownUrls: [], acts: [] };
    expect(checkDraft(draft?.parts ?? [], { ...context, fieldWords }).violations).toEqual([]);
    expect(checkDraft(draft?.parts ?? [], context).ok).toBe(false);
  });
});
