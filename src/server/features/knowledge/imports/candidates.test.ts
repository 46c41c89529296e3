import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { articleOfMarkdown, type Candidate } from './candidates.ts';
import { candidateOfPage, partsOf, type Sent } from './reading.ts';

const candidatesOf = (
  content: Uint8Array,
  kind: Sent['kind'] = 'files',
  fileName = 'export.zip',
): Candidate[] => partsOf({ kind, fileName, content }).map((part) => part.read());

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
    expect(candidatesOf(archive)).toMatchObject([
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
    expect(candidatesOf(strToU8(lines), 'jsonl')).toMatchObject([
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
          { id: null, title: 'No id', body: '<p>x</p>' },
          { id: 9, title: 'Odd locale', body: '<p>x</p>', locale: '??' },
        ],
      }),
    );
    expect(candidatesOf(content, 'help_centre')).toMatchObject([
      { externalId: 'zendesk:7', title: 'Refunds', body: 'In **5** days.', language: 'en' },
      { name: 'Soon', reason: 'It is a draft in the help centre.' },
      { name: 'article 3', reason: 'Not an article with an id and a body.' },
      { externalId: 'zendesk:9', language: null },
    ]);
    expect(() => candidatesOf(strToU8('[]'), 'help_centre')).toThrow('a list called “articles”');
  });

  it('text in whatever encoding it came', () => {
    const words = '# Größe\n\nZwölf';
    const utf16 = Buffer.from(`\ufeff${words}`, 'utf16le');
    const japanese = Buffer.from([0x93, 0xfa, 0x96, 0x7b]);
    const page = (charset: string) =>
      Buffer.concat([Buffer.from(`<meta charset="${charset}"><p>`), japanese]);
    const read = (bytes: Uint8Array, fileName: string) => candidatesOf(bytes, 'files', fileName)[0];
    const expected = { title: 'Größe', body: 'Zwölf' };
    expect(read(strToU8(`\ufeff${words}`), 'a.md')).toMatchObject(expected);
    expect(read(utf16, 'a.md')).toMatchObject(expected);
    expect(read(utf16.swap16(), 'a.md')).toMatchObject(expected);
    expect(read(Buffer.from(words, 'latin1'), 'a.md')).toMatchObject(expected);
    expect(read(page('shift_jis'), 'a.html')).toMatchObject({ body: '日本' });
    expect(read(page('no-such-set'), 'a.html')).toMatchObject({ body: '“ú–{' });
    const fetched = {
      url: 'https://a.test/hours',
      content: Buffer.from('<h1>é</h1><p>x', 'latin1'),
    };
    expect(candidateOfPage({ ...fetched, charset: 'iso-8859-1' })).toMatchObject({ title: 'é' });
  });

  it('nothing in what is no text', () => {
    const left = (fileName: string, text: string) =>
      candidatesOf(strToU8(text), 'files', fileName)[0];
    expect(left('price.pdf', '%PDF-1.7')).toMatchObject({ reason: expect.stringMatching(/^Only/) });
    expect(left('photo.md', 'JFIF\u0000\u0001')).toMatchObject({ reason: 'It is not text.' });
  });

  it('names and words that can be stored, whatever characters are in them', () => {
    const lines = [
      String.raw`{"id":"a\u0000","title":"T\u0000\ud800","text":"x\u0000\udfffy"}`,
      String.raw`{"id":"b","title":"no\u0000\ud800text","text":""}`,
    ].join('\n');
    expect(candidatesOf(strToU8(lines), 'jsonl')).toMatchObject([
      { externalId: 'jsonl:a', title: 'T\ufffd', body: 'x\ufffdy' },
      { name: 'no\ufffdtext', reason: 'It has no text.' },
    ]);
    const odd = candidatesOf(zipSync({ '../a\u0000.md': strToU8('x'), '/b.md': strToU8('y') }));
    expect(odd.map(({ name }) => name)).toEqual(['../a.md', '/b.md']);
  });
});
