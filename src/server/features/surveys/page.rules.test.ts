import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { surveyMail } from './mail.rules.ts';
import { lostSurveyPage, surveyPage, type SurveyPage } from './page.rules.ts';
import { textOn } from '../../platform/pages/form-page-style.rules.ts';

const page: SurveyPage = {
  workspace: 'Low Tide',
  accentColor: '#0f766e',
  question: 'How was it?',
  scale: 'stars',
  tagChoices: ['Quick', 'Slow'],
  answer: null,
  access: 'open',
  marked: null,
  problem: null,
};

describe('the page of a survey', () => {
  it('is a form without script that marks what the link says', () => {
    const html = surveyPage({ ...page, marked: 4 });
    expect(html).toContain('value="4" required checked');
    expect(html).not.toMatch(/<script|javascript:|onload/i);
    expect(html.match(/type="radio"/g)).toHaveLength(5);
  });

  it('asks for thumbs where thumbs are wanted', () =>
    expect(surveyPage({ ...page, scale: 'thumbs' }).match(/type="radio"/g)).toHaveLength(2));

  it('thanks, and lets the answer be changed only while it may be', () => {
    const answer = { score: 2, comment: 'late', tags: ['Slow'] };
    const open = surveyPage({ ...page, answer });
    expect(open).toContain('Your answer: Bad. You can still change');
    expect(open).toContain('value="Slow" checked');
    for (const access of ['settled', 'expired'] as const)
      expect(surveyPage({ ...page, answer, access })).not.toContain('<form');
  });

  it('has only tags of ours in it, whatever was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (hostile) => {
        const html = surveyPage({
          ...page,
          workspace: hostile,
          question: hostile,
          accentColor: hostile,
          tagChoices: [hostile],
          answer: { score: 1, comment: hostile, tags: [hostile] },
          problem: hostile,
        });
        const known =
          '!doctype html head meta title style body main p h1 b form fieldset legend small label input span textarea button';
        for (const [, tag] of html.matchAll(/<\/?([a-z0-9!]+)/gi))
          expect(known.split(' ')).toContain(tag);
      }),
    );
  });

  it('says nothing of a survey that is not there', () =>
    expect(lostSurveyPage()).toContain('There is no such survey'));

  it.each([
    ['#000000', '#fff'],
    ['#ffffff', '#000'],
    ['#0f766e', '#fff'],
    ['#facc15', '#000'],
  ])('writes on %s in %s', (ground, text) => expect(textOn(ground)).toBe(text));
});

describe('the mail that asks', () => {
  it('has one address in its text, and escapes what people wrote', () => {
    const mail = surveyMail({
      workspace: 'Low <Tide>',
      subject: '<img src=x>\r\nBcc: x',
      question: 'How was it?',
      scale: 'stars',
      url: 'https://help.example/survey/v1.a.b.c',
      expiresAt: new Date('2026-05-15T00:00:00Z'),
    });
    expect(mail.text).toContain('works until 2026-05-15');
    expect(mail.html).not.toContain('<img');
    expect(mail.html.match(/score=\d/g)).toHaveLength(5);
  });
});
