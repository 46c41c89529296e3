/**
 * Minimum-cost assignment by shortest augmenting paths (Kuhn 1955; Jonker and Volgenant 1987),
 * O(rows² x columns). Returns the column of each row. `rows` must not exceed `columns`.
 */
export function matchRows(
  cost: (row: number, column: number) => number,
  size: { readonly rows: number; readonly columns: number },
): number[] {
  const { rows, columns } = size;
  const rowPrice = new Float64Array(rows + 1);
  const columnPrice = new Float64Array(columns + 1);
  const rowOf = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row += 1) augment(row);
  const found = Array.from({ length: rows }, () => -1);
  for (let column = 1; column <= columns; column += 1) {
    const row = rowOf[column] ?? 0;
    if (row > 0) found[row - 1] = column - 1;
  }
  return found;

  /** Finds a place for one more row, moving others where that is cheaper. */
  function augment(row: number): void {
    const least = new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY);
    const from = new Int32Array(columns + 1);
    const done = new Uint8Array(columns + 1);
    rowOf[0] = row;
    let column = 0;
    do {
      done[column] = 1;
      const here = rowOf[column] ?? 0;
      let delta = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let j = 1; j <= columns; j += 1) {
        if (done[j]) continue;
        const reduced = cost(here - 1, j - 1) - at(rowPrice, here) - at(columnPrice, j);
        if (reduced < at(least, j)) {
          least[j] = reduced;
          from[j] = column;
        }
        if (at(least, j) < delta) {
          delta = at(least, j);
          next = j;
        }
      }
      for (let j = 0; j <= columns; j += 1) {
        if (done[j]) {
          const paired = rowOf[j] ?? 0;
          rowPrice[paired] = at(rowPrice, paired) + delta;
          columnPrice[j] = at(columnPrice, j) - delta;
        } else least[j] = at(least, j) - delta;
      }
      column = next;
    } while (rowOf[column] !== 0);
    while (column !== 0) {
      const before = from[column] ?? 0;
      rowOf[column] = rowOf[before] ?? 0;
      column = before;
    }
  }
}

function at(values: Float64Array, index: number): number {
  return values[index] ?? 0;
}
