import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { entails, type EntailmentBounds } from './entailment.rules.ts';
import { promisesIn } from './promises.rules.ts';

let support = '';
const cases = readFileSync(new URL('./claim-cases.txt', import.meta.url), 'utf8')
  .split('\n')
  .flatMap((line) => {
    if (line.startsWith('= ')) support = line.slice(2);
    const isCase = line.startsWith('+ ') || line.startsWith('- ');
    return isCase ? [{ support, isTrue: line.startsWith('+'), text: line.slice(2) }] : [];
  });
const truths = cases.filter(({ isTrue }) => isTrue);
const lies = cases.filter(({ isTrue }) => !isTrue);
const passed = (some: typeof cases, bounds?: EntailmentBounds) =>
  some.filter((one) => entails(one.support, one.text, bounds).ok).length;

describe('a sentence about an article', () => {
  // Of 57 lies written after the rules 6 passed at first; each taught a rule, and none of all passes now.
  test.each(lies)('$text (not what “$support” says)', (one) => {
    expect(entails(one.support, one.text).ok).toBe(false);
  });

  test('is believed where it says the same in other words, mostly', () => {
    expect(truths.length).toBeGreaterThanOrEqual(60);
    expect(passed(truths) / truths.length).toBeGreaterThan(0.9);
  });

  test('is believed too easily with looser bounds', () => {
    expect(passed(lies, { coverage: 0.7, kept: 0 })).toBeGreaterThan(0);
  });

  test('that states nothing, or rests on nothing, is not believed', () => {
    expect(entails('Returns are free.', 'You can do it.').ok).toBe(false);
    expect(entails('', 'Returns are free.').ok).toBe(false);
  });
});

test.each([
  ['We have refunded your order.', 'refund'],
  ['Your refund has been approved.', 'refund'],
  ['I will transfer you to a colleague.', 'hand_over'],
  ['We will call you back tomorrow.', 'call'],
  ['I have reset your password.', 'change'],
  ['Wir haben Ihnen das Geld erstattet.', 'refund'],
  ['Ich leite Sie an einen Kollegen weitergeleitet.', 'hand_over'],
  ['Wir rufen Sie an.', 'call'],
  ['Nous avons remboursé votre commande.', 'refund'],
  ['Je vous transfère à un collègue.', 'hand_over'],
  ['Nous vous rappellerons demain.', 'call'],
  ['Hemos reembolsado su pedido.', 'refund'],
  ['Le llamaremos mañana.', 'call'],
  ['Abbiamo rimborsato il suo ordine.', 'refund'],
  ['La richiameremo domani.', 'call'],
  ['We hebben uw bestelling geannuleerd.', 'cancel'],
  ['Ik verbind u door met een collega, wij nemen contact op.', 'call'],
  ['Reembolsaremos o seu pedido.', 'refund'],
  ['O seu pedido foi cancelado.', 'cancel'],
])('“%s” promises to %s', (text, act) => {
  expect(promisesIn(text).map((one) => one.act)).toContain(act);
});

test.each([
  'You can cancel the order in Settings.',
  'Refunds take five days.',
  'Click Reset password.',
  'Do you issue a refund on a store order?',
  'He can cancel it in Settings.',
  'Sie können den Vertrag kündigen.',
  'Cliquez sur Annuler.',
  'Puede cancelar el pedido.',
])('“%s” promises nothing', (text) => {
  expect(promisesIn(text)).toEqual([]);
});
