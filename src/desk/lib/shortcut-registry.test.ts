import { expect, it } from 'vitest';
import { createShortcutRegistry } from './shortcut-registry.ts';

const NO_MODIFIERS = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

function setUp() {
  let time = 0;
  const ran: string[] = [];
  const registry = createShortcutRegistry(() => time);
  const add = (keys: string, name = keys, whenTyping = false) =>
    registry.add({ keys, label: name, group: undefined, whenTyping, run: () => ran.push(name) });
  const press = (key: string, { typing = false, modal = false, ctrlKey = false } = {}) => {
    let prevented = false;
    registry.handle(
      {
        key,
        ...NO_MODIFIERS,
        ctrlKey,
        defaultPrevented: false,
        preventDefault: () => (prevented = true),
      },
      typing,
      modal,
    );
    return prevented;
  };
  return { registry, ran, add, press, wait: (ms: number) => (time += ms) };
}

it('runs the last one bound and gives the key back when it is removed', () => {
  const { ran, add, press } = setUp();
  add('r', 'first');
  const remove = add('r', 'second');
  expect(press('r')).toBe(true);
  remove();
  press('r');
  expect(ran).toEqual(['second', 'first']);
});

it('leaves letters alone while somebody types, and everything while a dialog is open', () => {
  const { ran, add, press } = setUp();
  add('n');
  add('mod+k', 'palette', true);
  expect(press('n', { typing: true })).toBe(false);
  press('k', { typing: true, ctrlKey: true });
  press('n', { modal: true });
  expect(ran).toEqual(['palette']);
});

it('knows sequences, but not after a pause', () => {
  const { ran, add, press, wait } = setUp();
  add('g i', 'inbox');
  press('g');
  press('i');
  press('g');
  wait(1500);
  press('i');
  expect(ran).toEqual(['inbox']);
});

it('lists what is in force and tells when it changes', () => {
  const { registry, add } = setUp();
  let told = 0;
  registry.subscribe(() => told++);
  const remove = add('j');
  expect(registry.list().map(({ keys }) => keys)).toEqual(['j']);
  remove();
  expect(registry.list()).toEqual([]);
  expect(told).toBe(2);
});
