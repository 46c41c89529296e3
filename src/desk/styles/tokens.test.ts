/// <reference types="node" />
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrastOver, parseOklch, type Oklch } from './oklch.ts';

type Theme = 'light' | 'dark';

const TEXT_AA = 4.5;
const SHAPE_AA = 3;

const tokens = readTokens(readFileSync(new URL('./tokens.css', import.meta.url), 'utf8'));
const grounds = ['canvas', 'surface', 'raised', 'sunken', 'quiet', 'control', 'control-hover'];
const families = ['accent', 'positive', 'caution', 'critical', 'info', 'assistant'];

/** Text colour, the ground under it (layers from the top), and the least contrast it may have. */
const pairs: Array<[string, string[], number]> = [
  ...['text', 'muted', 'subtle'].flatMap((text) => [
    ...grounds.map((ground): [string, string[], number] => [text, [ground], TEXT_AA]),
    ...grounds.map((ground): [string, string[], number] => [text, ['hover', ground], TEXT_AA]),
    ...grounds
      .slice(1, 3)
      .map((ground): [string, string[], number] => [text, ['active', ground], TEXT_AA]),
    [text, ['accent-soft'], TEXT_AA] as [string, string[], number],
  ]),
  ...families.flatMap((family): Array<[string, string[], number]> => {
    const text = family === 'accent' ? 'accent-text' : family;
    return [
      ...grounds.map((ground): [string, string[], number] => [text, [ground], TEXT_AA]),
      [text, ['hover', 'raised'], TEXT_AA],
      [text, [`${family}-soft`], TEXT_AA],
      ['text', [`${family}-soft`], TEXT_AA],
      ['muted', [`${family}-soft`], TEXT_AA],
    ];
  }),
  ...['positive', 'caution', 'critical', 'info', 'assistant'].flatMap(
    (family): Array<[string, string[], number]> =>
      ['surface', 'canvas', 'raised'].map((ground) => [`${family}-solid`, [ground], SHAPE_AA]),
  ),
  ...[1, 2, 3, 4, 5].map((n): [string, string[], number] => [`series-${n}`, ['surface'], SHAPE_AA]),
  ...['accent', 'accent-hover', 'accent-active'].map((ground): [string, string[], number] => [
    'on-accent',
    [ground],
    TEXT_AA,
  ]),
  ...['critical-fill', 'critical-fill-hover'].map((ground): [string, string[], number] => [
    'on-critical',
    [ground],
    TEXT_AA,
  ]),
  ['on-tip', ['tip'], TEXT_AA],
  ['line-control', ['surface'], SHAPE_AA],
  ['line-control', ['raised'], SHAPE_AA],
  ['line-control', ['canvas'], SHAPE_AA],
  ['focus', ['surface'], SHAPE_AA],
  ['focus', ['canvas'], SHAPE_AA],
  ['focus', ['raised'], SHAPE_AA],
  ['focus', ['accent-soft'], SHAPE_AA],
  ['accent', ['surface'], SHAPE_AA],
  ['accent', ['raised'], 2.4], // The filled button in the dark theme: its label carries it, the edge only helps.
];

describe.each<Theme>(['light', 'dark'])('contrast in the %s theme', (theme) => {
  it('reaches WCAG AA for every pair in use', () => {
    const measured = pairs.map(([text, layers, least]) => ({
      pair: `${text} on ${layers.join(' over ')}`,
      least,
      ratio: ratioOf(text, layers, theme),
    }));
    expect(measured.length).toBeGreaterThan(100);
    expect(measured.filter(({ ratio, least }) => ratio < least)).toEqual([]);
  });
});

function ratioOf(text: string, layers: string[], theme: Theme): number {
  const ratio = contrastOver(
    colour(text, theme),
    layers.map((layer) => colour(layer, theme)),
  );
  return Math.round(ratio * 100) / 100;
}

function colour(name: string, theme: Theme): Oklch {
  const found = tokens.get(name);
  if (!found) throw new Error(`No token --c-${name}`);
  return found[theme];
}

function readTokens(css: string): Map<string, Record<Theme, Oklch>> {
  const lines = css.matchAll(/--c-([\w-]+): light-dark\((oklch\([^)]+\)), (oklch\([^)]+\))\);/g);
  return new Map(
    [...lines].map(([, name = '', light = '', dark = '']) => {
      const pair = { light: parseOklch(light), dark: parseOklch(dark) };
      if (!pair.light || !pair.dark) throw new Error(`--c-${name} is not written in OKLCH`);
      return [name, { light: pair.light, dark: pair.dark }];
    }),
  );
}
