/** The plan: what becomes of all waiting work now. */
import { fieldOf, type Choice } from './field.rules.ts';
import { planLive } from './live.rules.ts';
import { planMail } from './mail.rules.ts';
import { parameters, type Parameters } from './parameters.rules.ts';
import type { Snapshot } from './snapshot.rules.ts';

export interface Plan {
  readonly assignments: readonly Choice[];
  readonly offers: readonly Choice[];
}

export function plan(snapshot: Snapshot, table: Parameters = parameters): Plan {
  const field = fieldOf(snapshot, table);
  for (const _ of planLive(field));
  for (const _ of planMail(field));
  return {
    assignments: field.choices.filter((one) => one.lane.kind.workClass === 'email'),
    offers: field.choices.filter((one) => one.lane.kind.workClass !== 'email'),
  };
}
