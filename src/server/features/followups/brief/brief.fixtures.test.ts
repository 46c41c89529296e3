import { describe, expect, test } from 'vitest';
import { Brief } from '../../../../contracts/briefs.ts';
import { writeBrief } from './brief.rules.ts';
import { shortcomings } from './fixtures/check-expectation.ts';
import { loadFixtures } from './fixtures/load-fixtures.ts';

const fixtures = loadFixtures();

describe('briefs of hand-written chats', () => {
  test('there are at least 24 of them', () => {
    expect(fixtures.length).toBeGreaterThanOrEqual(24);
  });

  test.each(fixtures)('$name', ({ transcript, vocabulary, expect: expected }) => {
    const brief = writeBrief(transcript, vocabulary);
    expect(shortcomings(brief, expected)).toEqual([]);
    expect(Brief.parse(brief)).toEqual(brief);
  });

  test.each(fixtures)(
    '$name rests on messages of its own transcript, in order',
    ({ transcript, vocabulary }) => {
      const order = transcript.messages.map((message) => message.id);
      const brief = writeBrief(transcript, vocabulary);
      for (const field of Object.values(brief).flat()) {
        const places = field.evidence.map((id) => order.indexOf(id));
        expect(places).not.toContain(-1);
        expect(places).toEqual(places.toSorted((one, other) => one - other));
      }
    },
  );
});
