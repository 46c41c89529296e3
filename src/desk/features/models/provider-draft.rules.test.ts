import { describe, expect, it } from 'vitest';
import { saveModelProviderSchema } from '../../../contracts/models.ts';
import { bodyOf, draftOf, isComplete, withKind } from './provider-draft.rules.ts';

const empty = draftOf(undefined, 'write');

describe('a provider that is typed', () => {
  it('starts with what the server takes, once there is a model', () => {
    expect(isComplete(empty)).toBe(false);
    const named = { ...empty, model: 'm' };
    expect(isComplete(named)).toBe(true);
    expect(saveModelProviderSchema.safeParse(bodyOf(named)).success).toBe(true);
  });

  it('takes the usual address of its kind, and leaves one of its own', () => {
    expect(withKind(empty, 'anthropic').baseUrl).toContain('anthropic');
    const own = { ...empty, baseUrl: 'http://models.example/v1' };
    expect(withKind(own, 'anthropic').baseUrl).toBe(own.baseUrl);
  });

  it('sends a key only when one was typed', () => {
    expect('apiKey' in bodyOf(empty)).toBe(false);
    expect(bodyOf({ ...empty, apiKey: 'k' }).apiKey).toBe('k');
  });

  it.each([
    ['no address', { baseUrl: 'here' }],
    ['a limit that is no number', { dailyTokens: Number.NaN }],
    ['a price that is no number', { priceIn: Number.NaN }],
  ])('is not complete with %s', (_what, more) => {
    expect(isComplete({ ...empty, model: 'm', ...more })).toBe(false);
  });
});
