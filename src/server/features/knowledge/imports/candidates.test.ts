import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import {
  articleOfMarkdown,
  candidatesOfFile,
  candidatesOfHelpCentre,
  candidatesOfJsonl,
} from './candidates.ts';

describe('an import finds', () => {
  it.each([
    ['a heading', '# Opening hours\n\nNine to five', 'Opening hours', 'Nine to five'],
    ['front matter', '---\ntitle: "Hours"\ntags: [a]\n---\nNine to five', 'Hours', 'Nine to five'],
    ['no title', 'Nine to five', null, 'Nine to five'],
    ['Windows line ends', '# A\r\n\r\nB', 'A', 'B'],
    ['an open front matter', '---\ntitle: x\nB', null, '---\ntitle: x\nB'],
  ])('Markdown with %s', (_name, text, title, body) => {
    expect(articleOfMarkdown(text)).toEqual({ title, body });
  });

  it('the pages of an archive, and says what it left out', () => {
    const archive = zipSync({
      'help/return-policy.md': strToU8('Send it back.'),
      'help/care.html': strToU8('<h1>Care</h1><p>Brush it.</p>'),
      'help/photo.png': strToU8('x'),
      'help/empty.md': strToU8(''),
    });
    expect(candidatesOfFile('export.zip', archive)).toMatchObject([
      {
        name: 'help/care.html',
        title: 'Care',
        body: 'Brush it.',
        externalId: 'file:help/care.html',
      },
      { name: 'help/empty.md', reason: 'It has no text.' },
      { name: 'help/photo.png', reason: 'Only .md, .html and .txt files are read.' },
      { name: 'help/return-policy.md', title: 'return policy', body: 'Send it back.' },
    ]);
  });

  it('JSON lines with text or sections, and goes on after a broken one', () => {
    const lines = [
      '{"id":"a","title":"One","text":"First","url":"https://a.test/1"}',
      '{"id":2,"title":"Two","sections":[{"heading":"How","text":"So"},{"question":"Why?","text":"Thus"}]}',
      'not json',
      '{"title":"no id","text":"x"}',
      '{"id":"__proto__","text":"# Heading\\nbody"}',
    ].join('\n');
    expect(candidatesOfJsonl(strToU8(lines))).toMatchObject([
      { externalId: 'jsonl:a', title: 'One', body: 'First', sourceUrl: 'https://a.test/1' },
      { externalId: 'jsonl:2', body: '## How\n\nSo\n\n## Why?\n\nThus' },
      { name: 'line 3', reason: 'Not an object with an id and a text.' },
      { name: 'line 4' },
      { externalId: 'jsonl:__proto__', title: 'Heading' },
    ]);
  });

  it('articles of a help centre, without its drafts', () => {
    const content = strToU8(
      JSON.stringify({
        articles: [
          { id: 7, title: 'Refunds', body: '<p>In <b>5</b> days.</p>', locale: 'en-us' },
          { id: 8, title: 'Soon', body: '<p>x</p>', draft: true },
        ],
      }),
    );
    expect(candidatesOfHelpCentre(content)).toMatchObject([
      { externalId: 'zendesk:7', title: 'Refunds', body: 'In **5** days.', language: 'en' },
      { name: 'Soon', reason: 'It is a draft in the help centre.' },
    ]);
    expect(candidatesOfHelpCentre(strToU8('[]'))).toMatchObject([{ name: 'export' }]);
  });
});
