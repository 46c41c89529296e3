import { readFileSync } from 'node:fs';
import type { Matrix } from './encoder-file.ts';

/** Multiplies rows by a matrix and adds its bias; 32-bit numbers in and out, integers between. */
export type Multiply = (rows: Float32Array, count: number) => Float32Array;

/** Multipliers of some matrices, whose weights are put into the memory they share. */
export interface Multiplier {
  of(matrix: Matrix): Multiply;
}

/** The types of Node leave it out. */
declare const WebAssembly: {
  Module: new (code: Uint8Array) => object;
  Instance: new (module: object) => { readonly exports: object };
};

const FINEST = 2047;
const TOGETHER = 4;
const PAGE = 65_536;

/** What multiply.wat exports. */
interface Kernel {
  memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  multiply(
    rows: number,
    columns: number,
    sums: number,
    rowCount: number,
    size: number,
    columnCount: number,
  ): void;
}

/**
 * Rows are rounded to 12 bits, each by its largest number; so sums of up to 4,000 products with bytes fit 32 bits.
 * `most` bounds the rows multiplied at once, `widest` the numbers of a row.
 */
export function createMultiplier({ most, widest }: { most: number; widest: number }): Multiplier {
  const code = readFileSync(new URL('./multiply.wasm', import.meta.url));
  const instance = new WebAssembly.Instance(new WebAssembly.Module(code));
  const { memory, multiply } = instance.exports as Kernel;
  const [rowsAt, sumsAt] = [0, 2 * most * widest];
  let end = sumsAt + 4 * most * widest;
  reserve(end);

  function reserve(bytes: number): void {
    const missing = Math.ceil((bytes - memory.buffer.byteLength) / PAGE);
    if (missing > 0) memory.grow(missing);
  }

  function round(rows: Float32Array, count: number, size: number): Float32Array {
    const into = new Int16Array(memory.buffer, rowsAt, padded(count) * size);
    const steps = new Float32Array(count);
    into.fill(0, count * size);
    for (let row = 0; row < count; row += 1) {
      const [from, to] = [row * size, (row + 1) * size];
      let largest = 1e-9;
      for (let i = from; i < to; i += 1) largest = Math.max(largest, Math.abs(rows[i] as number));
      steps[row] = largest / FINEST;
      for (let i = from; i < to; i += 1)
        into[i] = Math.round(((rows[i] as number) / largest) * FINEST);
    }
    return steps;
  }

  function of({ inputs, outputs, weights, steps, bias }: Matrix): Multiply {
    const columnsAt = end;
    end += weights.length;
    reserve(end);
    new Int8Array(memory.buffer, columnsAt, weights.length).set(weights);
    return (rows, count) => {
      const rowSteps = round(rows, count, inputs);
      multiply(rowsAt, columnsAt, sumsAt, padded(count), inputs, outputs);
      const sums = new Int32Array(memory.buffer, sumsAt, count * outputs);
      const products = new Float32Array(count * outputs);
      for (let row = 0, at = 0; row < count; row += 1) {
        const rowStep = rowSteps[row] as number;
        for (let column = 0; column < outputs; column += 1, at += 1)
          products[at] =
            (sums[at] as number) * rowStep * (steps[column] as number) + (bias[column] as number);
      }
      return products;
    };
  }

  return { of };
}

/** Rows are multiplied four at a time; what is missing is nought. */
function padded(count: number): number {
  return Math.ceil(count / TOGETHER) * TOGETHER;
}
