import { expect, test } from 'vitest';
import { pauseBeforeRetry } from './retry.rules.ts';

test.each([
  ['the first pause', { attempts: 1, waitMs: null, leftMs: 9_000, chance: 1 }, 400],
  ['twice as long', { attempts: 2, waitMs: null, leftMs: 9_000, chance: 1 }, 800],
  ['spread', { attempts: 1, waitMs: null, leftMs: 9_000, chance: 0 }, 200],
  ['what the provider asks for', { attempts: 1, waitMs: 3_000, leftMs: 9_000, chance: 1 }, 3_000],
  ['not sooner than ours', { attempts: 1, waitMs: 0, leftMs: 9_000, chance: 1 }, 400],
  ['no time for it', { attempts: 1, waitMs: 60_000, leftMs: 9_000, chance: 1 }, null],
  ['enough', { attempts: 3, waitMs: null, leftMs: 9_000, chance: 1 }, null],
])('%s', (_name, question, pause) => {
  expect(pauseBeforeRetry(question)).toBe(pause);
});
