import type { WorkspaceSettings } from '../../../contracts/workspaces.ts';
import type { Scope } from '../../platform/db/database.ts';
import { businessMs, type BusinessHours, type Calendar } from '../schedules/index.ts';
import { readLoads } from './capacity.store.ts';
import { createHandlingBook } from './handling.rules.ts';
import { listHandlingTimes } from './handling.store.ts';
import { createLedger } from './ledger.ts';
import { linesOf, type Lines } from './lines.rules.ts';
import { countMoves } from './moves.store.ts';
import type { Prices } from './plan/price.rules.ts';
import type { Snapshot } from './plan/snapshot.rules.ts';
import { createPriceBook } from './prices.ts';
import { listQueues, type StoredQueue } from './queues.store.ts';
import { createShiftBook } from './shifts.ts';
import { buildSnapshot, type SnapshotRows } from './snapshot.ts';
import {
  listGivenSince,
  listFresh,
  listMemberships,
  listRefusals,
  listHeads,
  listHolds,
  type HeldRow,
  type PlannedRow,
} from './snapshot.store.ts';
import {
  backlogAfterMs,
  isBacklog,
  paceWindowMs,
  sharesLeft,
  type Handed,
} from './throttle.rules.ts';
import { unhurried } from '../../platform/unhurried.ts';

/** How long somebody who let work go is left alone with it, and how long that is remembered. */
const refusalRestMs = 60_000;
const refusalMemoryMs = 60 * 60_000;
/**
 * Pieces that a plan looks at, shared by all lines. One for the few who are free needs the first of each line: on
 * the yardstick heads of 100 lose less than runs differ by. One that goes on with a burst needs more.
 */
const headSizes = {
  first: { all: 5_000, least: 50, most: 250 },
  deep: { all: 10_000, least: 50, most: 500 },
};

/** Fresh pieces that are looked at behind a backlog. */
const mostFresh = 2_000;

/** Everything one plan is made from, and what is needed to carry it out. */
export interface Survey {
  readonly now: Date;
  readonly settings: WorkspaceSettings;
  readonly snapshot: Snapshot;
  readonly rows: SnapshotRows;
  readonly waiting: ReadonlyMap<string, PlannedRow>;
  readonly held: ReadonlyMap<string, HeldRow>;
  readonly handed: readonly Handed[];
  /** Pieces of the backlog that an agent may still have now. */
  readonly sharesLeft: (agentId: string) => number;
  readonly lines: Lines;
}

export interface SurveyOptions {
  readonly settings: WorkspaceSettings;
  readonly now: Date;
  /** Looks at these pieces instead of all that wait. */
  readonly only?: readonly PlannedRow[];
  /** Goes on with a burst: mail that lies unbegun with somebody was looked at by the plan before. */
  readonly goesOn?: boolean;
  /** Looks at more of each line than the first plan of a burst does. */
  readonly deep?: boolean;
}

/** Looks at a workspace as the running transaction sees it. */
export function createSurveyor({ businessHours }: { readonly businessHours: BusinessHours }) {
  const priceBook = createPriceBook();
  const shiftEndsOf = createShiftBook(businessHours);
  const ledger = createLedger();

  async function survey(scope: Scope, options: SurveyOptions): Promise<Survey> {
    const { settings, now } = options;
    const queues = await listQueues(scope);
    const { waiting: heads, held, lines } = await workOf(scope, { ...options, queues });
    const loads = await readLoads(scope);
    const handed = await handedLately(scope, heads, now);
    const left = sharesLeft(handed, settings.sessions.drainPerAgentPerMinute, now.getTime());
    const agentIds = new Set(handed.map(({ agentId }) => agentId));
    const resting = new Set([...agentIds].filter((id) => left(id) === 0));
    const waiting =
      resting.size > 0 && !options.only
        ? [...heads, ...(await freshBehind(scope, { heads, lines, now }))]
        : heads;
    const rows: SnapshotRows = {
      now,
      settings: settings.routing,
      asksMail: settings.offers.mail,
      heartbeatTimeoutMs: settings.presence.heartbeatTimeoutSeconds * 1_000,
      queues,
      loads,
      memberships: await listMemberships(scope),
      waiting,
      held,
      refusals: await refusalsOf(
        scope,
        settings.offers.mail ? waiting : waiting.filter(isChat),
        now,
      ),
      handling: createHandlingBook(await listHandlingTimes(scope)),
      minutesLeft: await minutesLeftOf(scope, [...waiting, ...held], now),
      shiftEndsAt: await shiftEndsOf(scope, loads, now),
      resting,
    };
    const built = await unhurried(buildSnapshot(rows));
    const prices: Prices = await priceBook.pricesOf(scope, { ...built, now });
    return {
      now,
      settings,
      snapshot: { ...built.snapshot, prices, moves: await countMoves(scope, hourBefore(now)) },
      rows,
      waiting: new Map(waiting.map((row) => [row.id, row])),
      held: new Map(held.map((row) => [row.id, row])),
      handed,
      sharesLeft: left,
      lines,
    };
  }

  /** What waits and what is in hand, of longer lines the first. */
  async function workOf(
    scope: Scope,
    {
      now,
      only,
      queues,
      goesOn = false,
      deep = goesOn,
    }: SurveyOptions & { queues: readonly StoredQueue[] },
  ) {
    const deepQueues = queues.filter(({ ladder }) => ladder.length > 0).map(({ id }) => id);
    const sizes = { ...headSizes[deep ? 'deep' : 'first'], now, deepQueues };
    const heads = only ? [] : await listHeads(scope, sizes);
    const lines = linesOf(heads);
    const holds = await listHolds(scope, { begun: goesOn });
    const read = heads.filter(({ beyond }) => !beyond);
    const pieces = await ledger.piecesOf(scope, [...read, ...holds], { now });
    const held = holds.flatMap((hold): HeldRow[] => {
      const piece = pieces.get(hold.id);
      return piece ? [{ ...piece, ...hold }] : [];
    });
    const waiting = only ?? read.flatMap(({ id }) => pieces.get(id) ?? []);
    return { waiting, held, lines };
  }

  /**
   * Fresh work that stands behind a backlog, longer than what is read of it, of which somebody has had their share: it
   * is not held up by what they are not given.
   */
  async function freshBehind(
    scope: Scope,
    { heads, lines, now }: { heads: readonly PlannedRow[]; lines: Lines; now: Date },
  ): Promise<PlannedRow[]> {
    if (![...lines.byNumber.values()].some(({ longer }) => longer)) return [];
    const since = new Date(now.getTime() - backlogAfterMs);
    const known = new Set(heads.map(({ id }) => id));
    const fresh = await listFresh(scope, since, mostFresh);
    const behind = fresh.filter(({ id }) => !known.has(id));
    return [...(await ledger.piecesOf(scope, behind, { now, beside: true })).values()];
  }

  /** Working minutes until each deadline, on the calendar of its policy. */
  async function minutesLeftOf(scope: Scope, rows: readonly PlannedRow[], now: Date) {
    const calendars = new Map<string, Calendar>();
    for (const { schedule_id: id, calendar_version: version } of rows) {
      const key = `${id} ${version}`;
      if (id === null || calendars.has(key)) continue;
      const known = await businessHours.asOf(scope, id, version ?? 0);
      if (known) calendars.set(key, known.calendar);
    }
    return ({ due_at: dueAt, schedule_id: id, calendar_version: version }: PlannedRow) => {
      if (dueAt === null) return null;
      const [from, to] = [now.getTime(), dueAt.getTime()];
      const calendar = calendars.get(`${id} ${version}`);
      if (!calendar || to <= from) return (to - from) / 60_000;
      return businessMs(calendar, from, to) / 60_000;
    };
  }

  return { survey, forget: ledger.forget };
}

function hourBefore(now: Date): Date {
  return new Date(now.getTime() - 60 * 60_000);
}

/** Chats may be offered, whatever the settings say now. */
function isChat(row: PlannedRow): boolean {
  return row.channel_class === 'messaging';
}

/** Who let work go lately, of what is offered. */
async function refusalsOf(scope: Scope, waiting: readonly PlannedRow[], now: Date) {
  const offered = waiting.map(({ id }) => id);
  const since = new Date(now.getTime() - refusalMemoryMs);
  const refusals = new Map<string, Map<string, number>>();
  for (const row of await listRefusals(scope, offered, since)) {
    const until = (row.answered_at ?? now).getTime() + refusalRestMs;
    const known = refusals.get(row.work_item_id) ?? new Map<string, number>();
    refusals.set(
      row.work_item_id,
      known.set(row.agent_id, Math.max(until, known.get(row.agent_id) ?? 0)),
    );
  }
  return refusals;
}

/** What was given out of the backlog within the last minute; not asked where nothing waits so long. */
async function handedLately(
  scope: Scope,
  waiting: readonly PlannedRow[],
  now: Date,
): Promise<Handed[]> {
  const slow = (row: { eligible_at: Date }, at: Date) =>
    isBacklog({ eligibleAt: row.eligible_at.getTime() }, at.getTime());
  if (!waiting.some((row) => slow(row, now))) return [];
  const given = await listGivenSince(scope, new Date(now.getTime() - paceWindowMs));
  return given
    .filter((row) => slow(row, row.at))
    .map((row) => ({ agentId: row.agent_id, at: row.at.getTime() }));
}
