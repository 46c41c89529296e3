import { readEncoder, type EncoderFile } from './encoder-file.ts';
import { createKernel, type Kernel, type Place } from './kernel.ts';
import { createLayer, createMultiply, type Scratch } from './layer.ts';
import { createPieces } from './pieces.ts';

/** Says what a text means: 512 numbers of length 1, near for texts that mean alike. English. */
export type Encode = (text: string) => Float32Array;

/** The name of the encoder; vectors of another are not compared with its own. */
export const ENCODER = 'use-lite-int8';
const MOST_PIECES = 128;
/** No more letters can be in so many pieces. */
const MOST_LETTERS = 2_048;
/** Rows are computed two and four at a time, so some lie behind the last. */
const MOST_ROWS = MOST_PIECES + 4;
const WIDEST = 1536;
const SIZE = 512;

/**
 * Universal Sentence Encoder lite (Cer et al., 2018; Apache-2.0) with a byte a weight: two layers of attention
 * over pieces of words, averaged.
 */
export function createEncoder(file: EncoderFile = readEncoder()): Encode {
  const pieces = createPieces(file.pieces);
  const kernel = createKernel();
  const scratch = scratchIn(kernel);
  const multiply = createMultiply(kernel, scratch);
  const place = placing(file);
  const widen = kernel.putMatrix(file.matrix('widen'));
  const first = createLayer('0', file, kernel, scratch);
  const second = createLayer('1', file, kernel, scratch);
  const last = kernel.putMatrix(file.matrix('last'));
  const rowsOf = (size: number): Place => kernel.take(4 * size * MOST_ROWS);
  const [placed, widened, half, whole] = [rowsOf(256), rowsOf(SIZE), rowsOf(SIZE), rowsOf(SIZE)];

  return (text) => {
    const numbers = pieces(text.slice(0, MOST_LETTERS), MOST_PIECES);
    const count = numbers.length;
    if (count === 0) return new Float32Array(SIZE);
    place(numbers, kernel.numbersAt(placed, count * widen.inputs));
    multiply(placed, widen, widened, { count });
    first.each(placed, widened, half, count);
    second.average(half, half, whole, count);
    multiply(whole, last, half, { count: 1 });
    return unit(kernel.numbersAt(half, SIZE).map((value) => Math.tanh(value)));
  };
}

function scratchIn(kernel: Kernel): Scratch {
  const numbers = (size: number): Place => kernel.take(4 * size * MOST_ROWS);
  return {
    rounded: kernel.take(WIDEST * MOST_ROWS),
    steps: numbers(1),
    shares: numbers(1),
    normal: numbers(WIDEST),
    wide: numbers(WIDEST),
    told: numbers(SIZE),
  };
}

/** Writes the numbers of pieces, and where in the text each stands. */
function placing(file: EncoderFile): (numbers: readonly number[], rows: Float32Array) => void {
  const [table, steps] = [file.bytes('table.rows'), file.numbers('table.steps')];
  const places = placesOf(file.numbers('turns'));
  const size = places.length / MOST_PIECES;
  return (numbers, rows) =>
    numbers.forEach((number, position) => {
      const step = 2 * (steps[number] as number);
      const [from, to] = [number * size, position * size];
      for (let i = 0; i < size; i += 1)
        rows[to + i] = (places[to + i] as number) + step * (table[from + i] as number);
    });
}

/** What says where in a text something stands: sines, then cosines of the position (Vaswani et al., 2017). */
function placesOf(turns: Float32Array): Float32Array {
  const places = new Float32Array(MOST_PIECES * 2 * turns.length);
  for (let position = 0, at = 0; position < MOST_PIECES; position += 1) {
    for (const turn of turns) places[at++] = Math.sin(position * turn);
    for (const turn of turns) places[at++] = Math.cos(position * turn);
  }
  return places;
}

function unit(values: Float32Array): Float32Array {
  const length = Math.hypot(...values) || 1;
  return values.map((value) => value / length);
}
