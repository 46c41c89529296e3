import type { TriggerRule } from '../../../../contracts/triggers.ts';
import { describeAction, describeCondition, joined, type NameOf } from './words.rules.ts';

/** A rule as people read it: what must hold, then what it does, a sentence each. */
export function describeRule({ conditions, actions }: TriggerRule, nameOf: NameOf): string[] {
  const all = conditions.all.map((one) => describeCondition(one, nameOf));
  const any = conditions.any.map((one) => describeCondition(one, nameOf));
  const when = [joined(all), joined(any, 'or')].filter(Boolean).join('; ');
  return [
    ...(when === '' ? [] : [`When ${when}.`]),
    ...actions.map((one) => `${describeAction(one, nameOf)}.`),
  ];
}
