import type { Scope } from '../../platform/db/database.ts';
import { readPieces, type PlannedRow, type Stamped } from './snapshot.store.ts';

/** What a ticket or customer says of a piece may be so old: its row has a stamp, theirs is not asked for. */
const freshMs = 60_000;
/** Pieces remembered of all workspaces together, about 500 bytes each. */
const mostKnown = 100_000;

type Known = ReadonlyMap<string, PlannedRow & Stamped>;

/**
 * Remembers pieces of work from one plan to the next: only what is new or was changed is read in full, which
 * costs ten times what finding it in the index does. Whoever gives work out looks at it again under its lock.
 */
export function createLedger() {
  const books = new Map<string, { readonly at: number; readonly known: Known }>();

  function bookOf(workspaceId: string, now: number): { at: number; known: Known } {
    const book = books.get(workspaceId);
    const age = now - (book?.at ?? 0);
    return book && age >= 0 && age < freshMs ? book : { at: now, known: new Map() };
  }

  /** The oldest books go when there are too many pieces. */
  function trim(): void {
    let count = [...books.values()].reduce((sum, { known }) => sum + known.size, 0);
    for (const [workspaceId, { known }] of books) {
      if (count <= mostKnown || books.size === 1) return;
      books.delete(workspaceId);
      count -= known.size;
    }
  }

  return {
    /** The pieces in full, by id; without those that are gone. `beside`: what was asked for before is asked again. */
    async piecesOf(
      scope: Scope,
      wanted: readonly Stamped[],
      { now, beside = false }: { now: Date; beside?: boolean },
    ): Promise<Known> {
      const { at, known } = bookOf(scope.workspaceId, now.getTime());
      const pieces = new Map<string, PlannedRow & Stamped>();
      const unknown: string[] = [];
      for (const { id, stamp } of wanted) {
        const piece = known.get(id);
        if (piece?.stamp === stamp) pieces.set(id, piece);
        else unknown.push(id);
      }
      for (const piece of await readPieces(scope, unknown)) pieces.set(piece.id, piece);
      books.delete(scope.workspaceId);
      books.set(scope.workspaceId, { at, known: beside ? new Map([...known, ...pieces]) : pieces });
      trim();
      return pieces;
    },

    /** Something turned out to be different from what is remembered. */
    forget(workspaceId: string): void {
      books.delete(workspaceId);
    },
  };
}
