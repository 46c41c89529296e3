import { readFileSync } from 'node:fs';
import type { Matrix } from './encoder-file.ts';
import type { Norm } from './encoder-file.ts';

/** A place in the memory of the kernel. */
export type Place = number;

/** What kernel.as exports: each is told places of rows, how many rows, and how many numbers a row has. */
interface Exports {
  memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  round(rows: Place, into: Place, steps: Place, count: number, size: number): void;
  multiply(
    rows: Place,
    steps: Place,
    matrix: Place,
    into: Place,
    count: number,
    size: number,
    columns: number,
    least: number,
  ): void;
  normalise(
    rows: Place,
    scale: Place,
    shift: Place,
    into: Place,
    count: number,
    size: number,
  ): void;
  attend(rows: Place, told: Place, shares: Place, count: number, size: number): void;
  add(into: Place, numbers: Place, count: number): void;
  average(rows: Place, into: Place, count: number, size: number): void;
  compare(asked: Place, vectors: Place, into: Place, count: number, size: number): void;
}

/** A matrix in the memory of the kernel. */
export interface PlacedMatrix {
  readonly at: Place;
  readonly inputs: number;
  readonly outputs: number;
}

/** Scale and shift of a normalisation in the memory of the kernel. */
export interface PlacedNorm {
  readonly scale: Place;
  readonly shift: Place;
}

export type Kernel = ReturnType<typeof createKernel>;

/** The types of Node leave it out. */
declare const WebAssembly: {
  Module: new (code: Uint8Array) => object;
  Instance: new (module: object) => { readonly exports: object };
};

const PAGE = 65_536;
const LINE = 64;
/** What 7 bits hold of nought: see kernel.as. */
const MIDDLE = 64;

/** The program that computes with rows, and its memory; places that were taken stay taken. */
export function createKernel() {
  const code = readFileSync(new URL('./kernel.wasm', import.meta.url));
  const { memory, ...program } = new WebAssembly.Instance(new WebAssembly.Module(code))
    .exports as Exports;
  // The program keeps a few constants at the beginning.
  let end = PAGE;

  function take(bytes: number): Place {
    const at = end;
    end = Math.ceil((end + bytes) / LINE) * LINE;
    const missing = Math.ceil((end - memory.buffer.byteLength) / PAGE);
    if (missing > 0) memory.grow(missing);
    return at;
  }

  const numbersAt = (at: Place, count: number) => new Float32Array(memory.buffer, at, count);
  const bytesAt = (at: Place, count: number) => new Int8Array(memory.buffer, at, count);

  function put(numbers: Float32Array): Place {
    const at = take(4 * numbers.length);
    numbersAt(at, numbers.length).set(numbers);
    return at;
  }

  /** Its columns, what their sums begin with, what a step is worth, and the bias. Throws for sizes that do not fit. */
  function putMatrix({ inputs, outputs, weights, steps, bias }: Matrix): PlacedMatrix {
    if (inputs % 16 !== 0 || outputs % 4 !== 0)
      throw new Error('A matrix has inputs in sixteens and columns in fours.');
    const at = take(weights.length + 12 * outputs);
    bytesAt(at, weights.length).set(weights);
    const starts = new Int32Array(memory.buffer, at + weights.length, outputs);
    for (let column = 0; column < outputs; column += 1)
      starts[column] = -MIDDLE * sumOf(weights.subarray(column * inputs, (column + 1) * inputs));
    numbersAt(at + weights.length + 4 * outputs, outputs).set(steps);
    numbersAt(at + weights.length + 8 * outputs, outputs).set(bias);
    return { at, inputs, outputs };
  }

  const putNorm = ({ scale, shift }: Norm): PlacedNorm => ({
    scale: put(scale),
    shift: put(shift),
  });

  return { ...program, memory, take, numbersAt, bytesAt, putMatrix, putNorm };
}

function sumOf(bytes: Int8Array): number {
  let sum = 0;
  for (const byte of bytes) sum += byte;
  return sum;
}
