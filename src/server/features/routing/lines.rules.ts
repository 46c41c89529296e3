/**
 * Lines of waiting work of which only the head was read. A plan that has given the whole head of a longer line
 * knows nothing of what comes next in it, and might give less urgent work of other lines instead: what it gave
 * after that is left for the next plan.
 */

export interface Line {
  /** Pieces of it that were read. */
  count: number;
  /** Whether more waits in it than was read. */
  longer: boolean;
}

/** Lines by number, with the line of each piece. */
export interface Lines {
  readonly byNumber: ReadonlyMap<number, Readonly<Line>>;
  readonly ofPiece: ReadonlyMap<string, number>;
}

/** Counts the lines of what was read. */
export function linesOf(
  heads: readonly { readonly id: string; readonly line: number; readonly beyond: boolean }[],
): Lines {
  const byNumber = new Map<number, Line>();
  const ofPiece = new Map<string, number>();
  for (const { id, line: number, beyond } of heads) {
    const line = byNumber.get(number) ?? { count: 0, longer: false };
    byNumber.set(number, line);
    if (beyond) line.longer = true;
    else {
      line.count += 1;
      ofPiece.set(id, number);
    }
  }
  return { byNumber, ofPiece };
}

/** The decisions, in their order, up to the one that uses up the head of a longer line, if any does. */
export function untilUsedUp<Decision extends { readonly item: { readonly id: string } }>(
  decisions: readonly Decision[],
  { byNumber, ofPiece }: Lines,
): { readonly sure: readonly Decision[]; readonly usedUp: boolean } {
  const given = new Map<number, number>();
  for (const [place, { item }] of decisions.entries()) {
    const number = ofPiece.get(item.id);
    const line = number === undefined ? undefined : byNumber.get(number);
    if (number === undefined || !line?.longer) continue;
    const count = (given.get(number) ?? 0) + 1;
    given.set(number, count);
    if (count === line.count) return { sure: decisions.slice(0, place + 1), usedUp: true };
  }
  return { sure: decisions, usedUp: false };
}
