import { describe, expect, it } from 'vitest';
import { createEncoder } from './encode.ts';
import { createEncoderThread } from './encoder-thread.ts';
import { createMultiplier } from './multiplier.ts';
import { createPieces } from './pieces.ts';

const encode = createEncoder();
const nearness = (one: string, other: string): number => {
  const [a, b] = [encode(one), encode(other)];
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
};

describe('the encoder', () => {
  it.each([
    ['When will my parcel arrive?', 'Where is my parcel?', 0.7242],
    ['How do I store it?', 'My card was charged twice.', 0.179],
  ])('says what the published one says of %j and %j', (one, other, published) => {
    expect(nearness(one, other)).toBeCloseTo(published, 2);
  });

  it('puts texts that mean alike near each other', () => {
    const asked = 'When will my parcel arrive?';
    expect(nearness(asked, 'Where is my package?')).toBeGreaterThan(
      nearness(asked, 'Can I pay with PayPal?') + 0.2,
    );
  });

  it.each(['', ' ', '😀', '\uD800', 'ß'.repeat(5000), 'word '.repeat(5000)])(
    'gives any text numbers of length 1 or none: %j',
    (text) => {
      const length = Math.hypot(...encode(text));
      expect(text === '' ? length : Math.round(length * 1000) / 1000).toBe(text === '' ? 0 : 1);
    },
  );
});

it('multiplies as plain numbers do, within what rounding costs', () => {
  const [inputs, outputs, count] = [16, 3, 5];
  const number = (i: number) => Math.sin(i * 12.9898) * 3;
  const weights = Int8Array.from({ length: inputs * outputs }, (_, i) =>
    Math.round(number(i) * 40),
  );
  const steps = Float32Array.of(0.1, 0.02, 1);
  const bias = Float32Array.of(1, -2, 0);
  const rows = Float32Array.from({ length: inputs * count }, (_, i) => number(i + 1000));
  const multiply = createMultiplier({ most: 8, widest: 16 }).of({
    inputs,
    outputs,
    weights,
    steps,
    bias,
  });
  const products = multiply(rows, count);
  for (let row = 0; row < count; row += 1)
    for (let column = 0; column < outputs; column += 1) {
      let sum = 0;
      for (let i = 0; i < inputs; i += 1)
        sum += (rows[row * inputs + i] ?? 0) * (weights[column * inputs + i] ?? 0);
      const wanted = sum * (steps[column] ?? 0) + (bias[column] ?? 0);
      expect(Math.abs((products[row * outputs + column] ?? 0) - wanted)).toBeLessThan(
        0.005 * (1 + Math.abs(wanted)) + (steps[column] ?? 0),
      );
    }
});

it('cuts words into their most probable pieces, and what is unknown into one', () => {
  const reserved = Array.from({ length: 6 }, (_, i) => [`<${i}>`, 0] as const);
  const cut = createPieces([...reserved, ['▁', -3], ['▁ab', -2], ['a', -4], ['b', -4], ['c', -4]]);
  expect(cut('ab', 9)).toEqual([7]);
  expect(cut('ba', 9)).toEqual([6, 9, 8]);
  expect(cut('xyc', 9)).toEqual([6, 0, 10]);
  expect(cut('ccc', 2)).toEqual([6, 10]);
  expect(cut('', 9)).toEqual([]);
});

describe('the thread of the encoder', () => {
  it('lets a question go before passages, and says the same', async () => {
    const thread = createEncoderThread();
    const order: string[] = [];
    const asked = (text: string, isAwaited: boolean) =>
      thread.encode(text, isAwaited).then((vector) => {
        order.push(text);
        return vector;
      });
    const passages = ['one passage', 'another', 'a third'].map((text) => asked(text, false));
    const question = asked('a question', true);
    expect([...(await question)]).toEqual([...encode('a question')]);
    await Promise.all(passages);
    expect(order).toEqual(['one passage', 'a question', 'another', 'a third']);
    await thread.close();
  });

  it('refuses what waits when it ends, and begins anew', async () => {
    const thread = createEncoderThread();
    const waiting = thread.encode('never', false);
    await thread.close();
    await expect(waiting).rejects.toThrow('The thread of the encoder ended.');
    expect((await thread.encode('again', true)).length).toBe(512);
    await thread.close();
  });
});
