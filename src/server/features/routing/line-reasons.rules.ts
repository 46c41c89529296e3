import type { ChannelClass } from '../../../contracts/people.ts';

/** A waiting piece as its line is told by. */
export interface PieceOfLine {
  readonly queue_id: string;
  readonly channel_class: ChannelClass;
  readonly priority_rank: number;
  readonly needs_key: string;
  readonly eligible_at: Date;
}

/**
 * Gathers why each line waits. Where a line is served in parts, by a ladder or at a pace, the reason is that of the
 * piece that came last: it is like those behind it.
 */
export function createLineReasons() {
  const lines = new Map<string, { readonly piece: PieceOfLine; readonly reason: string }>();
  return {
    add(piece: PieceOfLine, reason: string): void {
      const key = [piece.queue_id, piece.channel_class, piece.priority_rank, piece.needs_key].join(
        ' ',
      );
      const known = lines.get(key);
      if (known && known.piece.eligible_at > piece.eligible_at) return;
      lines.set(key, { piece, reason });
    },

    all: () =>
      [...lines.values()].map(({ piece, reason }) => ({
        queue_id: piece.queue_id,
        channel_class: piece.channel_class,
        priority_rank: piece.priority_rank,
        needs_key: piece.needs_key,
        reason,
      })),
  };
}
