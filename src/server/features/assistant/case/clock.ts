import { categoryPolicyOf, type AssistantPolicy } from '../../../../contracts/assistant.ts';
import type { Scope } from '../../../platform/db/database.ts';
import { createHistorian } from '../../history/index.ts';
import { lockTicket } from '../../tickets/index.ts';
import { checkDraft } from '../grounding/grounding.rules.ts';
import { policyOf } from '../policy/policy.store.ts';
import { writeReminder } from '../writing/writing.rules.ts';
import type { AssistantDeps } from './case.deps.ts';
import { findCase, markCase, readCaseFile, saveOutcome, saveReminded } from './case.store.ts';
import type { CaseFile } from './case.types.ts';
import { lastSeqOf } from './gates.rules.ts';
import { insertTurn, listTurns, type TurnRow } from './decisions.store.ts';
import { voiceOf } from './plan.ts';
import { silenceStep } from './silence.rules.ts';
import { assistant, speak } from './speak.ts';
import { bareTurn } from './kept-turn.ts';

/** How long a case rests before it is looked at again while the assistant is stopped. */
const restMs = 3_600_000;

/** Handler of `assistant.clock`: a silent customer is reminded once; then silence counts as solved. */
export function createSilenceClock(deps: AssistantDeps) {
  const { database, clock, change, ids } = deps;
  const tell = createHistorian(deps);

  return (workspaceId: string, ticketId: string): Promise<void> =>
    database.inWorkspace(workspaceId, async (scope) => {
      if (!(await lockTicket(scope, ticketId))) return;
      const one = await findCase(scope, ticketId);
      const file = await readCaseFile(scope, ticketId, clock.now());
      if (!file || one?.state !== 'waiting' || one.waits_until === null) return;
      // Whoever solved it or put it aside has taken it over.
      if (file.humanTouched || file.ticket.status !== 'pending') return;
      if (lastSeqOf(file) > one.handled_seq) return;
      const [last] = (await listTurns(scope, { ticketId, limit: 10 })).filter(
        ({ path, message_id: sent }) => sent !== null && (path === 'answer' || path === 'ask'),
      );
      if (!last) return;
      const { policy, version } = await policyOf(scope);
      // What is due while everything is stopped is done when it goes on.
      if (policy.stopped) return told(scope, ticketId, new Date(clock.now().getTime() + restMs));
      const { channel } = file.ticket;
      const waiting = { channel, until: one.waits_until, remindedAt: one.reminded_at };
      const { act, wakeAt } = silenceStep(waiting, policy, clock.now());
      const found = { file, last, policyVersion: version };
      if (act === 'remind' && mayWrite(policy, file)) await remind(scope, found);
      if (act === 'assume') await assume(scope, found);
      if (wakeAt !== null || act !== null) told(scope, ticketId, wakeAt);
    });

  interface Found {
    readonly file: CaseFile;
    readonly last: TurnRow;
    readonly policyVersion: number;
  }

  async function remind(scope: Scope, found: Found): Promise<void> {
    const { file, last } = found;
    const { ticket } = file;
    await saveReminded(scope, ticket.id, clock.now());
    const { assistantName } = await deps.settingsOf(scope);
    const { name: workspaceName } = await deps.findWorkspace(scope);
    const voice = voiceOf({ file, assistantName, workspaceName });
    const place = { workspaceId: scope.workspaceId, decisionId: last.id };
    const notHelpedUrl = deps.links.urlOf({ ...place, verdict: 'not_helped' });
    // Being told of an incident solves nothing.
    const mayHelp = last.path === 'answer' && last.reason !== 'incident';
    const helpedUrl = mayHelp ? deps.links.urlOf({ ...place, verdict: 'helped' }) : null;
    const feedback = { notHelpedUrl, helpedUrl };
    const about = last.path === 'ask' ? 'questions' : 'answer';
    const written = writeReminder(voice, { about, feedback });
    const check = checkDraft(written.parts, {
      voice,
      sources: [],
      ownUrls: [notHelpedUrl, ...(helpedUrl === null ? [] : [helpedUrl])],
      acts: ['solve'],
    });
    if (!check.ok || file.customer.email === null) return;
    const id = ids.next();
    const messageId = await speak(deps, scope, {
      ticketId: ticket.id,
      conversationId: ticket.conversationId,
      text: written.text,
      html: written.html,
      clientId: `assistant:${id}`,
      assistantName,
    });
    const turn = { ...silent(found), id, path: 'remind' as const, written, messageId };
    await insertTurn(scope, bareTurn(file, turn));
  }

  /** An answer nobody objected to counts as solved; questions nobody answered end without an outcome. */
  async function assume(scope: Scope, found: Found): Promise<void> {
    const { file, last } = found;
    const { ticket } = file;
    const at = clock.now();
    await markCase(scope, ticket.id, { state: 'resolved', waitsUntil: null, spoke: false });
    const turn = { ...silent(found), id: ids.next(), path: 'assume' as const };
    await insertTurn(scope, bareTurn(file, turn));
    await change(scope, ticket.id, { status: 'solved' }, assistant);
    // Being told of an incident, or that the answer was wrong, solves nothing.
    if (last.path === 'answer' && last.reason !== 'incident' && last.reason !== 'correction')
      await saveOutcome(scope, ticket.id, { outcome: 'assumed', at });
    await tell(scope, { ticketId: ticket.id, type: 'assistant.assumed', actor: assistant });
  }

  /** What the turns of the clock have in common. */
  function silent({ last, policyVersion }: Found) {
    const { autonomy } = last;
    return { at: clock.now(), reason: 'silence' as const, autonomy, policyVersion };
  }

  function told(scope: Scope, ticketId: string, wakeAt: Date | null): void {
    scope.record({ type: 'assistant.changed', ticketId, wakeAt: wakeAt?.toISOString() ?? null });
  }
}

/** Whether the policy still lets the assistant write to the customer of a case it once answered. */
function mayWrite(policy: AssistantPolicy, { ticket }: CaseFile): boolean {
  const { autonomy } = categoryPolicyOf(policy, ticket.category);
  return autonomy === 'auto' && policy.channels[ticket.channel];
}
