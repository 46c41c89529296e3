import { describe, expect, it } from 'vitest';
import { agent, chat, item, kind, snapshot } from './plan.fixtures.ts';
import { plan } from './plan.rules.ts';

const live = (id: string) => item(id, { kind: chat, minutesLeft: 2 });
const using = (messaging: number) => ({ used: { messaging, email: 0, call: 0 } });

describe('why somebody got it', () => {
  const people = [agent('a'), agent('b', using(3)), agent('c', { connected: false })];

  it('says who, when and with what odds', () => {
    const { explanations } = plan(snapshot(people.slice(0, 1), [item('1')]));
    const why = explanations.ofDecision(0);
    expect(why?.sentence).toBe(
      'A is the only one in Front desk with room. 60 min left for about 10 min of work: 99% likely in time.',
    );
    expect(why?.score).toMatchObject({ weight: 2, priority: 2, tier: 1, minutes: 10, scarcity: 1 });
  });

  it('lists the winner first, then why others were left out', () => {
    const { explanations } = plan(snapshot(people, [live('1')]));
    const why = explanations.ofDecision(0);
    expect(why?.candidates.map(({ agentId, excluded }) => [agentId, excluded])).toEqual([
      ['a', null],
      ['b', 'channel_full'],
      ['c', 'disconnected'],
    ]);
    expect(why?.candidates[0]?.spare).toBe(2);
  });

  it('knows the state at the moment of each decision, in any order of asking', () => {
    const { explanations } = plan(snapshot([agent('a')], [live('1'), live('2'), live('3')]));
    const spare = (place: number) => explanations.ofDecision(place)?.candidates[0]?.spare;
    expect([spare(2), spare(0), spare(1)]).toEqual([0, 2, 1]);
    expect(explanations.ofDecision(3)).toBeNull();
  });

  it('keeps twelve candidates', () => {
    const crowd = Array.from({ length: 40 }, (_, index) => agent(`a${index}`));
    const { explanations } = plan(snapshot(crowd, [live('1')]));
    expect(explanations.ofDecision(0)?.candidates).toHaveLength(12);
  });

  it('counts everybody who could have had it', () => {
    const crowd = Array.from({ length: 300 }, (_, index) => agent(`a${index}`));
    const { explanations } = plan(snapshot(crowd, [live('1')]));
    expect(explanations.ofDecision(0)?.sentence).toContain('Of 300 with room');
  });

  it('speaks of simpler policies in their words', () => {
    const { explanations } = plan(
      snapshot([agent('a'), agent('b', using(1))], [live('1')], { policy: 'least_loaded' }),
    );
    expect(explanations.ofDecision(0)?.sentence).toContain('A has least work in hand of 2');
  });
});

describe('why it waits', () => {
  it('counts what stopped each agent', () => {
    const french = kind('messaging', { required: [{ skill: 'fr', level: 1 }] });
    const waiting = item('1', { kind: french });
    const { explanations } = plan(
      snapshot([agent('a'), agent('b', { status: 'offline' })], [waiting]),
    );
    expect(explanations.ofWaiting(waiting)?.sentence).toBe(
      'Nobody in Front desk can take it now. Of 2 agents: 1 without a required skill, 1 away or offline. ' +
        'None of them has the skills it asks for.',
    );
  });

  it('says that nobody who might come has the skills', () => {
    const french = kind('messaging', { required: [{ skill: 'fr', level: 3 }] });
    const waiting = item('1', { kind: french });
    const beginner = new Map([['fr', 2]]);
    const why = (skills: ReadonlyMap<string, number>) =>
      plan(snapshot([agent('a', { connected: false, skills })], [waiting])).explanations.ofWaiting(
        waiting,
      )?.sentence;
    expect(why(beginner)).toBe(
      'Nobody in Front desk can take it now. Of 1 agent: 1 not at the desk. None of them has the skills it asks for.',
    );
    expect(why(new Map([['fr', 3]]))).toBe(
      'Nobody in Front desk can take it now. Of 1 agent: 1 not at the desk.',
    );
  });

  it('says that nobody serves the queue', () => {
    const waiting = item('1');
    const { explanations } = plan(snapshot([agent('a', { groupIds: new Set() })], [waiting]));
    expect(explanations.ofWaiting(waiting)?.sentence).toBe(
      'Nobody serves Front desk: its groups are empty.',
    );
  });
});
