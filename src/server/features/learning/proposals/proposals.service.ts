import {
  categoryPolicyOf,
  type AssistantPolicy,
  type SavePolicy,
} from '../../../../contracts/assistant.ts';
import type { Proposal, Proposals } from '../../../../contracts/learning.ts';
import type { Core } from '../../../platform/core.ts';
import type { Scope } from '../../../platform/db/database.ts';
import { AppError, notFound } from '../../../platform/errors.ts';
import type { WeighedCase } from './curve.rules.ts';
import { changedRule } from './policy-change.rules.ts';
import { leastKnown, proposeThreshold, type Looked } from './propose.rules.ts';
import {
  decideProposal,
  insertProposal,
  listDismissed,
  listProposals,
  listWeighed,
  lockProposal,
  lockProposals,
  outdateOpen,
  type ProposalRow,
} from './proposals.store.ts';

/** The policy of the assistant, as far as learning reads and saves it. */
export interface PolicyKeeper {
  readonly policyOf: (scope: Scope) => Promise<{ version: number; policy: AssistantPolicy }>;
  readonly saveIn: (scope: Scope, memberId: string | null, change: SavePolicy) => Promise<void>;
}

export type ProposalService = ReturnType<typeof createProposalService>;

const dayMs = 86_400_000;
const lookBackDays = 180;
const mostCases = 50_000;
/** A threshold that was turned down is not proposed again for so long, unless it has moved. */
const restDays = 30;
const sameThreshold = 0.03;

/** What outcomes say about the thresholds; people decide. */
export function createProposalService({
  database,
  clock,
  ids,
  policies,
}: Core & { readonly policies: PolicyKeeper }) {
  /** Each category's cases against its threshold. */
  async function lookAt(scope: Scope) {
    const since = new Date(clock.now().getTime() - lookBackDays * dayMs);
    const { policy } = await policies.policyOf(scope);
    const groups = new Map<string | null, WeighedCase[]>();
    for (const { category, ...one } of await listWeighed(scope, { since, most: mostCases })) {
      const named = policy.categories.some((rule) => rule.category === category) ? category : null;
      const known = groups.get(named);
      if (known) known.push(one);
      else groups.set(named, [one]);
    }
    return [...groups].map(([category, cases]) => {
      const { answerFrom } = categoryPolicyOf(policy, category);
      const judged = cases.filter(({ verdict }) => verdict !== null).length;
      const looked: Looked = proposeThreshold(cases, answerFrom, policy.learning);
      return { category, answerFrom, judged, looked };
    });
  }

  async function decide(
    { workspaceId, memberId }: { workspaceId: string; memberId: string },
    id: string,
    carryOut: (
      scope: Scope,
      proposal: Pick<Proposal, 'category' | 'change'>,
    ) => Promise<'accepted' | 'dismissed'>,
  ): Promise<void> {
    const isOutdated = await database.inWorkspace(workspaceId, async (scope) => {
      const row = await lockProposal(scope, id);
      if (!row) throw notFound('proposal');
      if (row.state !== 'open') throw new AppError('proposal_settled', 'Look at the list again.');
      const { policy } = await policies.policyOf(scope);
      const at = clock.now();
      changed(scope);
      if (categoryPolicyOf(policy, row.category).answerFrom !== row.change.from) {
        await decideProposal(scope, id, { state: 'outdated', memberId: null, at });
        return true;
      }
      const state = await carryOut(scope, row);
      await decideProposal(scope, id, { state, memberId, at });
      return false;
    });
    if (isOutdated)
      throw new AppError(
        'proposal_settled',
        'The threshold was changed since it was made: look again.',
      );
  }

  return {
    /** What is proposed, what was decided, and why other categories have none. */
    list: (workspaceId: string): Promise<Proposals> =>
      database.inWorkspace(workspaceId, async (scope) => {
        const looked = (await lookAt(scope)).map(({ looked: { result }, ...one }) => ({
          ...one,
          needed: leastKnown * 2,
          result,
        }));
        const { policy } = await policies.policyOf(scope);
        return {
          open: (await listProposals(scope, true)).map(viewOf),
          decided: (await listProposals(scope, false)).map(viewOf),
          looked,
          aim: policy.learning,
        };
      }),

    /** Looks at everything anew: what was open and holds no longer is put away. */
    look: (workspaceId: string): Promise<void> =>
      database.inWorkspace(workspaceId, async (scope) => {
        await lockProposals(scope);
        const at = clock.now();
        const dismissed = await listDismissed(scope, new Date(at.getTime() - restDays * dayMs));
        const open = await listProposals(scope, true);
        const found = (await lookAt(scope)).flatMap(({ category, looked }) =>
          looked.result === 'proposed' && !wasDismissed(dismissed, category, looked.change.to)
            ? [{ category, change: looked.change, expected: looked.expected }]
            : [],
        );
        if (isSame(open, found)) return;
        await outdateOpen(scope, at);
        for (const one of found) await insertProposal(scope, { id: ids.next(), ...one }, at);
        changed(scope);
      }),

    /** Saves the threshold as a new version of the policy. Throws `proposal_settled`, `not_found`. */
    accept: (author: { workspaceId: string; memberId: string }, id: string): Promise<void> =>
      decide(author, id, async (scope, { category, change }) => {
        const { version, policy } = await policies.policyOf(scope);
        const next = changedRule(policy, category, { answerFrom: change.to });
        await policies.saveIn(scope, author.memberId, { version, policy: next, note: '' });
        return 'accepted';
      }),

    dismiss: (author: { workspaceId: string; memberId: string }, id: string): Promise<void> =>
      decide(author, id, async () => 'dismissed'),
  };
}

function wasDismissed(
  dismissed: readonly { category: string | null; to: number }[],
  category: string | null,
  to: number,
): boolean {
  return dismissed.some(
    (one) => one.category === category && Math.abs(one.to - to) < sameThreshold,
  );
}

/** Whether looking again found just what is open. */
function isSame(
  open: readonly ProposalRow[],
  found: readonly Pick<Proposal, 'category' | 'change' | 'expected'>[],
): boolean {
  const key = ({
    category,
    change,
    expected,
  }: Pick<Proposal, 'category' | 'change' | 'expected'>) =>
    JSON.stringify([category, change.from, change.to, expected.to.cases, expected.to.precision]);
  const known = new Set(open.map(key));
  return known.size === found.length && found.every((one) => known.has(key(one)));
}

function viewOf(row: ProposalRow): Proposal {
  const { id, category, change, expected, state } = row;
  return {
    id,
    category,
    change,
    expected,
    state,
    madeAt: row.made_at.toISOString(),
    decidedBy: row.decider,
    decidedAt: row.decided_at?.toISOString() ?? null,
  };
}

function changed(scope: Scope): void {
  scope.record({ type: 'learning.changed', workspaceId: scope.workspaceId });
}
