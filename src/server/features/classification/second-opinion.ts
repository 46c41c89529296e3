import type { Database, Scope } from '../../platform/db/database.ts';
import type { Models } from '../models/index.ts';
import {
  askForOpinion,
  guessOf,
  opinionSchema,
  type CategoryGuess,
  type OpinionCase,
} from './second-opinion.rules.ts';

export interface OpinionDeps {
  readonly database: Pick<Database, 'inWorkspace'>;
  /** A language model that judges, where the workspace has one. */
  readonly judge: Pick<Models, 'classify' | 'modelOf'>;
}

/** A ticket to have an opinion of, and the name of its customer. */
export interface OpinionMaterial extends OpinionCase {
  readonly customerName: string | null;
}

/** Asks the workspace's language model, outside of any transaction; null without one or when it fails. */
export async function askSecond(
  { database, judge }: OpinionDeps,
  workspaceId: string,
  materialIn: (scope: Scope) => Promise<OpinionMaterial | null>,
): Promise<CategoryGuess | null> {
  if ((await judge.modelOf(workspaceId, 'classify')) === null) return null;
  const material = await database.inWorkspace(workspaceId, materialIn);
  if (material === null || material.choices.length === 0) return null;
  const { customerName } = material;
  const result = await judge.classify(workspaceId, {
    prompt: askForOpinion(material),
    schema: opinionSchema,
    names: customerName === null ? [] : [customerName],
    maxOutputTokens: 500,
  });
  return result.ok ? guessOf(result.value, material, result.call.model) : null;
}
