import { describe, expect, it } from 'vitest';
import type { MacroAction } from '../../../contracts/macros.ts';
import type { Ticket } from '../../../contracts/tickets.ts';
import { actsFor, mergeActs } from './acts.rules.ts';

describe('two macros one after the other', () => {
  it.each<[string, MacroAction[], MacroAction[], MacroAction[]]>([
    [
      'the later status counts',
      [{ kind: 'status', status: 'pending' }],
      [{ kind: 'status', status: 'solved' }],
      [{ kind: 'status', status: 'solved' }],
    ],
    [
      'tags come together',
      [{ kind: 'add_tags', tags: ['a', 'b'] }],
      [{ kind: 'add_tags', tags: ['b', 'c'] }],
      [{ kind: 'add_tags', tags: ['a', 'b', 'c'] }],
    ],
    [
      'notes follow each other',
      [{ kind: 'note', text: 'one' }],
      [{ kind: 'note', text: 'two' }],
      [{ kind: 'note', text: 'one\n\ntwo' }],
    ],
    [
      'only one gets it',
      [{ kind: 'assign', to: 'self' }, { kind: 'end_session' }],
      [{ kind: 'assign_agent', agentId: 'x' }],
      [{ kind: 'end_session' }, { kind: 'assign_agent', agentId: 'x' }],
    ],
  ])('%s', (_name, before, more, after) => expect(mergeActs(before, more)).toEqual(after));
});

describe('acts on a ticket', () => {
  const acts: MacroAction[] = [{ kind: 'end_session' }, { kind: 'priority', priority: 'high' }];
  const ticket = (status: string, state: string | null) =>
    ({ status, session: state === null ? null : { state } }) as Ticket;
  it.each([
    ['all in a live chat', ticket('open', 'active'), 2],
    ['no end where there is no chat', ticket('open', null), 1],
    ['no end after the end', ticket('open', 'ended'), 1],
    ['none on a closed one', ticket('closed', 'active'), 0],
  ])('%s', (_name, on, count) => expect(actsFor(acts, on)).toHaveLength(count));
});
