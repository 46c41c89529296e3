import { createVectorTable, type VectorTable } from '../../../platform/encoder/index.ts';

/** How near the nearest passage of each article is to a question, as a cosine. */
export interface Nearness {
  /** Undefined for an article of which nothing is known. */
  of(articleId: string): number | undefined;
  /** The nearest articles, nearest first. */
  nearest(most: number): { articleId: string; value: number }[];
}

/** Vectors of the passages of articles, searched exactly. */
export interface VectorShelf {
  /** What its vectors take, in bytes, with the room kept for more. */
  readonly sizeBytes: number;
  /** Puts those of an article in the place of the ones it had; none takes it out. */
  put(articleId: string, vectors: readonly Float32Array[]): void;
  /** What is known of the articles whose vectors are as long as the one asked about; null where none has. */
  nearness(asked: Float32Array): Nearness | null;
}

/** Vectors of one length, and the rows in which those of each article stand. */
interface Board {
  readonly table: VectorTable;
  readonly rowsOf: Map<string, readonly number[]>;
  /** Rows whose vectors were taken out. */
  readonly free: number[];
  end: number;
}

/**
 * An empty shelf: 512 bytes a passage. Vectors of another length are those of another embedder: the room of
 * the ones before is given back with the last article that had any.
 */
export function createVectorShelf(): VectorShelf {
  const boards = new Map<number, Board>();

  function boardOf(length: number): Board {
    const board = boards.get(length) ?? {
      table: createVectorTable(length),
      rowsOf: new Map<string, readonly number[]>(),
      free: [],
      end: 0,
    };
    boards.set(length, board);
    return board;
  }

  function takeOut(articleId: string): void {
    for (const { rowsOf, free } of boards.values()) {
      free.push(...(rowsOf.get(articleId) ?? []));
      rowsOf.delete(articleId);
    }
  }

  function dropEmpty(): void {
    for (const [length, { rowsOf }] of boards) if (rowsOf.size === 0) boards.delete(length);
  }

  return {
    get sizeBytes() {
      return [...boards.values()].reduce((sum, { table }) => sum + table.sizeBytes, 0);
    },
    put(articleId, vectors) {
      takeOut(articleId);
      const length = vectors[0]?.length ?? 0;
      if (length === 0) return dropEmpty();
      const board = boardOf(length);
      const rows = vectors.filter(isAsLong(length)).map((vector) => {
        const row = board.free.pop() ?? board.end++;
        board.table.set(row, vector);
        return row;
      });
      board.rowsOf.set(articleId, rows);
      dropEmpty();
    },
    nearness(asked) {
      const board = boards.get(asked.length);
      return board && board.rowsOf.size > 0 ? nearnessOn(board, asked) : null;
    },
  };
}

const isAsLong =
  (length: number) =>
  (vector: Float32Array): boolean =>
    vector.length === length;

function nearnessOn({ table, rowsOf }: Board, asked: Float32Array): Nearness {
  const cosines = table.cosines(asked);
  const nearestOf = (rows: readonly number[]): number => {
    let nearest = -1;
    for (const row of rows) nearest = Math.max(nearest, cosines[row] as number);
    return nearest;
  };
  return {
    of(articleId) {
      const rows = rowsOf.get(articleId);
      return rows && nearestOf(rows);
    },
    nearest(most) {
      const found: { articleId: string; value: number }[] = [];
      for (const [articleId, rows] of rowsOf) {
        const value = nearestOf(rows);
        if (found.length === most && value <= (found.at(-1)?.value ?? 1)) continue;
        const before = found.findIndex((other) => other.value < value);
        found.splice(before < 0 ? found.length : before, 0, { articleId, value });
        if (found.length > most) found.pop();
      }
      return found;
    },
  };
}

/** How many standard deviations each of some articles is nearer than they are on average; unknown ones 0. */
export function standOut(articleIds: readonly string[], nearness: Nearness | null): number[] {
  const known = articleIds.flatMap((id) => nearness?.of(id) ?? []);
  const mean = known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length);
  const squares = known.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const deviation = Math.sqrt(squares / Math.max(1, known.length)) || 1;
  return articleIds.map((id) => ((nearness?.of(id) ?? mean) - mean) / deviation);
}
