import { expect, test, vi } from 'vitest';
import { runCommands } from './commands.ts';
import type { Commands } from './commands.ts';

function setUp(target: Record<string, unknown> = {}) {
  const calls: unknown[] = [];
  const commands: Commands = {
    open: () => void calls.push('open'),
    close: () => void calls.push('close'),
    hide: () => void calls.push('hide'),
    show: () => void calls.push('show'),
    identify: (details) => void calls.push(details),
  };
  runCommands(target, commands);
  const segue = (...call: unknown[]) => (target['segue'] as (...call: unknown[]) => void)(...call);
  return { calls, segue };
}

test('runs what was called before the script had loaded, in order', () => {
  const early = Object.assign(() => undefined, { q: [['hide'], ['identify', { name: 'Mara' }]] });
  const { calls, segue } = setUp({ segue: early });
  segue('open');
  expect(calls).toEqual(['hide', { name: 'Mara' }, 'open']);
});

test('takes only known details that are text', () => {
  const { calls, segue } = setUp();
  segue(
    'identify',
    JSON.parse('{"name":" Mara ","email":7,"role":"admin","__proto__":{"signature":5}}'),
  );
  segue('identify', null);
  expect(calls).toEqual([{ name: 'Mara' }, {}]);
  expect(Object.keys(Object.prototype)).toEqual([]);
});

test.each(['constructor', '__proto__', 'toString', 'reload', undefined])(
  '%s is no command',
  (name) => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    const { calls, segue } = setUp();
    segue(name);
    expect(calls).toEqual([]);
    expect(warn).toHaveBeenCalledOnce();
    warn.mockRestore();
  },
);
