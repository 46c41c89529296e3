/**
 * Every number of the `risk` policy, with its meaning and unit. What each ingredient is worth stands in
 * docs/decisions/0010-routing-plan.md.
 */
export const parameters: Parameters = Object.freeze({
  /** Weight of an item by priority rank, urgent first; multiplied by the tier's weight. */
  priorityWeights: [8, 4, 2, 1],
  /** Minutes of slack over which the rank of mail falls to a third. */
  lookAheadMinutes: 60,
  /** Share of its weight that work keeps once its deadline has passed. */
  lostShare: 0.03,
  /** Minutes after the deadline in which lost work gains that share once more. */
  lostRiseMinutes: 15,
  /** Rate at which mail goes on beside 0, 1, 2, ... running chats. */
  mailRate: [1, 0.5, 0.2, 0.05, 0],
  /** Lowest of these rates at which an agent is given mail. */
  leastMailRate: 0.2,
  /** 1: mail that will not be done before the shift ends is left to others. */
  shiftEnd: 1,
  /** Handling time without a wanted skill, and of a follow-up by the agent of its chat, as factors. */
  missingOptionalFactor: 1.25,
  sameAgentFactor: 0.85,
  /** Weight a minute of an agent's time is worth. */
  minutePrice: 0.3,
  /** Exponent of the scarcity price. */
  scarcity: 1,
  /** Attention a minute of chat takes, where a minute of a call or undisturbed mail takes 1. */
  chatAttention: 0.44,
  /** Weight a chat-free agent is worth to calls to come, when one is left. */
  callReserve: 4,
  /** What one more such agent leaves of that. */
  callDecay: 0.5,
  /** Weight by which whoever had a chat or call before is preferred. */
  beforeBonus: 10,
  /** Weight that an agent with the mean of chats an hour is spared; twice the mean is spared twice. */
  fairness: 1,
  /** Weight the last open slot of those with a wanted skill is worth; each further slot this much less. */
  slotReserve: 6,
  slotDecay: 0.7,
  /** Minutes that an offer takes until it is accepted, and then some. */
  acceptMinutes: 0.4,
  /** Times a plan may take a piece from somebody, and minutes it stays where it lies before. */
  mostMoves: 2,
  settleMinutes: 5,
  /** Pieces a plan may take from one agent, and within one queue, in an hour, of those who are there. */
  movesPerAgentHour: Number.POSITIVE_INFINITY,
  movesPerQueueHour: Number.POSITIVE_INFINITY,
  /** Minutes before the end of their shift from which nobody is given what was taken from somebody. */
  quietMinutes: 0,
  /** Minutes for which somebody may be gone before unbegun mail goes back. */
  absentMinutes: 10,
  /** Unbegun mail goes back below this chance to be answered in time where it lies. */
  riskyChance: 0.5,
  /** Minutes after which unbegun mail goes back to whoever has free hands. */
  unbegunMinutes: 60,
  /** Pieces one plan takes back at most. */
  returnsPerPlan: 20,
  /** Rows up to which several items and agents are matched at minimum cost; beyond, in order of rank. */
  matchUpTo: 48,
});

/** A table of the same shape, for benchmarks that leave an ingredient out. */
export interface Parameters {
  readonly priorityWeights: readonly number[];
  readonly lookAheadMinutes: number;
  readonly lostShare: number;
  readonly lostRiseMinutes: number;
  readonly mailRate: readonly number[];
  readonly leastMailRate: number;
  readonly shiftEnd: number;
  readonly missingOptionalFactor: number;
  readonly sameAgentFactor: number;
  readonly minutePrice: number;
  readonly scarcity: number;
  readonly chatAttention: number;
  readonly callReserve: number;
  readonly callDecay: number;
  readonly beforeBonus: number;
  readonly fairness: number;
  readonly slotReserve: number;
  readonly slotDecay: number;
  readonly acceptMinutes: number;
  readonly mostMoves: number;
  readonly settleMinutes: number;
  readonly movesPerAgentHour: number;
  readonly movesPerQueueHour: number;
  readonly quietMinutes: number;
  readonly absentMinutes: number;
  readonly riskyChance: number;
  readonly unbegunMinutes: number;
  readonly returnsPerPlan: number;
  readonly matchUpTo: number;
}
