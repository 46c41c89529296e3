import type { Core } from '../../platform/core.ts';
import type { AgentService } from '../agents/index.ts';
import { lockConversation } from '../conversations/index.ts';
import type { FollowupService } from '../followups/index.ts';
import type { createMailService } from '../mail/index.ts';
import type { OfferService, Router } from '../routing/index.ts';
import type { EndingService, TicketService } from '../tickets/index.ts';
import type { createVisitors, createWidgetService } from '../widget/index.ts';
import { earlierChats } from './demo-chats-earlier.ts';
import { recentChats } from './demo-chats-recent.ts';
import { mailSource } from './demo-mail-source.ts';
import { demoMails } from './demo-mails.ts';
import type { DemoAgent, DemoConversation, DemoStep } from './demo-conversations.types.ts';
import { findDemoMembers, findReceivedMail, findTicketOfMail } from './onboarding.store.ts';

/** The services that play the conversations; all of them tell the time from `clock`. */
export interface DemoStage extends Core {
  readonly clock: Core['clock'] & { set(at: Date): void };
  readonly services: {
    readonly agents: AgentService;
    readonly endings: EndingService;
    readonly followups: FollowupService;
    readonly mail: ReturnType<typeof createMailService>;
    readonly offers: OfferService;
    readonly router: Router;
    readonly tickets: TicketService;
    readonly visitors: ReturnType<typeof createVisitors>;
    readonly widget: ReturnType<typeof createWidgetService>;
  };
}

export interface DemoPlace {
  readonly workspaceId: string;
  /** Where the workspace takes mail. */
  readonly address: string;
}

/** A conversation while it is played. */
interface Course {
  readonly key: string;
  readonly plan: DemoConversation;
  readonly token: string;
  conversationId: string | null;
  ticketId: string | null;
  subject: string;
  mails: number;
}

interface Moment {
  readonly at: Date;
  readonly course: Course;
  readonly step: DemoStep;
}

const agents: readonly DemoAgent[] = ['ana', 'ben', 'clara'];
const minuteMs = 60_000;

/**
 * Fills the demo workspace with conversations of the last three days, so that a first look finds work in
 * every state. They go through the same services as real ones, in the order of their times: the bot asks,
 * the router decides with its reasons, briefs are written, mail is read from its source.
 */
export async function seedDemoConversations(
  stage: DemoStage,
  { workspaceId, address }: DemoPlace,
  plans: readonly DemoConversation[] = [...earlierChats, ...recentChats, ...demoMails],
): Promise<void> {
  const { clock, ids, database, services } = stage;
  const people = await findPeople();
  const present = new Set<DemoAgent>();
  const moments = timetable(clock.now());
  const first = moments[0];
  if (!first) return;
  clock.set(first.at);
  for (const name of agents)
    await services.agents.setStatus(workspaceId, people[name].memberId, 'online');
  for (const moment of moments) {
    clock.set(moment.at);
    await play(moment.course, moment.step);
  }
  await gather([]);
  for (const name of agents)
    await services.agents.setStatus(workspaceId, people[name].memberId, 'offline');

  function timetable(end: Date): Moment[] {
    const all = plans.flatMap((plan, index) => {
      const course = open(plan, `demo-${index + 1}`);
      let at = end.getTime() - plan.minutesAgo * minuteMs;
      return plan.steps.map((step) => {
        at += step.after * minuteMs;
        return { at: new Date(at), course, step };
      });
    });
    return all.toSorted((left, right) => left.at.getTime() - right.at.getTime());
  }

  function open(plan: DemoConversation, key: string): Course {
    const token = services.visitors.create(workspaceId);
    return { key, plan, token, conversationId: null, ticketId: null, subject: '', mails: 0 };
  }

  async function play(course: Course, step: DemoStep): Promise<void> {
    switch (step.act) {
      case 'chat':
        return chat(course, step.text, step.choice);
      case 'leave':
        return leave(course);
      case 'mail':
        return mail(course, step);
      case 'take':
        return take(course, step.by);
      case 'say':
        return write(course, step.by, { channel: 'messaging', text: step.text });
      case 'note':
        return write(course, step.by, { channel: 'note', text: step.text });
      case 'answer':
        return write(course, step.by, {
          channel: 'email',
          text: step.text,
          ...(step.status && { status: step.status }),
        });
      case 'end':
        await services.endings.end(people[step.by], ticketOf(course), step.text);
        return services.followups.write(workspaceId, ticketOf(course));
      case 'change': {
        const { version } = await services.tickets.get(people[step.by], ticketOf(course));
        await services.tickets.change(people[step.by], ticketOf(course), {
          version,
          ...step.change,
        });
      }
    }
  }

  async function chat(course: Course, text: string, choice: string | undefined): Promise<void> {
    if (course.ticketId === null) await gather(course.plan.atDesk);
    const { conversationId } = await services.widget.commands['message.send'](
      visitorOf(course),
      {
        conversationId: course.conversationId,
        clientId: ids.next(),
        text,
        attachmentIds: [],
        fresh: false,
        answer: choice === undefined ? null : { kind: 'choice', optionId: choice },
      },
      clock.now(),
    );
    if (conversationId !== course.conversationId) course.ticketId = null;
    course.conversationId = conversationId;
    course.ticketId ??= await ticketOfChat(conversationId);
    if (choice !== undefined && course.ticketId !== null) {
      await services.followups.write(workspaceId, course.ticketId);
    }
  }

  async function leave(course: Course): Promise<void> {
    const conversationId = course.conversationId ?? '';
    await services.widget.commands['session.end'](
      visitorOf(course),
      { conversationId },
      clock.now(),
    );
    if (course.ticketId !== null) await services.followups.write(workspaceId, course.ticketId);
  }

  async function mail(course: Course, step: Extract<DemoStep, { act: 'mail' }>): Promise<void> {
    const messageId = (count: number) =>
      `${course.key}-${count}@${course.plan.customer.email.split('@')[1]}`;
    const mailbox = await services.mail.receiver.find(address);
    if (!mailbox) throw new Error(`Nobody takes mail for ${address}.`);
    course.subject = step.subject ?? `Re: ${course.subject}`;
    const raw = mailSource({
      from: course.plan.customer,
      to: address,
      subject: course.subject,
      text: step.text,
      html: step.html ?? null,
      messageId: messageId(course.mails + 1),
      inReplyTo: course.mails === 0 ? null : messageId(course.mails),
      at: clock.now(),
    });
    course.mails += 1;
    const from = course.plan.customer.email;
    await services.mail.receiver.take({ from, recipients: [{ ...mailbox, address }], raw });
    const intakeId = await database.inWorkspace(workspaceId, findReceivedMail);
    await services.mail.jobs['mail.read']({ workspaceId, intakeId }, { lastAttempt: false });
    course.ticketId = await database.inWorkspace(workspaceId, (scope) =>
      findTicketOfMail(scope, intakeId),
    );
  }

  async function take(course: Course, by: DemoAgent): Promise<void> {
    await gather([by]);
    await services.router.route(workspaceId);
    const { memberId, name } = people[by];
    const offers = await services.offers.list(workspaceId, memberId);
    const offer = offers.find((one) => one.ticket_id === course.ticketId);
    if (offer) await services.offers.accept(workspaceId, offer.id, { id: memberId, name });
  }

  async function write(
    course: Course,
    by: DemoAgent,
    message: {
      channel: 'messaging' | 'email' | 'note';
      text: string;
      status?: 'pending' | 'solved';
    },
  ): Promise<void> {
    await services.tickets.reply(people[by], ticketOf(course), {
      ...message,
      clientId: ids.next(),
      attachmentIds: [],
    });
  }

  /** These agents are at their desks and no others. */
  async function gather(names: readonly DemoAgent[]): Promise<void> {
    for (const name of agents) {
      const { memberId } = people[name];
      if (names.includes(name)) await services.agents.beat(workspaceId, memberId);
      else if (present.has(name)) await services.agents.leave(workspaceId, memberId);
    }
    present.clear();
    for (const name of names) present.add(name);
  }

  function visitorOf(course: Course) {
    const visitor = services.visitors.read(course.token);
    if (visitor === null) throw new Error('A visitor of the demo is not known.');
    return visitor;
  }

  async function ticketOfChat(conversationId: string): Promise<string | null> {
    const chatRow = await database.inWorkspace(workspaceId, (scope) =>
      lockConversation(scope, conversationId),
    );
    return chatRow?.ticket_id ?? null;
  }

  async function findPeople() {
    const members = await findDemoMembers(database.owner, workspaceId);
    const actorOf = (name: DemoAgent) => {
      const member = members.find((one) => one.email.startsWith(`${name}@`));
      if (!member) throw new Error(`The demo workspace has no ${name}.`);
      return { memberId: member.id, workspaceId, name: member.name, mayOverride: false };
    };
    return { ana: actorOf('ana'), ben: actorOf('ben'), clara: actorOf('clara') };
  }
}

function ticketOf(course: Course): string {
  if (course.ticketId === null) throw new Error(`${course.key} has no ticket yet.`);
  return course.ticketId;
}
