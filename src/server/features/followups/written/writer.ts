import type { Brief } from '../../../../contracts/briefs.ts';
import type { BriefOrigin } from '../../../../contracts/followups.ts';
import type { Models } from '../../models/index.ts';
import type { BriefVocabulary, Transcript } from '../brief/transcript.rules.ts';
import { composeBrief } from './compose.rules.ts';
import { askForDraft, draftSchema } from './draft.rules.ts';

/** What a brief is made from, and the one that rules made of it. */
export interface WritingMaterial {
  readonly transcript: Transcript;
  readonly vocabulary: BriefVocabulary;
  readonly rules: Brief;
  /** Names of the customer, to be kept from the model. */
  readonly names: readonly string[];
}

/** Rules wrote it: because of what, where a model should have. */
export function originByRules(because: BriefOrigin['because'] = null): BriefOrigin {
  return { by: 'rules', model: null, because, dropped: [], rulesFields: [] };
}

const fewestMessages = 2;
const longestAnswer = 3_000;

/** Has the brief written by the model of the workspace; says why where the rules' one stays. */
export async function writeWithModel(
  write: Models['write'],
  workspaceId: string,
  { transcript, vocabulary, rules, names }: WritingMaterial,
): Promise<{ brief: Brief; origin: BriefOrigin }> {
  const spoken = transcript.messages.filter(({ author }) => author !== 'system');
  if (spoken.length < fewestMessages) return { brief: rules, origin: originByRules() };
  const { named, prompt } = askForDraft(transcript, vocabulary);
  const result = await write(workspaceId, {
    prompt,
    schema: draftSchema,
    names,
    maxOutputTokens: longestAnswer,
  });
  if (!result.ok) {
    const because = result.reason === 'not_configured' ? null : result.reason;
    return { brief: rules, origin: originByRules(because) };
  }
  const { brief, dropped, rulesFields } = composeBrief({
    draft: result.value,
    rules,
    named,
    vocabulary,
  });
  const { model } = result.call;
  return { brief, origin: { by: 'model', model, because: null, dropped, rulesFields } };
}
