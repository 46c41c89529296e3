import { expect, it } from 'vitest';
import { rememberRendered } from './rendered.ts';

it('renders a text once, until what was used longest ago must go', () => {
  const rendered: string[] = [];
  const render = rememberRendered(
    (body) => {
      rendered.push(body);
      return body.toUpperCase();
    },
    { mostCharacters: 8 },
  );
  expect(['ab', 'cd', 'ab', 'ef', 'ab', 'cd'].map(render)).toEqual([
    'AB',
    'CD',
    'AB',
    'EF',
    'AB',
    'CD',
  ]);
  expect(rendered).toEqual(['ab', 'cd', 'ef', 'cd']);
  expect(render('too long to keep')).toBe('TOO LONG TO KEEP');
});
