import { describe, expect, it } from 'vitest';
import { composerFor } from './composer.rules.ts';

const allowed = (state: ReturnType<typeof composerFor>) =>
  state.channels.filter((channel) => channel.allowed).map((channel) => channel.channel);

describe('the composer', () => {
  it('chats while the session runs', () => {
    const state = composerFor({
      session: 'active',
      customerEmail: 'kim@example.test',
      closed: false,
    });
    expect(state.preferred).toBe('messaging');
    expect(allowed(state)).toEqual(['messaging', 'email', 'note']);
  });

  it('answers a linked follow-up by mail, and says that its chat is over', () => {
    const facts = {
      session: null,
      followup: true,
      customerEmail: 'kim@example.test',
      closed: false,
    };
    const state = composerFor(facts);
    expect(state.preferred).toBe('email');
    expect(state.channels[0]?.reason).toMatch(/goes on by email/);
  });

  it('offers no chat where there never was one', () => {
    const facts = { session: null, customerEmail: 'kim@example.test', closed: false };
    expect(composerFor(facts).channels.map(({ channel }) => channel)).toEqual(['email', 'note']);
  });

  it('answers by mail after the end if the address is known', () => {
    const state = composerFor({
      session: 'ended',
      customerEmail: 'kim@example.test',
      closed: false,
    });
    expect(state.preferred).toBe('email');
    expect(state.channels[0]).toEqual({
      channel: 'messaging',
      allowed: false,
      reason: 'The chat has ended. Answer by email, or write a note.',
    });
  });

  it('falls to a note when nothing reaches the customer', () => {
    const state = composerFor({ session: 'ended', customerEmail: null, closed: false });
    expect(state.preferred).toBe('note');
    expect(allowed(state)).toEqual(['note']);
  });

  it('leaves only notes on a closed ticket', () => {
    expect(
      allowed(composerFor({ session: null, customerEmail: 'kim@example.test', closed: true })),
    ).toEqual(['note']);
  });
});
