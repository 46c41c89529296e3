import { describe, expect, it } from 'vitest';
import { categoryPolicySchema } from '../../../../../contracts/assistant.ts';
import { workspaceSettingsSchema } from '../../../../../contracts/workspaces.ts';
import { SHIPPED_CONFIDENCE } from './confidence.ts';
import { probabilityOf } from './numbers.ts';

describe('the shipped confidence', () => {
  it('is what the bot and the assistant of a new workspace answer from', () => {
    const { bot } = workspaceSettingsSchema.parse({});
    expect(bot.minimumConfidence).toBe(SHIPPED_CONFIDENCE.answerFrom);
    expect(categoryPolicySchema.parse({}).answerFrom).toBe(SHIPPED_CONFIDENCE.answerFrom);
  });

  it.each(['wants_act', 'wants_thing', 'takes_leave', 'asks_nothing'])(
    'falls where %s says that no article is asked for',
    (sign) => {
      const signals = { chance: 0.9, passage_part: 0.5, sense_passage: 0.5 };
      const { right } = SHIPPED_CONFIDENCE;
      expect(probabilityOf(right, { ...signals, [sign]: 1 })).toBeLessThan(
        probabilityOf(right, signals),
      );
    },
  );
});
