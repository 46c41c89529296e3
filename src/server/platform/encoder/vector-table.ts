import { createKernel, type Place } from './kernel.ts';

/** Rows of vectors of one length, a byte a number, all of which are compared with another at once. */
export interface VectorTable {
  /** What its rows take, in bytes, with the room taken for more. */
  readonly sizeBytes: number;
  /** Puts a vector into a row; null makes it near to nothing. */
  set(row: number, vector: Float32Array | null): void;
  /** The cosine of a vector with each row up to the last that was set; 0 where a row has none. */
  cosines(asked: Float32Array): Float32Array;
}

const LARGEST = 127;
/** Rows that memory is taken for at once: half a megabyte of those of the encoder. */
const TOGETHER = 1_024;

/** An empty table of vectors of `length` numbers: a hundred thousand of 512 take 51 MB, and some milliseconds to compare. */
export function createVectorTable(length: number): VectorTable {
  const kernel = createKernel();
  const size = Math.ceil(length / 16) * 16;
  // Sums of so many products with bytes fit 32 bits.
  const finest = Math.min(2_047, Math.floor(2 ** 31 / (LARGEST * size)) - 1);
  const [askedAt, sumsAt] = [kernel.take(2 * size), kernel.take(4 * TOGETHER)];
  const blocks: Place[] = [];
  let steps = new Float32Array(0);
  let end = 0;

  function reach(row: number): void {
    end = Math.max(end, row + 1);
    if (end <= steps.length) return;
    while (blocks.length * TOGETHER < end) blocks.push(kernel.take(TOGETHER * size));
    const more = new Float32Array(blocks.length * TOGETHER);
    more.set(steps);
    steps = more;
  }

  return {
    get sizeBytes() {
      return blocks.length * TOGETHER * size;
    },
    set(row, vector) {
      reach(row);
      if (vector === null) return void (steps[row] = 0);
      const block = blocks[Math.floor(row / TOGETHER)] as Place;
      const bytes = kernel.bytesAt(block + (row % TOGETHER) * size, length);
      bytes.set(rounded(vector, LARGEST));
      steps[row] = 1 / (Math.hypot(...bytes) || 1);
    },
    cosines(asked) {
      const numbers = rounded(asked, finest);
      new Int16Array(kernel.memory.buffer, askedAt, length).set(numbers);
      const by = 1 / (Math.hypot(...numbers) || 1);
      const found = new Float32Array(end);
      blocks.forEach((block, at) => {
        const from = at * TOGETHER;
        const count = Math.min(TOGETHER, end - from);
        kernel.compare(askedAt, block, sumsAt, Math.ceil(count / 4) * 4, size);
        const sums = new Int32Array(kernel.memory.buffer, sumsAt, count);
        for (let i = 0; i < count; i += 1)
          found[from + i] = (sums[i] as number) * by * (steps[from + i] as number);
      });
      return found;
    },
  };
}

/** A vector in whole numbers, the largest of which is `largest`. */
function rounded(vector: Float32Array, largest: number): Float32Array {
  const most = vector.reduce((so, value) => Math.max(so, Math.abs(value)), 1e-9);
  return vector.map((value) => Math.round((value / most) * largest));
}
