import { attend, normalise, type Norm } from './layer.ts';
import { readEncoder, type EncoderFile } from './encoder-file.ts';
import { createMultiplier, type Multiplier, type Multiply } from './multiplier.ts';
import { createPieces } from './pieces.ts';

/** Says what a text means: 512 numbers of length 1, near for texts that mean alike. English. */
export type Encode = (text: string) => Float32Array;

/** The name of the encoder; vectors of another are not compared with its own. */
export const ENCODER = 'use-lite-int8';
const MOST_PIECES = 128;
/** No more letters can be in so many pieces. */
const MOST_LETTERS = 2_048;
const WIDEST = 1536;
const SIZE = 512;

/**
 * Universal Sentence Encoder lite (Cer et al., 2018; Apache-2.0) with a byte a weight: two layers of attention
 * over pieces of words, averaged. A question of 16 pieces takes 5 ms of one core, the longest passage 65 ms.
 */
export function createEncoder(file: EncoderFile = readEncoder()): Encode {
  const pieces = createPieces(file.pieces);
  const multiplier = createMultiplier({ most: MOST_PIECES, widest: WIDEST });
  const place = placing(file);
  const widen = multiplier.of(file.matrix('widen'));
  const first = layerOf('0', file, multiplier);
  const second = layerOf('1', file, multiplier);
  const last = multiplier.of(file.matrix('last'));

  return (text) => {
    const numbers = pieces(text.slice(0, MOST_LETTERS), MOST_PIECES);
    const count = numbers.length;
    if (count === 0) return new Float32Array(SIZE);
    const placed = place(numbers);
    const half = first(placed, widen(placed, count), count);
    const rows = second(half, half, count);
    return unit(last(averaged(rows, count), 1).map((value) => Math.tanh(value)));
  };
}

/** The numbers of pieces at their places in the text. */
function placing(file: EncoderFile): (numbers: readonly number[]) => Float32Array {
  const [table, steps, turns] = [
    file.bytes('table.rows'),
    file.numbers('table.steps'),
    file.numbers('turns'),
  ];
  const size = 2 * turns.length;
  return (numbers) => {
    const rows = new Float32Array(numbers.length * size);
    numbers.forEach((number, position) => {
      const step = 2 * (steps[number] as number);
      for (let i = 0; i < size; i += 1) {
        const angle = position * (turns[i % turns.length] as number);
        const turn = i < turns.length ? Math.sin(angle) : Math.cos(angle);
        rows[position * size + i] = step * (table[number * size + i] as number) + turn;
      }
    });
    return rows;
  };
}

/** A layer: what comes in, what it is added to (the same but for the first), and how many rows. */
type Layer = (rows: Float32Array, kept: Float32Array, count: number) => Float32Array;

function layerOf(name: string, file: EncoderFile, multiplier: Multiplier): Layer {
  const of = (part: string): Multiply => multiplier.of(file.matrix(`${name}.${part}`));
  const norm = (part: string): Norm => ({
    scale: file.numbers(`${name}.${part}.scale`),
    shift: file.numbers(`${name}.${part}.shift`),
  });
  const [asked, told, inner, outer] = [of('asked'), of('told'), of('inner'), of('outer')];
  const [attentionNorm, neuronNorm] = [norm('attentionNorm'), norm('neuronNorm')];
  return (rows, kept, count) => {
    const attended = told(attend(asked(normalise(rows, attentionNorm), count), count), count);
    addTo(attended, kept);
    const neurons = inner(normalise(attended, neuronNorm), count);
    for (let i = 0; i < neurons.length; i += 1) neurons[i] = Math.max(0, neurons[i] as number);
    return addTo(outer(neurons, count), attended);
  };
}

function addTo(into: Float32Array, values: Float32Array): Float32Array {
  for (let i = 0; i < into.length; i += 1) into[i] = (into[i] as number) + (values[i] as number);
  return into;
}

function averaged(rows: Float32Array, count: number): Float32Array {
  const size = rows.length / count;
  const mean = new Float32Array(size);
  for (let i = 0; i < rows.length; i += 1)
    mean[i % size] = (mean[i % size] as number) + (rows[i] as number) / count;
  return mean;
}

function unit(values: Float32Array): Float32Array {
  const length = Math.hypot(...values) || 1;
  return values.map((value) => value / length);
}
