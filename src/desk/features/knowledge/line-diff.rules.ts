/** A line of a comparison: in both texts, only in the earlier, or only in the later. */
export type DiffLine = { kind: 'same' | 'gone' | 'come'; text: string };

/** More would make a table too large to be worth it; then everything is shown as changed. */
const mostCells = 4_000_000;

/** What changed from one text to another, line by line: the longest common sequence of lines stays. */
export function linesOf(before: string, after: string): DiffLine[] {
  const left = before.split('\n');
  const right = after.split('\n');
  if (left.length * right.length > mostCells) {
    return [...left.map(gone), ...right.map(come)];
  }
  const common = commonLengths(left, right);
  const lines: DiffLine[] = [];
  let i = 0;
  let j = 0;
  while (i < left.length || j < right.length) {
    if (i < left.length && j < right.length && left[i] === right[j]) {
      lines.push({ kind: 'same', text: left[i] ?? '' });
      i += 1;
      j += 1;
    } else if (j >= right.length || at(common, i + 1, j) >= at(common, i, j + 1)) {
      if (i < left.length) lines.push(gone(left[i] ?? ''));
      else lines.push(come(right[j++] ?? ''));
      i += 1;
    } else {
      lines.push(come(right[j] ?? ''));
      j += 1;
    }
  }
  return lines;
}

const gone = (text: string): DiffLine => ({ kind: 'gone', text });
const come = (text: string): DiffLine => ({ kind: 'come', text });

/** Length of the longest common sequence of the rest from each pair of lines. */
function commonLengths(left: readonly string[], right: readonly string[]): Uint32Array[] {
  const rows = Array.from({ length: left.length + 1 }, () => new Uint32Array(right.length + 1));
  for (let i = left.length - 1; i >= 0; i -= 1) {
    const row = rows[i];
    if (!row) continue;
    for (let j = right.length - 1; j >= 0; j -= 1) {
      row[j] =
        left[i] === right[j]
          ? at(rows, i + 1, j + 1) + 1
          : Math.max(at(rows, i + 1, j), at(rows, i, j + 1));
    }
  }
  return rows;
}

function at(rows: readonly Uint32Array[], i: number, j: number): number {
  return rows[i]?.[j] ?? 0;
}
