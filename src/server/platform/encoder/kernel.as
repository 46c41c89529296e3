// What an encoder spends its time on, in AssemblyScript: rows of numbers in the memory of the program, read and
// written by their places. scripts/encoder.mjs translates this into kernel.wasm. Rows are even in number and
// their sizes are sixteens; what a padding row holds is nobody's.

/** Numbers are rounded to this many steps on each side of nought, which stands in the middle of 7 bits. */
const FINEST: f32 = 63;
const MIDDLE: f32 = 64;
const HEADS: i32 = 4;
const SMALLEST: f32 = 1e-6;

/** Rounds rows to 7 bits, each by its largest number; `steps` gets what a step of each row is worth. */
export function round(rows: usize, into: usize, steps: usize, count: i32, size: i32): void {
  // Cut off below, which rounds as all is above nought here.
  const middle = f32x4.splat(MIDDLE + 0.5);
  for (let row = 0; row < count; row++) {
    const end = rows + (<usize>size << 2);
    let largest = f32x4.splat(1e-9);
    for (let at = rows; at < end; at += 16)
      largest = f32x4.max(largest, f32x4.abs(v128.load(at)));
    const most = largestOf(largest);
    store<f32>(steps + (<usize>row << 2), most / FINEST);
    const finer = f32x4.splat(FINEST / most);
    for (; rows < end; rows += 64, into += 16)
      v128.store(
        into,
        i8x16.narrow_i16x8_u(
          i16x8.narrow_i32x4_s(rounded(rows, finer, middle), rounded(rows + 16, finer, middle)),
          i16x8.narrow_i32x4_s(rounded(rows + 32, finer, middle), rounded(rows + 48, finer, middle)),
        ),
      );
  }
}

@inline
function rounded(at: usize, finer: v128, middle: v128): v128 {
  return i32x4.trunc_sat_f32x4_s(f32x4.add(f32x4.mul(v128.load(at), finer), middle));
}

/**
 * Rows that were rounded times a matrix: `columns` columns of bytes, then a number for each that its sums begin
 * with, what a step of it is worth and its bias. Nothing in the result is below `least`. Columns come in fours, so
 * that six loads serve eight products.
 */
export function multiply(
  rows: usize,
  steps: usize,
  matrix: usize,
  into: usize,
  count: i32,
  size: i32,
  columns: i32,
  least: f32,
): void {
  const wide = <usize>columns << 2;
  const starts = matrix + <usize>(columns * size);
  const lowest = f32x4.splat(least);
  for (let column = 0; column < columns; column += 4) {
    const own = starts + (<usize>column << 2);
    const start = v128.load(own);
    const worth = v128.load(own + wide);
    const bias = v128.load(own + 2 * wide);
    const weights = matrix + <usize>(column * size);
    for (let row = 0; row < count; row += 2) {
      let one = rows + <usize>(row * size);
      let a = i32x4.splat(0), b = a, c = a, d = a, e = a, f = a, g = a, h = a;
      for (let at = weights, end = weights + size; at < end; at += 16, one += 16) {
        const numbers = v128.load(one);
        const others = v128.load(one + size);
        let weight = v128.load(at);
        a = i32x4.relaxed_dot_i8x16_i7x16_add_s(weight, numbers, a);
        e = i32x4.relaxed_dot_i8x16_i7x16_add_s(weight, others, e);
        weight = v128.load(at + size);
        b = i32x4.relaxed_dot_i8x16_i7x16_add_s(weight, numbers, b);
        f = i32x4.relaxed_dot_i8x16_i7x16_add_s(weight, others, f);
        weight = v128.load(at + 2 * size);
        c = i32x4.relaxed_dot_i8x16_i7x16_add_s(weight, numbers, c);
        g = i32x4.relaxed_dot_i8x16_i7x16_add_s(weight, others, g);
        weight = v128.load(at + 3 * size);
        d = i32x4.relaxed_dot_i8x16_i7x16_add_s(weight, numbers, d);
        h = i32x4.relaxed_dot_i8x16_i7x16_add_s(weight, others, h);
      }
      const to = into + <usize>row * wide + (<usize>column << 2);
      const step = steps + (<usize>row << 2);
      v128.store(to, product(sumsOf(a, b, c, d), start, f32x4.mul(v128.load32_splat(step), worth), bias, lowest));
      v128.store(
        to + wide,
        product(sumsOf(e, f, g, h), start, f32x4.mul(v128.load32_splat(step + 4), worth), bias, lowest),
      );
    }
  }
}

@inline
function product(sums: v128, start: v128, worth: v128, bias: v128, lowest: v128): v128 {
  const exact = f32x4.convert_i32x4_s(i32x4.add(sums, start));
  return f32x4.max(lowest, f32x4.add(f32x4.mul(exact, worth), bias));
}

/** Rows with mean 0 and deviation 1, scaled and shifted (Ba, Kiros and Hinton, 2016). */
export function normalise(
  rows: usize,
  scale: usize,
  shift: usize,
  into: usize,
  count: i32,
  size: i32,
): void {
  const bytes = <usize>size << 2;
  for (let row = 0; row < count; row++, rows += bytes, into += bytes) {
    let sum = f32x4.splat(0);
    for (let at: usize = 0; at < bytes; at += 16) sum = f32x4.add(sum, v128.load(rows + at));
    const mean = f32x4.splat(sumOf(sum) / <f32>size);
    let squares = f32x4.splat(0);
    for (let at: usize = 0; at < bytes; at += 16) {
      const away = f32x4.sub(v128.load(rows + at), mean);
      squares = f32x4.add(squares, f32x4.mul(away, away));
    }
    const by = f32x4.splat(1 / sqrt(sumOf(squares) / <f32>size + SMALLEST));
    for (let at: usize = 0; at < bytes; at += 16) {
      const away = f32x4.mul(f32x4.sub(v128.load(rows + at), mean), by);
      v128.store(
        into + at,
        f32x4.add(f32x4.mul(away, v128.load(scale + at)), v128.load(shift + at)),
      );
    }
  }
}

/**
 * Attention of every row to every row (Vaswani et al., 2017), four heads. Each row holds what it asks, what it is
 * found by and what it tells, `size` numbers each; `told` gets what each was told. `shares` has room for a
 * number a row, and four more.
 */
export function attend(rows: usize, told: usize, shares: usize, count: i32, size: i32): void {
  const part = <usize>(size / HEADS) << 2;
  const bytes = <usize>size << 2;
  for (let head: usize = 0; head < <usize>HEADS; head++)
    for (let row = 0; row < count; row++) {
      const asked = rows + <usize>row * 3 * bytes + head * part;
      findShares(asked, rows + bytes + head * part, shares, count, part, 3 * bytes);
      mix(rows + 2 * bytes + head * part, told + <usize>row * bytes + head * part, shares, count, part, 3 * bytes);
    }
}

/** How much of what it is told comes from each row: shares add up to 1. */
function findShares(asked: usize, found: usize, shares: usize, count: i32, part: usize, stride: usize): void {
  const finer = f32x4.splat(1 / sqrt(<f32>(part >> 2)));
  for (let other = 0; other < count; other += 4) {
    const from = found + <usize>other * stride;
    let a = f32x4.splat(0), b = a, c = a, d = a;
    for (let at: usize = 0; at < part; at += 16) {
      const one = v128.load(asked + at);
      a = f32x4.add(a, f32x4.mul(one, v128.load(from + at)));
      b = f32x4.add(b, f32x4.mul(one, v128.load(from + at + stride)));
      c = f32x4.add(c, f32x4.mul(one, v128.load(from + at + 2 * stride)));
      d = f32x4.add(d, f32x4.mul(one, v128.load(from + at + 3 * stride)));
    }
    v128.store(shares + (<usize>other << 2), f32x4.mul(totalsOf(a, b, c, d), finer));
  }
  const end = shares + (<usize>count << 2);
  let largest = load<f32>(shares);
  for (let at = shares; at < end; at += 4) largest = max(largest, load<f32>(at));
  let total: f32 = 0;
  for (let at = shares; at < end; at += 4) {
    const share = Mathf.exp(load<f32>(at) - largest);
    store<f32>(at, share);
    total += share;
  }
  for (let at = shares; at < end; at += 4) store<f32>(at, load<f32>(at) / total);
}

function mix(tells: usize, told: usize, shares: usize, count: i32, part: usize, stride: usize): void {
  for (let at: usize = 0; at < part; at += 64) {
    let from = tells + at;
    let a = f32x4.splat(0), b = a, c = a, d = a;
    for (let other = 0; other < count; other++, from += stride) {
      const share = v128.load32_splat(shares + (<usize>other << 2));
      a = f32x4.add(a, f32x4.mul(share, v128.load(from)));
      b = f32x4.add(b, f32x4.mul(share, v128.load(from + 16)));
      c = f32x4.add(c, f32x4.mul(share, v128.load(from + 32)));
      d = f32x4.add(d, f32x4.mul(share, v128.load(from + 48)));
    }
    v128.store(told + at, a);
    v128.store(told + at + 16, b);
    v128.store(told + at + 32, c);
    v128.store(told + at + 48, d);
  }
}

/** A vector of 16-bit numbers times `count` vectors of bytes, which lie one after the other; counts come in fours. */
export function compare(asked: usize, vectors: usize, into: usize, count: i32, size: i32): void {
  for (let row = 0; row < count; row += 4, vectors += 4 * size, into += 16) {
    let a = i32x4.splat(0), b = a, c = a, d = a;
    for (let i = 0; i < size; i += 16) {
      const low = v128.load(asked + (i << 1));
      const high = v128.load(asked + (i << 1) + 16);
      const at = vectors + i;
      a = i32x4.add(a, dot(v128.load(at), low, high));
      b = i32x4.add(b, dot(v128.load(at + size), low, high));
      c = i32x4.add(c, dot(v128.load(at + 2 * size), low, high));
      d = i32x4.add(d, dot(v128.load(at + 3 * size), low, high));
    }
    v128.store(into, sumsOf(a, b, c, d));
  }
}

@inline
function dot(bytes: v128, low: v128, high: v128): v128 {
  return i32x4.add(
    i32x4.dot_i16x8_s(i16x8.extend_low_i8x16_s(bytes), low),
    i32x4.dot_i16x8_s(i16x8.extend_high_i8x16_s(bytes), high),
  );
}

/** Adds numbers to others. */
export function add(into: usize, numbers: usize, count: i32): void {
  for (const end = into + (<usize>count << 2); into < end; into += 16, numbers += 16)
    v128.store(into, f32x4.add(v128.load(into), v128.load(numbers)));
}

/** The mean of rows. */
export function average(rows: usize, into: usize, count: i32, size: i32): void {
  const by = f32x4.splat(1 / <f32>count);
  const bytes = <usize>size << 2;
  for (let at: usize = 0; at < bytes; at += 16) {
    let sum = f32x4.splat(0);
    for (let row = 0, from = rows + at; row < count; row++, from += bytes)
      sum = f32x4.add(sum, v128.load(from));
    v128.store(into + at, f32x4.mul(sum, by));
  }
}

/** The sums of four vectors, one beside the other. */
@inline
function sumsOf(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab = i32x4.add(v128.shuffle<i32>(a, b, 0, 4, 2, 6), v128.shuffle<i32>(a, b, 1, 5, 3, 7));
  const cd = i32x4.add(v128.shuffle<i32>(c, d, 0, 4, 2, 6), v128.shuffle<i32>(c, d, 1, 5, 3, 7));
  return i32x4.add(v128.shuffle<i32>(ab, cd, 0, 1, 4, 5), v128.shuffle<i32>(ab, cd, 2, 3, 6, 7));
}

/** The same of numbers with fractions. */
@inline
function totalsOf(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab = f32x4.add(v128.shuffle<i32>(a, b, 0, 4, 2, 6), v128.shuffle<i32>(a, b, 1, 5, 3, 7));
  const cd = f32x4.add(v128.shuffle<i32>(c, d, 0, 4, 2, 6), v128.shuffle<i32>(c, d, 1, 5, 3, 7));
  return f32x4.add(v128.shuffle<i32>(ab, cd, 0, 1, 4, 5), v128.shuffle<i32>(ab, cd, 2, 3, 6, 7));
}

@inline
function sumOf(v: v128): f32 {
  return (
    f32x4.extract_lane(v, 0) + f32x4.extract_lane(v, 1) + (f32x4.extract_lane(v, 2) + f32x4.extract_lane(v, 3))
  );
}

@inline
function largestOf(v: v128): f32 {
  return max(
    max(f32x4.extract_lane(v, 0), f32x4.extract_lane(v, 1)),
    max(f32x4.extract_lane(v, 2), f32x4.extract_lane(v, 3)),
  );
}
