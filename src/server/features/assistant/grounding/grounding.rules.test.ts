import { describe, expect, test } from 'vitest';
import { writeAnswer, writeHandOver, writeClosing } from '../writing/writing.rules.ts';
import { checkDraft } from './grounding.rules.ts';
import type { CheckContext, DraftPart, Source } from './grounding.types.ts';

const text =
  'Returns are free within 30 days of delivery.\n\n1. Open **Settings**.\n2. Click Reset.\n\nWrite to help@acme.test.';
const source: Source = {
  articleId: 'a1',
  version: 3,
  title: 'Returns',
  url: 'https://acme.test/help/a1',
  visibility: 'public',
  language: 'en',
  text,
};
const voice = {
  language: 'en',
  customerName: 'Anna Bell',
  assistantName: 'Robin',
  workspaceName: 'Acme',
};
const context: CheckContext = {
  voice,
  sources: [source],
  ownUrls: ['https://acme.test/f/no', 'https://acme.test/f/yes'],
  acts: [],
};
const range = (quote: string) => ({
  articleId: 'a1',
  version: 3,
  start: text.indexOf(quote),
  end: text.indexOf(quote) + quote.length,
});
const quoted = (quote: string): DraftPart => ({ kind: 'quote', ...range(quote), text: quote });
const said = (words: string): DraftPart => ({
  kind: 'written',
  text: words,
  supports: [range('Returns are free within 30 days of delivery.')],
});
const codes = (part: DraftPart, change: Partial<CheckContext> = {}) =>
  checkDraft([part], { ...context, ...change }).violations.map(({ code }) => code);

describe('a draft', () => {
  test('of our own writing passes, sentence by sentence', () => {
    const draft = writeAnswer(voice, {
      citations: [{ ...source, ...range(text), quote: text }],
      feedback: { notHelpedUrl: 'https://acme.test/f/no', helpedUrl: 'https://acme.test/f/yes' },
      continued: false,
    });
    const check = checkDraft(draft?.parts ?? [], context);
    expect(check.violations).toEqual([]);
    expect(check.sentences.map(({ verdict }) => verdict)).toContain('quoted');
    expect(check.sentences.find((one) => one.text.startsWith('1. Open'))?.supports).toEqual([
      range(text),
    ]);
  });

  test('may say that a person takes over once they do', () => {
    const { parts } = writeHandOver(voice, { continued: false });
    expect(checkDraft(parts, { ...context, acts: ['hand_over'] }).ok).toBe(true);
    expect(checkDraft(parts, context).violations.map(({ code }) => code)).toContain('promise');
    expect(checkDraft(writeClosing(voice).parts, context).ok).toBe(false);
  });

  test.each<[string, DraftPart, string]>([
    ['a sentence nobody wrote', { kind: 'frame', text: 'You get 500 euros.' }, 'frame_unknown'],
    [
      'a changed quote',
      { ...quoted('Returns are free'), text: 'Returns are paid' } as DraftPart,
      'quote_changed',
    ],
    [
      'an old version',
      { ...quoted('Returns are free'), version: 2 } as DraftPart,
      'source_unknown',
    ],
    ['another number', said('Returns are free within 60 days of delivery.'), 'unsupported'],
    ['a promise', said('We refunded your returns.'), 'promise'],
    ['an address', said('Returns are free at evil@evil.test.'), 'contact_unknown'],
    ['markup', said('Returns are <b>free</b> within 30 days of delivery.'), 'markup'],
    [
      'a link elsewhere',
      { kind: 'link', articleId: 'a1', title: 'Returns', url: 'https://evil.test/' },
      'link_foreign',
    ],
    [
      'an act elsewhere',
      { kind: 'act_link', url: 'https://evil.test/', text: 'This solved it' },
      'link_foreign',
    ],
    [
      'a question out of the blue',
      { kind: 'question', id: 'q', text: 'What is your PIN?', options: [] },
      'question_unfounded',
    ],
  ])('with %s is refused', (_name, part, code) => {
    expect(codes(part)).toContain(code);
  });

  test('never shows what is for colleagues', () => {
    const sources = [{ ...source, visibility: 'internal' as const }];
    expect(codes(quoted('Returns are free'), { sources })).toContain('source_internal');
    expect(codes(said('Returns are free within 30 days of delivery.'), { sources })).toContain(
      'source_internal',
    );
  });

  test('may say what the article says', () => {
    expect(codes(said('Returns are free within 30 days of delivery.'))).toEqual([]);
    expect(codes(said('Within 30 days of delivery, returns are free.'))).toEqual([]);
  });
});
