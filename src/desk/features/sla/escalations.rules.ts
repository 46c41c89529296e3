/** Steps of a policy's escalations as the editor shows them: by moment, for every metric or for some. */
import type { SlaMetric } from '../../../contracts/sla-chip.ts';
import type { Escalation, EscalationAct } from '../../../contracts/sla.ts';

/** The metrics that have steps of their own, in the order they were added. */
export function scopesOf(escalations: readonly Escalation[]): readonly (readonly SlaMetric[])[] {
  const own = escalations.filter(({ metrics }) => metrics.length > 0);
  return own
    .map(({ metrics }) => metrics)
    .filter((metrics, place, all) => all.findIndex((one) => isSame(one, metrics)) === place);
}

/** Whether a step is for these metrics and no others; none is every metric. */
export function isFor(step: Escalation, metrics: readonly SlaMetric[]): boolean {
  return isSame(step.metrics, metrics);
}

/** What is done at a moment for these metrics. */
export function actsAt(
  escalations: readonly Escalation[],
  { at, metrics }: { at: Escalation['at']; metrics: readonly SlaMetric[] },
): readonly EscalationAct[] {
  return escalations
    .filter((step) => step.at === at && isFor(step, metrics))
    .flatMap((s) => s.acts);
}

/** The steps with this one in place of those at its moment for its metrics; without acts there is none. */
export function withStep(escalations: readonly Escalation[], step: Escalation): Escalation[] {
  const others = escalations.filter((one) => one.at !== step.at || !isFor(one, step.metrics));
  return step.acts.length === 0 ? others : [...others, step];
}

/** What a metric begins with: supervisors hear of it when it is broken. */
export function firstStep(metric: SlaMetric): Escalation {
  return { at: 'breached', metrics: [metric], acts: [{ kind: 'notify', who: 'supervisors' }] };
}

function isSame(one: readonly SlaMetric[], other: readonly SlaMetric[]): boolean {
  return one.length === other.length && one.every((metric) => other.includes(metric));
}
