import type { RiskCare } from '../../../../contracts/classification.ts';
import { RiskTopic } from '../../../../contracts/understanding.ts';
import type { Evidence, Risk } from '../../../../contracts/understanding.ts';
import { foldText, spansOf } from '../text/folded.rules.ts';
import { privacy, safety, security, selfHarm } from './topics-harm.rules.ts';
import { discrimination, legal, paymentDispute, press } from './topics-law.rules.ts';
import type { RiskCue } from './topics-law.rules.ts';

/** From which score on a topic is a risk; a lower number finds more and is wrong more often. */
export type RiskThresholds = Readonly<Partial<Record<RiskTopic, number>>>;

/** The threshold of a topic that a workspace did not set: one telling phrase is enough. */
export const SHIPPED_RISK_THRESHOLD = 0.5;

/** The thresholds a workspace chose: signs are worth 0.35 to 0.95, and several of one topic add up. */
export function riskThresholdsOf(
  cares: Readonly<Partial<Record<RiskTopic, RiskCare>>>,
): RiskThresholds {
  const set = RiskTopic.options.flatMap((topic) => {
    const care = cares[topic];
    return care === undefined ? [] : [[topic, thresholds[care]] as const];
  });
  return Object.fromEntries(set);
}

const thresholds: Readonly<Record<RiskCare, number>> = {
  hint: 0.3,
  telling: SHIPPED_RISK_THRESHOLD,
  clear: 0.8,
  off: Infinity,
};

const topics: Readonly<Record<RiskTopic, readonly RiskCue[]>> = {
  legal,
  safety,
  self_harm: selfHarm,
  security,
  privacy,
  payment_dispute: paymentDispute,
  discrimination,
  press,
};
const MOST_EVIDENCE = 8;

/**
 * Risks in the messages of a customer, surest first. Recall comes first: whoever says "lawyer" is shown to
 * a person, also when they only say that they need none; a topic's score is the chance that at least one of its
 * signs means it.
 */
export function findRisks(
  messages: readonly { id: string; text: string }[],
  thresholds: RiskThresholds = {},
): Risk[] {
  const read = messages.map(({ id, text }) => ({ id, folded: foldText(text) }));
  return RiskTopic.options
    .map((topic) => riskOf(topic, topics[topic], read))
    .filter(
      ({ topic, score }) => score > 0 && score >= (thresholds[topic] ?? SHIPPED_RISK_THRESHOLD),
    )
    .toSorted((one, other) => other.score - one.score);
}

type Read = { id: string; folded: ReturnType<typeof foldText> };

function riskOf(topic: RiskTopic, cues: readonly RiskCue[], read: readonly Read[]): Risk {
  const evidence: Evidence[] = [];
  let safe = 1;
  for (const { weight, pattern } of cues)
    for (const { id, folded } of read) {
      const found = spansOf(folded, pattern);
      if (found.length > 0) safe *= 1 - weight;
      for (const span of found) evidence.push({ message: id, ...span });
    }
  return { topic, score: 1 - safe, evidence: evidence.slice(0, MOST_EVIDENCE) };
}
