import { describe, expect, it } from 'vitest';
import { createHandlingBook, learnHandling, type Stretch } from './handling.rules.ts';

const mail = (minutes: number, changes: Partial<Stretch> = {}): Stretch => ({
  channelClass: 'email',
  category: null,
  agentId: 'ana',
  minutes,
  ...changes,
});
const times = (count: number, one: Stretch) => Array.from({ length: count }, () => one);

describe('handling times', () => {
  it('are assumed before anything is known', () => {
    const book = createHandlingBook(learnHandling([]));
    expect(book.expected('email', 'Billing')).toMatchObject({ minutes: 8, samples: 0 });
    expect(book.paceOf('ana', 'email')).toBe(1);
  });

  it('come close to what was seen, and closer with more of it', () => {
    const few = createHandlingBook(learnHandling(times(5, mail(20)))).expected('email', null);
    const many = createHandlingBook(learnHandling(times(500, mail(20)))).expected('email', null);
    expect(few.minutes).toBeLessThan(many.minutes);
    expect(few.minutes).toBeGreaterThan(8);
    expect(Math.abs(many.minutes - 20)).toBeLessThan(1.5);
  });

  it('are not moved by people who went home in between', () => {
    const usual = [...times(60, mail(8)), ...times(60, mail(12))];
    const clean = createHandlingBook(learnHandling(usual)).expected('email', null).minutes;
    const dirty = [...usual, ...times(6, mail(230)), ...times(20, mail(900))];
    const after = createHandlingBook(learnHandling(dirty)).expected('email', null).minutes;
    // The plain mean would have doubled.
    expect(after / clean).toBeLessThan(1.3);
  });

  it('tell categories apart, and leave rare ones near the class', () => {
    const learned = learnHandling([
      ...times(200, mail(6)),
      ...times(200, mail(24, { category: 'Billing' })),
      mail(24, { category: 'Rare' }),
    ]);
    const book = createHandlingBook(learned);
    const [billing, rare] = ['Billing', 'Rare'].map((one) => book.expected('email', one).minutes);
    expect(billing).toBeGreaterThan(20);
    expect(rare).toBeLessThan(billing ?? 0);
    expect(book.knows('Billing')).toBe(true);
    expect(book.knows('Other')).toBe(false);
  });

  it('take the mix of work out of the pace of people', () => {
    const learned = learnHandling([
      ...times(100, mail(5, { category: 'Easy', agentId: 'ana' })),
      ...times(100, mail(40, { category: 'Hard', agentId: 'ben' })),
      ...times(100, mail(10, { category: 'Even', agentId: 'cleo' })),
      ...times(100, mail(20, { category: 'Even', agentId: 'dan' })),
    ]);
    const book = createHandlingBook(learned);
    expect(book.paceOf('ana', 'email')).toBeGreaterThan(0.8);
    expect(book.paceOf('ben', 'email')).toBeLessThan(1.25);
    expect(book.paceOf('cleo', 'email')).toBeLessThan(book.paceOf('dan', 'email'));
    expect(book.paceOf('dan', 'email')).toBeLessThanOrEqual(2);
  });
});
