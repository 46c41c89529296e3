import type { CategoryModel } from './category.types.ts';
import { MEANING_SIZE } from './nearness.rules.ts';

type Part = Uint32Array | Float32Array | Int8Array | Uint8Array;

/** A model as bytes to store: a line of JSON with what is small, then the arrays one after the other. */
export function packModel(model: CategoryModel): Uint8Array {
  const parts: Part[] = [
    Uint32Array.from(model.vocabulary.places.keys()),
    model.vocabulary.worth,
    model.vocabulary.blocks,
    model.linear.weights,
    model.linear.scales,
    model.linear.bias,
    Uint32Array.from(model.coverage.rows.keys()),
    model.coverage.worth,
    model.coverage.bits,
    ...(model.nearness ? [model.nearness.bytes, model.nearness.starts] : []),
  ];
  const { version, categories, examples, calibration } = model;
  const { bytes, unknown } = model.coverage;
  const meaningSize = model.nearness?.size ?? 0;
  const lengths = parts.map((part) => part.length);
  const head = new TextEncoder().encode(
    JSON.stringify({
      version,
      categories,
      examples,
      calibration,
      bytes,
      unknown,
      meaningSize,
      lengths,
    }),
  );
  const total = parts.reduce((sum, part) => sum + part.byteLength, 4 + head.length);
  const packed = new Uint8Array(total);
  new DataView(packed.buffer).setUint32(0, head.length, true);
  packed.set(head, 4);
  let at = 4 + head.length;
  for (const part of parts) {
    packed.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at);
    at += part.byteLength;
  }
  return packed;
}

/**
 * The model that was packed; one that was trained with other meanings than texts have now does without. Throws for
 * bytes of another kind or version.
 */
export function unpackModel(packed: Uint8Array): CategoryModel {
  const length = new DataView(packed.buffer, packed.byteOffset).getUint32(0, true);
  if (length > packed.length - 4) throw new Error('These bytes are no category model.');
  const head: unknown = JSON.parse(new TextDecoder().decode(packed.subarray(4, 4 + length)));
  if (!isHead(head)) throw new Error('This category model is of another version.');
  const next = reader(packed.subarray(4 + length), head.lengths);
  const hashes = next(Uint32Array);
  const vocabulary = {
    places: placesOf(hashes),
    worth: next(Float32Array),
    blocks: next(Uint8Array),
  };
  const linear = { weights: next(Int8Array), scales: next(Float32Array), bias: next(Float32Array) };
  const rows = placesOf(next(Uint32Array));
  const { bytes, unknown, version, categories, examples, calibration, meaningSize = 0 } = head;
  const coverage = { rows, worth: next(Float32Array), bits: next(Uint8Array), bytes, unknown };
  const nearness =
    meaningSize === MEANING_SIZE
      ? { size: meaningSize, bytes: next(Int8Array), starts: next(Uint32Array) }
      : null;
  return { version, categories, examples, vocabulary, linear, coverage, nearness, calibration };
}

type Head = Pick<CategoryModel, 'version' | 'categories' | 'examples' | 'calibration'> & {
  bytes: number;
  unknown: number;
  /** Not there in models packed before there were meanings. */
  meaningSize?: number;
  lengths: number[];
};

function isHead(head: unknown): head is Head {
  return typeof head === 'object' && head !== null && 'version' in head && head.version === 1;
}

function placesOf(hashes: Uint32Array): ReadonlyMap<number, number> {
  return new Map([...hashes].map((hash, place) => [hash, place]));
}

// Copies each array, so that it starts at an address its numbers may have.
function reader(bytes: Uint8Array, lengths: readonly number[]) {
  let at = 0;
  let part = 0;
  return <Kind extends Part>(kind: {
    new (buffer: ArrayBuffer): Kind;
    readonly BYTES_PER_ELEMENT: number;
  }): Kind => {
    const size = (lengths[part] ?? 0) * kind.BYTES_PER_ELEMENT;
    const copy = bytes.slice(at, at + size);
    if (copy.length !== size) throw new Error('This category model is cut off.');
    at += size;
    part += 1;
    return new kind(copy.buffer);
  };
}
