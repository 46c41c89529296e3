import { strToU8, zipSync } from 'fflate';
import { afterEach, expect, it } from 'vitest';
import { createImportReader, type ImportReader } from './reader.ts';

let reader: ImportReader | undefined;

afterEach(() => reader?.close());

const nested = strToU8(`${'<div>'.repeat(100_000)}x${'</div>'.repeat(100_000)}`);

it('a page that takes too long is left out, and what comes after it is read', async () => {
  reader = createImportReader({ limitMs: 2_000 });
  const content = zipSync({ 'a.md': strToU8('one'), 'b.html': nested, 'c.md': strToU8('three') });
  const names = await reader.open({ kind: 'files', fileName: 'help.zip', content });
  const read = [];
  for (const [at, name] of names.entries()) read.push(await reader.part(at, name));
  expect(read).toMatchObject([
    { body: 'one' },
    { name: 'b.html', reason: 'It takes too long to read.' },
    { body: 'three' },
  ]);
});

it('a page of the web is read in its own words', async () => {
  reader = createImportReader();
  const content = strToU8('<title>Opening</title><nav>menu</nav><p>Nine to five.</p>');
  const page = { url: 'https://a.test/opening%20hours', content };
  expect(await reader.page(page)).toMatchObject({
    name: '/opening hours',
    title: 'Opening',
    body: 'Nine to five.',
    externalId: 'https://a.test/opening%20hours',
  });
});
