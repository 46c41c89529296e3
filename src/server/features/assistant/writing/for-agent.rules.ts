/** The assistant's text as an agent sends it under their own name. */
import type { Voice } from '../grounding/grounding.types.ts';
import { written, type Written } from './writing.rules.ts';

/**
 * Keeps the greeting, what articles say, questions and links to articles; leaves out who speaks, the links of
 * the assistant and its signature, which would be untrue in an agent's mail.
 */
export function writtenForAgent(voice: Voice, { parts }: Written): Written {
  const [greeting, ...rest] = parts;
  const kept = rest.filter(({ kind }) => kind !== 'frame' && kind !== 'act_link');
  return written(voice, greeting === undefined ? kept : [greeting, ...kept]);
}
