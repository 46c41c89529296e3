import { z } from 'zod';

/** The words that go before every question: which shape the answer has, and what placeholders are. */
export function framePrompt(system: string, schema: z.ZodType, hasPlaceholders: boolean): string {
  const shape = JSON.stringify(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));
  return [
    system,
    ...(hasPlaceholders
      ? [
          'Values like [EMAIL_1] or [NAME_2] stand for personal data that was taken out. Copy them as they are where you need them and make up none.',
        ]
      : []),
    `Answer with one JSON object and nothing else. It follows this JSON schema:\n${shape}`,
  ].join('\n\n');
}
