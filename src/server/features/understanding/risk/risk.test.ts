import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { RiskTopic } from '../../../../contracts/understanding.ts';
import { findRisks } from './risk.rules.ts';

type Case = { topic: string; text: string; wanted: boolean };

const cases = ['law', 'harm'].flatMap((name) =>
  readCases(readFileSync(new URL(`./cases/${name}.txt`, import.meta.url), 'utf8')),
);
const topicsOf = (text: string) => findRisks([{ id: 'm', text }]).map(({ topic }) => topic);

describe.each(RiskTopic.options)('%s', (topic) => {
  const mine = cases.filter((one) => one.topic === topic);

  test('has enough cases of both kinds', () => {
    expect(mine.filter((one) => one.wanted).length).toBeGreaterThanOrEqual(20);
    expect(mine.filter((one) => !one.wanted).length).toBeGreaterThanOrEqual(10);
  });

  test.each(mine.filter((one) => one.wanted))('is found in: $text', ({ text }) => {
    expect(topicsOf(text)).toContain(topic);
  });

  test.each(mine.filter((one) => !one.wanted))('is not found in: $text', ({ text }) => {
    expect(topicsOf(text)).not.toContain(topic);
  });
});

test('a lower threshold finds more', () => {
  const messages = [{ id: 'm', text: 'This smells and is very hot' }];
  expect(findRisks(messages)).toEqual([]);
  expect(findRisks(messages, { safety: 0.3 })[0]?.topic).toBe('safety');
});

test('evidence is what was written, where it was written', () => {
  const text = 'Guten Tag,\nmein ANWALT   wird sich melden: rechtliche  Schritte!';
  const [risk] = findRisks([{ id: 'm1', text }]);
  expect(risk?.topic).toBe('legal');
  for (const found of risk?.evidence ?? [])
    expect(text.slice(found.start, found.end)).toBe(found.text);
  expect(risk?.evidence[0]?.text).toBe('ANWALT');
});

function readCases(file: string): Case[] {
  let topic = '';
  return file.split('\n').flatMap((line) => {
    if (line.startsWith('#')) topic = line.slice(2).trim();
    const isCase = line.startsWith('+ ') || line.startsWith('- ');
    return isCase ? [{ topic, text: line.slice(2), wanted: line.startsWith('+') }] : [];
  });
}
