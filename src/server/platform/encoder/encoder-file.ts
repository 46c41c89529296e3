import { readFileSync } from 'node:fs';
import type { Piece } from './pieces.ts';

/** A matrix: its columns one after the other, a byte a weight, and what a step of each column is worth. */
export interface Matrix {
  readonly inputs: number;
  readonly outputs: number;
  readonly weights: Int8Array;
  readonly steps: Float32Array;
  readonly bias: Float32Array;
}

/** Scale and shift of a normalisation. */
export interface Norm {
  readonly scale: Float32Array;
  readonly shift: Float32Array;
}

/** What the encoder is made of, by the names that scripts/encoder.mjs gives. */
export interface EncoderFile {
  readonly pieces: readonly Piece[];
  bytes(name: string): Int8Array;
  numbers(name: string): Float32Array;
  matrix(name: string): Matrix;
}

/** The first lines of the file: where each array begins and how many numbers it has. */
export interface EncoderHead {
  readonly pieces: readonly Piece[];
  readonly arrays: Readonly<Record<string, { readonly at: number; readonly length: number }>>;
}

const SHIPPED = new URL('./english.bin', import.meta.url);

/** Reads what scripts/encoder.mjs made (7 MB): the length of the head, the head as JSON, arrays. */
export function readEncoder(path: URL | string = SHIPPED): EncoderFile {
  const file = readFileSync(path);
  const from = 4 + file.readUInt32LE(0);
  const head = JSON.parse(file.toString('utf8', 4, from)) as EncoderHead;
  const place = (name: string): { at: number; length: number } => {
    const found = head.arrays[name];
    if (found === undefined) throw new Error(`The encoder's file has no ${name}.`);
    return { at: file.byteOffset + from + found.at, length: found.length };
  };
  const bytes = (name: string): Int8Array => {
    const { at, length } = place(name);
    return new Int8Array(file.buffer, at, length);
  };
  const numbers = (name: string): Float32Array => {
    const { at, length } = place(name);
    // A copy: numbers in the file need not stand where numbers may stand in memory.
    return new Float32Array(file.buffer.slice(at, at + 4 * length));
  };
  const matrix = (name: string): Matrix => {
    const weights = bytes(`${name}.weights`);
    const bias = numbers(`${name}.bias`);
    const [outputs, inputs] = [bias.length, weights.length / bias.length];
    return { inputs, outputs, weights, steps: numbers(`${name}.steps`), bias };
  };
  return { pieces: head.pieces, bytes, numbers, matrix };
}
