import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evaluateFiles } from './evaluate-files.ts';
import {
  auroc,
  calibrationError,
  meanReciprocalRank,
  operatingAt,
  rankOfRight,
  recallAt,
} from './metrics.ts';
import { readQuestions } from './read-questions.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'segue-evaluation-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(
  name: string,
  lines: readonly object[],
  pack = (text: string): string | Uint8Array => text,
): string {
  const path = join(folder, name);
  writeFileSync(path, pack(lines.map((line) => JSON.stringify(line)).join('\n')));
  return path;
}

const kb = () =>
  file('kb.jsonl', [
    { id: 'a', title: 'Opening hours', text: 'We open at nine and close at six.' },
    {
      id: 'b',
      title: 'Hotel',
      sections: [
        { id: 'b/1', kind: 'faq', question: 'Are dogs allowed?', text: 'Dogs may stay for a fee.' },
        { id: 'b/2', kind: 'review', sentences: ['Lovely rooms.', 'Noisy street.'] },
      ],
    },
  ]);

describe('evaluateFiles', () => {
  it('predicts one item a question, in order, and scores it', async () => {
    const questions = file('questions.jsonl', [
      { id: 'q1', question: 'Are dogs allowed?', gold_articles: ['b'], answerable: true },
      { id: 'q2', question: 'When do you open?', gold_articles: ['a'], answerable: true },
      { id: 'q3', question: 'Who painted the ceiling?', gold_articles: [], answerable: false },
    ]);
    const { metrics, items } = await evaluateFiles({ kb: kb(), questions });
    expect(items.map(({ id }) => id)).toEqual(['q1', 'q2', 'q3']);
    expect(metrics).toMatchObject({ items: 3, answerable: 2, recallAt1: 1 });
    expect(items[0]?.ranked.map(({ article }) => article)).toEqual(['b', 'a']);
  });

  it('says nothing of what it was not asked', async () => {
    const questions = file('unanswerable.jsonl', [
      { id: 'q1', question: 'Who painted the ceiling?', gold_articles: [], answerable: false },
    ]);
    const { metrics } = await evaluateFiles({ kb: kb(), questions });
    expect(metrics).toMatchObject({ answerable: 0, answeredOfUnanswerable: 0 });
    expect(metrics).not.toHaveProperty('recallAt3');
    expect(metrics).not.toHaveProperty('answeredOfAnswerable');
  });

  it('takes numbers for ids', async () => {
    const files = {
      kb: file('numbered.jsonl', [{ id: 7, title: 'Dogs', text: 'Dogs may stay for a fee.' }]),
      questions: file('numbered-questions.jsonl', [
        { id: 1, question: 'May dogs stay?', gold_articles: [7], answerable: true },
      ]),
    };
    const { metrics, items } = await evaluateFiles(files);
    expect(items.map(({ id, ranked }) => [id, ranked[0]?.article])).toEqual([['1', '7']]);
    expect(metrics['recallAt1']).toBe(1);
  });

  it('predicts the same without gold, and only counts', async () => {
    const bare = { id: 'q1', question: 'Are dogs allowed?' };
    const withGold = file('with.jsonl', [{ ...bare, gold_articles: ['a'], answerable: true }]);
    const without = file('without.jsonl', [bare]);
    const [one, two] = await Promise.all(
      [withGold, without].map((questions) => evaluateFiles({ kb: kb(), questions })),
    );
    expect(one?.items).toEqual(two?.items);
    expect(two?.metrics).toEqual({ items: 1, judged: 0, answerable: 0 });
  });

  it('names the line that cannot be read', async () => {
    const questions = join(folder, 'broken.jsonl');
    writeFileSync(questions, '{"id":"x","question":"y"}\n{oops');
    await expect(evaluateFiles({ kb: kb(), questions })).rejects.toThrow('line 2');
  });
});

describe('readQuestions', () => {
  it('reads packed turns: the last one asks, the others are context', () => {
    const turns = [
      { role: 'user', text: 'A hotel, please.' },
      { role: 'agent', text: 'Which?' },
      { role: 'user', text: 'Are dogs allowed?' },
    ];
    const path = file(
      'turns.jsonl.gz',
      [{ id: 't', turns, knowledge_seeking: false, gold_articles: [] }],
      (text) => gzipSync(text),
    );
    const [read] = readQuestions(path);
    expect(read?.given.question).toEqual({
      text: 'Are dogs allowed?',
      context: ['A hotel, please.', 'Which?'],
    });
    expect(read?.gold?.answerable).toBe(false);
  });

  it('keeps what a predictor sees apart from gold', () => {
    const path = file('rules.jsonl', [
      {
        id: 'r',
        question: 'Can I?',
        scenario: 'I am 18.',
        history: [{ asked: 'Old?', answered: 'No' }],
        decision: 'clarify',
        answer: 'Ill?',
        gold_articles: ['a'],
        answerable: true,
      },
    ]);
    const [read] = readQuestions(path);
    expect(JSON.stringify(read?.given)).not.toMatch(/clarify|Ill\?/);
    expect(read?.gold).toMatchObject({ clarify: true, answerable: true });
  });
});

describe('metrics', () => {
  it('ranks', () => {
    const ranks = [rankOfRight(['x', 'a'], new Set(['a'])), rankOfRight(['x'], new Set(['a']))];
    expect(ranks).toEqual([2, 0]);
    expect([recallAt(ranks, 3), meanReciprocalRank(ranks)]).toEqual([0.5, 0.25]);
  });

  it('halves ties in the area under the curve', () => {
    expect(auroc([1, 1, 0], [true, false, false])).toBe(0.75);
    expect(auroc([1], [true])).toBeNaN();
  });

  it('finds no calibration error where what was said comes true', () => {
    const outcomes = Array.from({ length: 100 }, (_, i) => ({
      confidence: 0.5,
      isRight: i % 2 === 0,
      isAnswerable: true,
    }));
    expect(calibrationError(outcomes)).toBeCloseTo(0);
  });

  it('tells what answering from a confidence on means', () => {
    const outcomes = [
      { confidence: 0.9, isRight: true, isAnswerable: true },
      { confidence: 0.8, isRight: false, isAnswerable: false },
      { confidence: 0.1, isRight: false, isAnswerable: true },
    ];
    expect(operatingAt(outcomes, 0.5)).toEqual({
      from: 0.5,
      precision: 0.5,
      coverage: 0.5,
      answeredWrongly: 1,
    });
    expect(operatingAt(outcomes, 0.95).precision).toBe(1);
  });
});
