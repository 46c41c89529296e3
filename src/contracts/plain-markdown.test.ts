import { expect, test } from 'vitest';
import { plainMarkdown } from './plain-markdown.ts';

test.each([
  ['## Before\n\nOpen **all** vents.', 'Before\n\nOpen all vents.'],
  ['1. Pack it\n2. Send it', '1. Pack it\n2. Send it'],
  ['* one\n* *two*', '- one\n- two'],
  ['| To | Days |\n| --- | ---: |\n| Norway | 5 to 9 |', 'To · Days\nNorway · 5 to 9'],
  [
    'See [the guide](https://help.example/a) or [home](/b).',
    'See the guide (https://help.example/a) or home.',
  ],
  ['Run `npm start` and 2 * 3 * 4', 'Run npm start and 2 * 3 * 4'],
  ['```sh\nls -la\n```', 'ls -la'],
  ['![a kiln](kiln.png) snake_case_name', 'a kiln snake_case_name'],
])('%j reads %j', (markdown, plain) => {
  expect(plainMarkdown(markdown)).toBe(plain);
});
