import type { Incident } from '../../../../contracts/incidents.ts';
import type { Scope } from '../../../platform/db/database.ts';
import {
  categoryPolicyOf,
  type AssistantPolicy,
  type RequiredField,
} from '../../../../contracts/assistant.ts';
import {
  asksForNews,
  findInjection,
  findPersonWish,
  findRisks,
  riskThresholdsOf,
  type RiskThresholds,
  readRequestKind,
} from '../../understanding/index.ts';
import { toldFields, valueIn } from '../asking/told-fields.rules.ts';
import { policyOf } from '../policy/policy.store.ts';
import type { AssistantDeps } from './case.deps.ts';
import { readCaseFile } from './case.store.ts';
import type { CaseFile } from './case.types.ts';
import { hasNews, lastSeqOf, passGates, type Verdict } from './gates.rules.ts';
import { fieldReplies, readTurn, type TurnReading } from './reading.ts';

/** A case as it was looked at, and what the gates said. */
export interface Looked {
  readonly file: CaseFile;
  readonly policy: AssistantPolicy;
  readonly policyVersion: number;
  readonly reading: TurnReading;
  readonly verdict: Verdict;
  /** The incident it is part of, with what customers are to be told. */
  readonly incident: Incident | null;
  /** What the case says to the facts its category needs, by key. */
  readonly told: Readonly<Record<string, string>>;
  /** Whether it asks how something of the customer's stands, which an article seldom knows. */
  readonly asksForNews: boolean;
  readonly assistantName: string;
  readonly workspaceName: string;
}

const sureOfService = 0.75;

/** Looks at a case; null where it is gone or holds nothing new. */
export async function lookAt(
  deps: Pick<
    AssistantDeps,
    'clock' | 'settingsOf' | 'findWorkspace' | 'withinHours' | 'incidentOf' | 'thingsIn'
  >,
  scope: Scope,
  ticketId: string,
): Promise<Looked | null> {
  const now = deps.clock.now();
  const [known, { policy, version: policyVersion }, incident, settings, workspace] =
    await Promise.all([
      readCaseFile(scope, ticketId, now),
      policyOf(scope),
      deps.incidentOf(scope, ticketId),
      deps.settingsOf(scope),
      deps.findWorkspace(scope),
    ]);
  if (!known || !hasNews(known)) return null;
  const file = withFreshSignals(known, riskThresholdsOf(settings.classification.risks));
  const { scheduleId } = categoryPolicyOf(policy, file.ticket.category);
  const reading = readTurn(file);
  const service = serviceIn(file, reading);
  const verdict = passGates({
    file,
    policy,
    withinHours: scheduleId === null || (await deps.withinHours(scope, scheduleId, now)),
    injection: injectionIn(file),
    asksForService: service === 'act',
    incident,
  });
  return {
    file,
    policy,
    policyVersion,
    reading,
    verdict,
    incident,
    told: await toldIn(deps, scope, { file, reading, fields: verdict.rule.requiredFields }),
    asksForNews: service === 'news',
    assistantName: settings.assistantName,
    workspaceName: workspace.name,
  };
}

/** What the form, the words and the replies to our questions say to the facts a category needs. */
async function toldIn(
  { thingsIn }: Pick<AssistantDeps, 'thingsIn'>,
  scope: Scope,
  { file, reading, fields }: { file: CaseFile; reading: TurnReading; fields: RequiredField[] },
): Promise<Record<string, string>> {
  if (fields.length === 0) return {};
  const said = file.said.filter(({ by }) => by === 'customer').map(({ text }) => text);
  const text = [file.ticket.subject, ...said].join('\n');
  const things = await thingsIn(scope, text);
  const replied = fieldReplies(file, reading, fields).flatMap(({ field, reply, alone }) => {
    const value = valueIn(field, { text: reply, things, alone });
    return value === null ? [] : [[field.key, value] as const];
  });
  const given = file.ticket.fields;
  return { ...toldFields(fields, { text, things, given }), ...Object.fromEntries(replied) };
}

/** Whether a case is no longer what it was when it was looked at. */
export function isOvertaken(before: Looked, now: Looked | null): boolean {
  return (
    now === null ||
    lastSeqOf(now.file) !== lastSeqOf(before.file) ||
    now.policyVersion !== before.policyVersion ||
    now.verdict.kind !== before.verdict.kind ||
    now.verdict.reason !== before.verdict.reason
  );
}

/**
 * Tickets are read by a job of its own, which may be behind: what is new is read here as well, with the names
 * of files, so that nothing is answered that nobody has read.
 */
function withFreshSignals(file: CaseFile, thresholds: RiskThresholds): CaseFile {
  const { ticket, files, said, state } = file;
  const since = state?.handledSeq ?? 0;
  const fresh = said.filter(({ by, seq }) => by === 'customer' && seq > since);
  const names = files.map((name, at) => {
    return { id: `file ${at}`, text: name.replaceAll(/[._-]+/g, ' ') };
  });
  const words = [{ id: 'subject', text: ticket.subject }, ...fresh, ...names];
  const topics = findRisks(words, thresholds).map(({ topic }) => ({ topic: topic as string }));
  if (fresh.some(({ isCut }) => isCut)) topics.push({ topic: 'too long to be read whole' });
  const isKnown = ({ topic }: { topic: string }) =>
    file.signals.some((one) => one.kind === 'risk' && one.topic === topic);
  const risks = topics
    .filter((one) => !isKnown(one))
    .map(({ topic }) => ({ kind: 'risk' as const, topic, score: 1 }));
  return { ...file, signals: [...withOpenWish(file, fresh), ...risks] };
}

/** Whom an agent has answered since got the person they asked for: only what they said after that counts. */
function withOpenWish({ said, signals }: CaseFile, fresh: CaseFile['said']): CaseFile['signals'] {
  const answered = said.findLast(({ by }) => by === 'agent')?.seq ?? 0;
  const after = said.filter(({ by, seq }) => by === 'customer' && seq > answered);
  const words = answered === 0 ? fresh : after;
  const known = answered === 0 ? signals : signals.filter(({ kind }) => kind !== 'person_wish');
  return findPersonWish([...words]).value
    ? [...known, { kind: 'person_wish', topic: '', score: 1 }]
    : known;
}

function injectionIn({ ticket, customer, said, files }: CaseFile): string {
  const texts = said.filter(({ by }) => by === 'customer');
  const heads = [
    { id: 'subject', text: ticket.subject },
    { id: 'name', text: customer.name ?? '' },
  ];
  const { suspected, evidence } = findInjection([...heads, ...texts], files);
  if (!suspected) return '';
  const words = evidence.map(({ text }) => text).join('; ');
  return words === '' ? 'hidden in the text' : words.slice(0, 200);
}

/** What the newest words want of somebody: an act, or only to know how something stands; null for neither. */
function serviceIn(
  { ticket, brief, said }: CaseFile,
  { kind, text }: TurnReading,
): 'act' | 'news' | null {
  if (kind !== 'case' && kind !== 'question' && kind !== 'answers') return null;
  // What was asked back for it does not make another case of it.
  const first = said.find(({ by }) => by === 'customer')?.text ?? '';
  const own = kind === 'answers' ? first : text;
  const words = own === '' ? (brief?.problem ?? '') : own;
  const messages = [
    { id: 'subject', text: ticket.subject },
    { id: 'said', text: words },
  ];
  const { value, confidence } = readRequestKind(messages);
  if (value !== 'service_request' || confidence < sureOfService) return null;
  return asksForNews(messages) ? 'news' : 'act';
}
