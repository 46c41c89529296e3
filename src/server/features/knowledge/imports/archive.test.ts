import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { filesOfArchive } from './archive.ts';

const limits = { files: 2, bytes: 100, fileBytes: 60 };
const told = (content: Uint8Array) =>
  filesOfArchive(content, limits).map((file) => [
    file.name,
    'reason' in file ? file.reason : file.content.length,
  ]);

describe('an archive', () => {
  it('is not kept from its pages by the pictures in it', () => {
    const picture = new Uint8Array(5_000);
    expect(told(zipSync({ 'a.png': picture, 'b.md': strToU8('x'), '._b.md': picture }))).toEqual([
      ['a.png', 'Only .md, .html and .txt files are read.'],
      ['b.md', 1],
    ]);
  });

  it('unpacks no file that is too large, and no more than so many', () => {
    const page = strToU8('x'.repeat(40));
    const large = new Uint8Array(61);
    expect(told(zipSync({ 'a.md': large, 'b.md': page, 'c.md': page, 'd.md': page }))).toEqual([
      ['a.md', expect.stringMatching(/^It is larger than/)],
      ['b.md', 40],
      ['c.md', 40],
      ['d.md', 'Only 2 files are read at once: import the rest apart.'],
    ]);
  });

  it('cuts off what says it is smaller than it is', () => {
    const bomb = Buffer.from(zipSync({ 'a.md': new Uint8Array(5_000_000) }));
    const entry = bomb.indexOf('PK\u0001\u0002');
    bomb.writeUInt32LE(50, entry + 24);
    const sizes = () => told(bomb).map(([, size]) => size);
    expect(sizes()).toEqual([50]);
  });

  it('reads names in UTF-8 that it does not say are', () => {
    const zip = Buffer.from(zipSync({ 'größe.md': strToU8('x') }));
    for (const [mark, at] of [
      ['PK\u0003\u0004', 6],
      ['PK\u0001\u0002', 8],
    ] as const) {
      zip.writeUInt16LE(0, zip.indexOf(mark) + at);
    }
    expect(told(zip)).toEqual([['größe.md', 1]]);
  });

  it.each([
    ['nothing', new Uint8Array(0)],
    ['something else', strToU8('PK nothing')],
  ])('that is %s is told so', (_name, content) => {
    expect(() => filesOfArchive(content)).toThrow('It is no zip archive, or a damaged one.');
  });
});
