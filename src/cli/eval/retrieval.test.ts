import { describe, expect, it } from 'vitest';
import { readOptions } from './retrieval.ts';

describe('readOptions', () => {
  it('reads the files', () => {
    expect(readOptions(['--kb', 'a', '--questions', 'b', '--json', 'c'])).toEqual({
      kb: 'a',
      questions: 'b',
      json: 'c',
    });
  });

  it('asks for what is missing and names what it does not know', () => {
    expect(readOptions(['--kb', 'a'])).toMatch('--questions');
    expect(readOptions(['--kb', 'a', '--questions', 'b', '--gold', 'c'])).toMatch('--gold');
  });

  it('helps', () => expect(readOptions(['--help'])).toBeNull());
});
