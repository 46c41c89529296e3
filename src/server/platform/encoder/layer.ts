import type { EncoderFile } from './encoder-file.ts';
import type { Kernel, Place, PlacedMatrix, PlacedNorm } from './kernel.ts';

/** Places for what is computed in between, each for as many rows as there may be. */
export interface Scratch {
  /** Rows rounded for a matrix, and what a step of each is worth. */
  readonly rounded: Place;
  readonly steps: Place;
  readonly shares: Place;
  readonly normal: Place;
  readonly wide: Place;
  readonly told: Place;
}

/** A layer of attention and neurons: rows come in and go out at places, `kept` being added to what comes of them. */
export interface Layer {
  each(rows: Place, kept: Place, into: Place, count: number): void;
  /** The mean of what `each` gives, without making each: a matrix of means is the mean of the matrix. */
  average(rows: Place, kept: Place, into: Place, count: number): void;
}

/** Rows times a matrix, with nothing below `least`. */
export function createMultiply(kernel: Kernel, { rounded, steps }: Scratch) {
  return (
    rows: Place,
    { at, inputs, outputs }: PlacedMatrix,
    into: Place,
    { count, least = -Infinity }: { count: number; least?: number },
  ): void => {
    kernel.round(rows, rounded, steps, count, inputs);
    kernel.multiply(rounded, steps, at, into, count + (count % 2), inputs, outputs, least);
  };
}

/** The layer of a name in the file. */
export function createLayer(
  name: string,
  file: EncoderFile,
  kernel: Kernel,
  scratch: Scratch,
): Layer {
  const of = (part: string): PlacedMatrix => kernel.putMatrix(file.matrix(`${name}.${part}`));
  const norm = (part: string): PlacedNorm =>
    kernel.putNorm({
      scale: file.numbers(`${name}.${part}.scale`),
      shift: file.numbers(`${name}.${part}.shift`),
    });
  const [asked, told, inner, outer] = [of('asked'), of('told'), of('inner'), of('outer')];
  const [attentionNorm, neuronNorm] = [norm('attentionNorm'), norm('neuronNorm')];
  const multiply = createMultiply(kernel, scratch);

  /** What attention makes of rows, and what neurons say to that, side by side. */
  function think(rows: Place, kept: Place, into: Place, count: number): void {
    const { normal, wide, shares } = scratch;
    kernel.normalise(rows, attentionNorm.scale, attentionNorm.shift, normal, count, asked.inputs);
    multiply(normal, asked, wide, { count });
    kernel.attend(wide, scratch.told, shares, count, told.inputs);
    multiply(scratch.told, told, into, { count });
    kernel.add(into, kept, count * told.outputs);
    kernel.normalise(into, neuronNorm.scale, neuronNorm.shift, normal, count, inner.inputs);
    multiply(normal, inner, wide, { count, least: 0 });
  }

  return {
    each(rows, kept, into, count) {
      think(rows, kept, into, count);
      multiply(scratch.wide, outer, scratch.told, { count });
      kernel.add(into, scratch.told, count * outer.outputs);
    },
    average(rows, kept, into, count) {
      think(rows, kept, into, count);
      kernel.average(scratch.wide, scratch.normal, count, outer.inputs);
      multiply(scratch.normal, outer, scratch.told, { count: 1 });
      kernel.average(into, into, count, outer.outputs);
      kernel.add(into, scratch.told, outer.outputs);
    },
  };
}
