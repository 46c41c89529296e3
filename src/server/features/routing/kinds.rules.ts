/** Kinds of work and the queues a plan serves them from: what pieces of work have in common, made once. */
import type { ChannelClass } from '../../../contracts/people.ts';
import type { LadderStep } from '../../../contracts/routing.ts';
import type { HandlingBook } from './handling.rules.ts';
import type {
  LadderStep as PlanStep,
  PlanQueue,
  SkillNeed,
  WorkKind,
} from './plan/snapshot.rules.ts';

/** A queue as it is set up. */
export interface QueueSetup {
  readonly id: string;
  readonly name: string;
  readonly priority: number;
  readonly groupIds: readonly string[];
  readonly secondaryGroupIds: readonly string[];
  readonly ladder: readonly LadderStep[];
  readonly handOver: 'one_at_a_time' | 'fill';
}

export interface Need {
  readonly skill: string;
  readonly level: number;
  readonly optional: boolean;
}

/** What makes two pieces of work different for a plan. */
export interface KindFacts {
  readonly queueId: string;
  readonly channelClass: ChannelClass;
  readonly needs: readonly Need[];
  readonly category: string | null;
  readonly priorityRank: number;
  /** Part of a backlog, of which some agents have had their share. */
  readonly slow: boolean;
}

export interface KindOptions {
  readonly queues: readonly QueueSetup[];
  readonly handling: HandlingBook;
  /** What capacity rules weigh: kinds differ by it only where they must. */
  readonly weighs: { readonly priority: boolean; readonly category: boolean };
}

export interface KnownKind {
  readonly kind: WorkKind;
  readonly facts: KindFacts;
}

export type KindBook = ReturnType<typeof createKindBook>;

/** Makes each kind, and each queue a plan needs for it, once. */
export function createKindBook({ queues, handling, weighs }: KindOptions) {
  const setups = new Map(queues.map((queue) => [queue.id, queue]));
  const kinds = new Map<string, KnownKind>();
  const planQueues = new Map<string, PlanQueue>();

  function planQueueOf(setup: QueueSetup, required: readonly SkillNeed[]): string {
    // A ladder that changes skills changes those of each kind, so each has a queue of its own.
    const own = required.length > 0 && setup.ladder.some(changesSkills);
    const id = own ? `${setup.id} ${keyOf(required)}` : setup.id;
    if (!planQueues.has(id)) {
      planQueues.set(id, {
        id,
        setUpAs: setup.id,
        name: setup.name,
        priority: setup.priority,
        groupIds: new Set(setup.groupIds),
        secondaryGroupIds: new Set(setup.secondaryGroupIds),
        ladder: ladderOf(setup.ladder, own ? required : []),
        handOver: setup.handOver,
      });
    }
    return id;
  }

  return {
    /** Null for work of a queue that is not served now. */
    kindOf(facts: KindFacts): WorkKind | null {
      const setup = setups.get(facts.queueId);
      if (!setup) return null;
      const category =
        weighs.category || handling.knows(facts.category) ? (facts.category ?? '') : '';
      const rank = weighs.priority ? facts.priorityRank : '';
      const id = `${facts.queueId} ${facts.channelClass} ${needsKey(facts.needs)} ${rank} ${facts.slow ? 'slow' : ''} ${category}`;
      const known = kinds.get(id);
      if (known) return known.kind;
      const required = facts.needs.filter((need) => !need.optional).map(bare);
      const { minutes, spread } = handling.expected(facts.channelClass, facts.category);
      const kind: WorkKind = {
        id,
        queueId: planQueueOf(setup, required),
        workClass: facts.channelClass,
        required,
        optional: facts.needs.filter((need) => need.optional).map(bare),
        expectedMinutes: minutes,
        spread,
      };
      kinds.set(id, { kind, facts });
      return kind;
    },
    /** All kinds made so far. */
    kinds: (): readonly KnownKind[] => [...kinds.values()],
    queues: (): readonly PlanQueue[] => [...planQueues.values()],
  };
}

/** Seconds after which a queue's ladder gives up wished-for skills; null: never. */
export function optionalDroppedAfter(queue: Pick<QueueSetup, 'ladder'>): number | null {
  return queue.ladder.find(({ dropSkills }) => dropSkills !== 'none')?.afterSeconds ?? null;
}

function ladderOf(steps: readonly LadderStep[], required: readonly SkillNeed[]): PlanStep[] {
  let lowered = 0;
  let dropped = false;
  return steps.map((step) => {
    lowered += step.lowerLevelsBy;
    dropped ||= step.dropSkills === 'all';
    return {
      afterMinutes: step.afterSeconds / 60,
      groupIds: step.addGroupIds,
      raise: step.raisePriority,
      ...(required.length > 0 && {
        required: dropped
          ? []
          : required.map(({ skill, level }) => ({ skill, level: Math.max(1, level - lowered) })),
      }),
    };
  });
}

function changesSkills(step: LadderStep): boolean {
  return step.lowerLevelsBy > 0 || step.dropSkills === 'all';
}

function bare({ skill, level }: Need): SkillNeed {
  return { skill, level };
}

function needsKey(needs: readonly Need[]): string {
  if (needs.length === 0) return '';
  const wished = needs
    .filter(({ optional }) => optional)
    .map(({ skill, level }) => `${skill}:${level}`);
  return `${keyOf(needs.filter(({ optional }) => !optional))} ${wished.join(',')}`;
}

function keyOf(required: readonly SkillNeed[]): string {
  return required
    .map(({ skill, level }) => `${skill}:${level}`)
    .toSorted()
    .join(',');
}
