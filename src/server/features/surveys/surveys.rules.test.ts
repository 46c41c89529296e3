import { describe, expect, it } from 'vitest';
import { accessOf, judgeAnswer, planSurvey, scoreWords, type OpenSurvey } from './surveys.rules.ts';

const facts = {
  kind: 'session' as const,
  session: 'ended' as const,
  status: 'open' as const,
  email: 'kim@example.test',
  machine: false,
  spam: false,
  endedHoursAgo: 0,
  answers: 3,
};

describe('who is asked', () => {
  it.each([
    ['in the widget', {}, 'widget', { ask: true, inWidget: true, byMail: false }],
    ['by mail', {}, 'email', { ask: true, inWidget: false, byMail: true }],
    ['in both', {}, 'both', { ask: true, inWidget: true, byMail: true }],
    ['in the widget alone', { email: null }, 'both', { ask: true, inWidget: true, byMail: false }],
    [
      'by mail alone about a mail',
      { kind: 'ticket', session: null, status: 'solved' },
      'both',
      { ask: true, inWidget: false, byMail: true },
    ],
  ] as const)('%s', (_name, more, channel, plan) =>
    expect(planSurvey({ ...facts, ...more }, channel)).toEqual(plan),
  );

  it.each([
    ['machines', { machine: true }, 'both'],
    ['spam', { spam: true }, 'both'],
    ['chats that run', { session: 'active' }, 'both'],
    ['chats of the day before yesterday', { endedHoursAgo: 40 }, 'both'],
    ['tickets that are open', { kind: 'ticket' }, 'both'],
    ['those nobody answered', { answers: 0 }, 'both'],
    ['those without an address', { email: null }, 'email'],
    ['mail, in a widget', { kind: 'ticket', status: 'solved', session: null }, 'widget'],
  ] as const)('not %s', (_name, more, channel) =>
    expect(planSurvey({ ...facts, ...more }, channel)).toMatchObject({
      ask: false,
      why: expect.any(String),
    }),
  );
});

const sentAt = new Date('2026-05-01T10:00:00Z');
const after = (minutes: number) => new Date(sentAt.getTime() + minutes * 60_000);
const open: OpenSurvey = {
  state: 'sent',
  scale: 'stars',
  tagChoices: ['Quick', 'Slow'],
  revoteMinutes: 60,
  expiresAt: after(24 * 60),
  answeredAt: null,
  answer: null,
};
const four = { score: 4, comment: '', tags: ['Quick'] };
const answered: OpenSurvey = { ...open, state: 'answered', answeredAt: after(10), answer: four };

describe('an answer', () => {
  it('counts until the survey expires', () => {
    expect(judgeAnswer(open, four, after(5))).toEqual({ counts: true, first: true, answer: four });
    expect(judgeAnswer(open, four, after(24 * 60))).toEqual({ counts: false, why: 'expired' });
  });

  it('may be changed within the window, and not after it', () => {
    const five = { ...four, score: 5 };
    expect(judgeAnswer(answered, five, after(69))).toMatchObject({ counts: true, first: false });
    expect(judgeAnswer(answered, five, after(70))).toEqual({ counts: false, why: 'settled' });
    expect(accessOf({ ...answered, revoteMinutes: 0 }, after(10))).toBe('settled');
  });

  it('given twice changes nothing, whenever it comes', () => {
    for (const minutes of [10, 70, 9_999])
      expect(judgeAnswer(answered, four, after(minutes))).toEqual({ counts: false, why: 'same' });
  });

  it('keeps only words that were offered', () => {
    const verdict = judgeAnswer(open, { ...four, tags: ['<b>', 'Slow'] }, after(5));
    expect(verdict).toMatchObject({ answer: { tags: ['Slow'] } });
  });

  it('is a thumb where thumbs are asked for', () => {
    const thumbs: OpenSurvey = { ...open, scale: 'thumbs' };
    expect(judgeAnswer(thumbs, { ...four, score: 3 }, after(5))).toMatchObject({ why: 'invalid' });
    expect(judgeAnswer(thumbs, { ...four, score: 5 }, after(5))).toMatchObject({ counts: true });
    expect(scoreWords(5, 'thumbs')).toBe('thumbs up');
  });
});
