import { describe, expect, it } from 'vitest';
import { createEncoder } from './encode.ts';
import { createEncoderThread } from './encoder-thread.ts';
import { createKernel } from './kernel.ts';
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

describe('the kernel', () => {
  const number = (i: number) => Math.sin(i * 12.9898) * 3;
  const numbers = (count: number, from = 0) =>
    Float32Array.from({ length: count }, (_, i) => number(i + from));
  const put = (kernel: ReturnType<typeof createKernel>, values: Float32Array) => {
    const at = kernel.take(4 * values.length);
    kernel.numbersAt(at, values.length).set(values);
    return at;
  };

  it('multiplies as plain numbers do, within what rounding costs', () => {
    const [inputs, outputs, count] = [32, 4, 6];
    const weights = Int8Array.from(numbers(inputs * outputs), (value) => Math.round(value * 40));
    const steps = Float32Array.of(0.1, 0.02, 1, 0.5);
    const bias = Float32Array.of(1, -2, 0, 3);
    const rows = numbers(inputs * count, 1000);
    const kernel = createKernel();
    const matrix = kernel.putMatrix({ inputs, outputs, weights, steps, bias });
    const [rounded, rowSteps] = [kernel.take(inputs * count), kernel.take(4 * count)];
    const into = kernel.take(4 * outputs * count);
    kernel.round(put(kernel, rows), rounded, rowSteps, count, inputs);
    kernel.multiply(rounded, rowSteps, matrix.at, into, count, inputs, outputs, -100);
    const products = kernel.numbersAt(into, outputs * count);
    for (let row = 0; row < count; row += 1) {
      const own = rows.subarray(row * inputs, (row + 1) * inputs);
      // Half of the step that the row's largest number leaves to 7 bits.
      const mistake = Math.max(...own.map(Math.abs)) / 126;
      for (let column = 0; column < outputs; column += 1) {
        let [sum, weight] = [0, 0];
        for (let i = 0; i < inputs; i += 1) {
          sum += (own[i] ?? 0) * (weights[column * inputs + i] ?? 0);
          weight += Math.abs(weights[column * inputs + i] ?? 0);
        }
        const step = steps[column] ?? 0;
        const wanted = Math.max(-100, sum * step + (bias[column] ?? 0));
        expect(Math.abs((products[row * outputs + column] ?? 0) - wanted)).toBeLessThan(
          mistake * weight * step + 0.001,
        );
      }
    }
    expect(Math.min(...products)).toBe(-100);
  });

  it.each([1, 2, 5, 8])('lets each of %i rows attend to all as plain numbers do', (count) => {
    const [size, heads] = [256, 4];
    const part = size / heads;
    const rows = numbers(3 * size * count);
    const kernel = createKernel();
    const at = put(kernel, Float32Array.from([...rows, ...numbers(3 * size * 4)]));
    const [told, shares] = [kernel.take(4 * size * count), kernel.take(4 * (count + 4))];
    kernel.attend(at, told, shares, count, size);
    const slice = (row: number, kind: number, head: number) => {
      const from = row * 3 * size + kind * size + head * part;
      return [...rows.subarray(from, from + part)];
    };
    const found = kernel.numbersAt(told, size * count);
    for (let row = 0; row < count; row += 1)
      for (let head = 0; head < heads; head += 1) {
        const asked = slice(row, 0, head);
        const powers = Array.from({ length: count }, (_, other) =>
          Math.exp(
            slice(other, 1, head).reduce((sum, value, i) => sum + value * (asked[i] ?? 0), 0) /
              Math.sqrt(part),
          ),
        );
        const total = powers.reduce((sum, power) => sum + power, 0);
        for (let i = 0; i < part; i += 1) {
          const wanted = powers.reduce(
            (sum, power, other) => sum + (power / total) * (slice(other, 2, head)[i] ?? 0),
            0,
          );
          expect(found[row * size + head * part + i]).toBeCloseTo(wanted, 3);
        }
      }
  });

  it('normalises, adds and averages', () => {
    const kernel = createKernel();
    const rows = put(kernel, numbers(32));
    const [ones, twos] = [new Float32Array(16).fill(1), new Float32Array(16).fill(2)];
    const into = kernel.take(4 * 32);
    kernel.normalise(rows, put(kernel, twos), put(kernel, ones), into, 2, 16);
    const row = [...kernel.numbersAt(into, 16)];
    const mean = row.reduce((sum, value) => sum + value, 0) / 16;
    expect(mean).toBeCloseTo(1, 4);
    expect(row.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 16).toBeCloseTo(4, 3);
    kernel.add(rows, rows, 32);
    expect(kernel.numbersAt(rows, 32)[5]).toBeCloseTo(2 * number(5), 5);
    kernel.average(rows, into, 2, 16);
    expect(kernel.numbersAt(into, 16)[3]).toBeCloseTo(number(3) + number(19), 5);
  });

  it('refuses matrices it cannot multiply', () => {
    const none = { weights: new Int8Array(), steps: new Float32Array(), bias: new Float32Array() };
    const { putMatrix } = createKernel();
    expect(() => putMatrix({ ...none, inputs: 16, outputs: 6 })).toThrow('columns in fours');
    expect(() => putMatrix({ ...none, inputs: 8, outputs: 4 })).toThrow('columns in fours');
  });
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
