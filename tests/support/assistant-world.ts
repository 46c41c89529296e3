/** A mail world in which the assistant may act, and the few things its tests do. */
import type { AssistantPolicy } from '../../src/contracts/assistant.ts';
import type { AssistantCase, AssistantDecision } from '../../src/contracts/assistant-decisions.ts';
import type { Api } from './api.ts';
import type { TestAppOptions } from './app.ts';
import { openMailWorld, type MailWorld } from './mail-world.ts';
import type { PeerMail } from './smtp-peer.ts';
import { until } from './wait.ts';

type DeepPartial<Value> = Value extends readonly unknown[]
  ? Value
  : { [Key in keyof Value]?: DeepPartial<Value[Key]> };

export interface AssistantWorld extends MailWorld {
  /** An admin. */
  readonly devi: Api;
  /** Saves a policy on top of the shipped one. */
  govern(policy: DeepPartial<AssistantPolicy>): Promise<void>;
  /** Sends a mail of a customer who has never written before; gives its subject. */
  ask(subject: string, text: string, from?: string): Promise<string>;
  caseOf(ticketId: string): Promise<AssistantCase>;
  /** Waits for a turn of a ticket that fits. */
  turn(ticketId: string, fits: (turn: AssistantDecision) => boolean): Promise<AssistantDecision>;
  /** Waits for the mail to somebody, after so many. */
  mailTo(address: string, nth?: number): Promise<PeerMail>;
}

/** Starts it with the demo workspace. */
export async function openAssistantWorld(options: TestAppOptions = {}): Promise<AssistantWorld> {
  const world = await openMailWorld(options);
  const devi = await world.app.as('devi');

  const own: AssistantWorld = {
    ...world,
    devi,
    async govern(policy) {
      const { body } = await devi.get('/api/assistant/policy');
      const { version, policy: before } = body.current;
      const answer = await devi.put('/api/assistant/policy', {
        version,
        policy: { ...before, ...policy },
      });
      if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    },
    async ask(
      subject,
      text,
      from = `${subject.replaceAll(/\W+/g, '-').toLowerCase()}@customer.test`,
    ) {
      await world.send({ from, to: 'support@lowtide.test', subject, text });
      return from;
    },
    caseOf: async (ticketId) => (await world.ana.get(`/api/tickets/${ticketId}/assistant`)).body,
    async turn(ticketId, fits) {
      return until('a turn of the assistant', async () => {
        const { decisions } = await own.caseOf(ticketId);
        for (const { id } of decisions) {
          const turn = (await world.ana.get(`/api/assistant/decisions/${id}`)).body;
          if (fits(turn)) return turn as AssistantDecision;
        }
        return undefined;
      });
    },
    async mailTo(address, nth = 1) {
      return until(`mail ${nth} to ${address}`, () =>
        world.peer.received.filter(({ to }) => to.includes(address)).at(nth - 1),
      );
    },
  };
  return own;
}
