import type { Highlight } from '../../../contracts/search.ts';

/** Text with what was found marked. Text only: whatever stands in it is shown as it is. */
export function Marked({ text }: { text: Highlight }) {
  return (
    <bdi>
      {text.map((piece, place) =>
        piece.hit ? (
          <mark key={place} className="rounded-small bg-accent-soft font-semibold text-accent-text">
            {piece.text}
          </mark>
        ) : (
          piece.text
        ),
      )}
    </bdi>
  );
}
