import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  linesFor,
  transcriptFileName,
  transcriptPage,
  transcriptText,
  type Transcript,
  type TranscriptLine,
} from './transcript.rules.ts';

const line = (more: Partial<TranscriptLine> = {}): TranscriptLine => ({
  at: new Date('2026-05-01T10:00:00Z'),
  author: 'Kim Lee',
  kind: 'customer',
  channel: 'messaging',
  text: 'Where is it?',
  files: [],
  ...more,
});
const transcript = (lines: TranscriptLine[], more: Partial<Transcript> = {}): Transcript => ({
  workspace: 'Low Tide',
  accentColor: '#0f766e',
  subject: 'Parcel',
  number: 12,
  customer: 'Kim Lee',
  lines,
  writtenAt: new Date('2026-05-02T08:00:00Z'),
  ...more,
});

describe('a transcript', () => {
  it('is text with who, when and what', () => {
    const files = [{ name: 'label.pdf', sizeBytes: 20_400 }];
    const assistant = line({ kind: 'assistant', author: 'Tide', text: 'One\nTwo', files });
    expect(transcriptText(transcript([line(), assistant]))).toBe(`Parcel
Low Tide · #12 · Kim Lee

2026-05-01 10:00 UTC  Kim Lee
    Where is it?

2026-05-01 10:00 UTC  Tide (AI assistant)
    One
    Two
    [File: label.pdf, 20 kB]

Written on 2026-05-02 08:00 UTC.
`);
  });

  it('has notes only for those who may read them', () => {
    const lines = [line(), line({ channel: 'note', text: 'Rude again' })];
    expect(linesFor(lines, { notes: false })).toHaveLength(1);
    const page = transcriptPage(transcript(linesFor(lines, { notes: true })));
    expect(page).toContain('internal note');
  });

  it('is a page that loads and runs nothing, whatever people wrote', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (hostile) => {
        const files = [{ name: hostile, sizeBytes: 1 }];
        const page = transcriptPage(
          transcript([line({ author: hostile, text: hostile, files })], {
            subject: hostile,
            workspace: hostile,
            customer: hostile,
            accentColor: hostile,
          }),
        );
        const tags = [...page.matchAll(/<\/?([a-z0-9!]+)/gi)].map((match) => match[1]);
        const known =
          'bdi body b footer h1 head header html li main meta p section style time title ul !doctype';
        for (const tag of tags) expect(known.split(' ')).toContain(tag);
      }),
    );
  });

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '"><svg onload=alert(1)>',
    '</style><script>alert(1)</script>',
    'javascript:alert(1)',
  ])('writes %s as it stands', (hostile) => {
    const page = transcriptPage(transcript([line({ text: hostile, author: hostile })]));
    expect(page).not.toMatch(/<script|<img|<svg|href=/i);
  });

  it('lets no mark turn a sentence around', () => {
    const text = 'refund \u202e05$ \u2066x\u2069\u0000';
    expect(transcriptText(transcript([line({ text })]))).toContain('refund 05$ x');
  });

  it('is a file with a plain name', () => {
    expect(transcriptFileName(7, 'html')).toBe('conversation-7.html');
    expect(transcriptFileName(7, 'text')).toBe('conversation-7.txt');
  });
});
