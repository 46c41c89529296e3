import type { Offer } from '../../contracts/routing.ts';
import type { TicketSummary } from '../../contracts/tickets.ts';
import { createApi } from './api.ts';
import { leadChat } from './chat-agent.ts';
import { openDesk, type Desk } from './desk-client.ts';
import { signIn } from './instance.ts';
import { isMailWork, workOnMail } from './mail-agent.ts';
import { inShort, type Stage } from './stage.ts';

export interface AgentPart {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  /** Whether others would take what this one lets go. */
  readonly hasColleagues: boolean;
}

/** How offers end: most are taken, some are declined, some are missed. */
const chances = { declined: 0.07, missed: 0.05 };
const lookMs = 2_000;

/** A simulated agent: goes online, takes offers after a moment, leads chats and answers mail side by side. */
export async function playAgent(stage: Stage, part: AgentPart): Promise<void> {
  const { url, pace, onAway } = stage;
  const api = createApi({ url, waitReal: pace.waitReal, onAway });
  await signIn(api, part);
  const desk = openDesk(api);
  try {
    await desk.setStatus('online');
    stage.tell(part.name, 'is at the desk');
    await work(stage, desk, part);
  } finally {
    // Requests still work after the end; where the server is gone, so is the presence.
    await desk.setStatus('offline').catch(() => undefined);
    desk.close();
  }
}

async function work(stage: Stage, desk: Desk, part: AgentPart): Promise<void> {
  const { pace } = stage;
  const known = new Set<string>();
  const inHand = new Map<string, Promise<void>>();

  /** One thing at a time for each ticket; what fails is told and tried again with the next look. */
  function begin(ticketId: string, task: () => Promise<void>): void {
    if (inHand.has(ticketId)) return;
    const doing = task()
      .catch((error: unknown) => complain(stage, part.name, error))
      .finally(() => inHand.delete(ticketId));
    inHand.set(ticketId, doing);
  }

  try {
    for (;;) {
      await look();
      await pace.waitReal(lookMs);
    }
  } finally {
    await Promise.all(inHand.values());
  }

  async function look(): Promise<void> {
    for (const offer of await desk.offers()) {
      if (known.has(offer.id)) continue;
      known.add(offer.id);
      begin(offer.ticketId, () => answerOffer(stage, desk, { offer, part }));
    }
    for (const ticket of await desk.mine()) {
      if (ticket.sessionState !== null && ticket.sessionState !== 'ended') {
        if (ticket.workState === 'assigned')
          begin(ticket.id, () => leadChat(stage, desk, ticket.id, part.name));
      } else if (isMailWork(ticket)) {
        begin(ticket.id, () => mail(ticket));
      }
    }
  }

  async function mail(ticket: TicketSummary): Promise<void> {
    await pace.wait(stage.random.between(8, 40));
    await workOnMail(stage, desk, ticket, part.name);
  }
}

async function answerOffer(
  stage: Stage,
  desk: Desk,
  { offer, part }: { offer: Offer; part: AgentPart },
): Promise<void> {
  const { pace, random, tally, tell } = stage;
  const mood = random.next();
  await pace.wait(random.between(2, 9));
  if (part.hasColleagues && mood < chances.missed)
    return tell(part.name, `does not see the offer #${offer.ticketNumber}`);
  if (part.hasColleagues && mood < chances.missed + chances.declined) {
    if (await desk.decline(offer, 'busy')) tell(part.name, `declines #${offer.ticketNumber}: busy`);
    return;
  }
  if (!(await desk.accept(offer))) return;
  tally.count('taken');
  tell(part.name, `takes #${offer.ticketNumber} ${inShort(offer.subject)}`);
  await leadChat(stage, desk, offer.ticketId, part.name);
}

function complain({ pace, tally, tell }: Stage, who: string, error: unknown): void {
  if (pace.signal.aborted) return;
  tally.count('refused');
  tell(who, `is refused: ${error instanceof Error ? error.message : String(error)}`);
}
