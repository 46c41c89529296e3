import fc from 'fast-check';
import { expect, test } from 'vitest';
import { frame } from '../writing/frames/frames.rules.ts';
import { quoteText } from '../writing/render.rules.ts';
import { checkDraft } from './grounding.rules.ts';
import type { Source, Voice } from './grounding.types.ts';
import { mailProblems } from './sent-form.rules.ts';

const voice: Voice = {
  language: 'en',
  customerName: null,
  assistantName: 'Robin',
  workspaceName: 'Acme',
};
const links = { ownUrls: ['https://acme.test/help/1'], instead: '[link]' };
const bits = fc.constantFrom(
  '<script>',
  '</script>',
  '<img src=x onerror=alert(1)>',
  '<!--',
  '-->',
  '<div style="display:none">',
  '</div>',
  '![a](https://evil.test/x.png)',
  '[a](https://evil.test)',
  '[a](javascript:alert(1))',
  '[a][1]',
  '[1]: https://evil.test',
  '<https://evil.test>',
  'https://evil.test/x?y',
  'HTTP://EVIL.test',
  'www.evil.test',
  '//evil.test/x',
  'https://acme.test@evil.test/',
  'https://acme.test/help/2?utm=1',
  '&lt;script&gt;',
  '&#60;img&#62;',
  '`',
  '```',
  '**',
  '_',
  '~~',
  '#',
  '- ',
  '1. ',
  '|',
  '\n',
  '\n\n',
  '    ',
  '"',
  "'",
  '>',
  '<',
  '\\',
  '\u0000',
  '\u200B',
  '\u202E',
  'word',
  'a.b/c',
  'data:text/html,x',
  ' ',
  'é',
);
const markdown = fc
  .array(fc.oneof(bits, fc.string({ maxLength: 8 })), { maxLength: 30 })
  .map((all) => all.join(''));
const quote = (text: string) => ({
  kind: 'quote' as const,
  articleId: 'a',
  version: 1,
  start: 0,
  end: text.length,
  text,
});

test('no Markdown whatever makes an element or an address that is not ours', () => {
  fc.assert(
    fc.property(markdown, (text) => {
      expect(mailProblems([quote(text)], links)).toEqual([]);
      expect(quoteText(text, links)).not.toMatch(/evil\.test\/x|javascript:|data:/i);
    }),
    { numRuns: 2_000 },
  );
});

test('no text whatever passes for a frame, and none for a title', () => {
  const source: Source = {
    articleId: 'a',
    version: 1,
    title: 'T',
    url: 'https://acme.test/help/1',
    visibility: 'public',
    language: 'en',
    text: 'Text.',
  };
  const context = { voice, sources: [source], ownUrls: [], acts: [] };
  fc.assert(
    fc.property(fc.oneof(markdown, fc.string()), (text) => {
      const words = `${frame('replyToo', voice)} ${text}x`;
      expect(checkDraft([{ kind: 'frame', text: words }], context).ok).toBe(false);
      const link = {
        kind: 'link' as const,
        articleId: 'a',
        title: `${text}x`,
        url: 'https://acme.test/help/1',
      };
      expect(checkDraft([{ kind: 'frame', text: frame('more', voice) }, link], context).ok).toBe(
        false,
      );
    }),
    { numRuns: 500 },
  );
});
