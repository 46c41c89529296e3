/** The plan: what becomes of all waiting work now. */
import { layOut, type Choice } from './field.rules.ts';
import { planLive } from './live.rules.ts';
import { planMail } from './mail.rules.ts';
import { parameters, type Parameters } from './parameters.rules.ts';
import type { Snapshot } from './snapshot.rules.ts';

export interface Plan {
  readonly assignments: readonly Choice[];
  readonly offers: readonly Choice[];
}

export function plan(snapshot: Snapshot, table: Parameters = parameters): Plan {
  const steps = layOut(snapshot, table);
  let step = steps.next();
  while (!step.done) step = steps.next();
  const field = step.value;
  for (const _ of planLive(field));
  for (const _ of planMail(field));
  return {
    assignments: field.choices.filter((one) => one.lane.kind.workClass === 'email'),
    offers: field.choices.filter((one) => one.lane.kind.workClass !== 'email'),
  };
}
