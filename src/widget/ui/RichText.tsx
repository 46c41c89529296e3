import { linkify } from '../lib/linkify.rules.ts';

/** Text as it was written, with web addresses to click; nothing in it is ever read as HTML. */
export function RichText({ text }: { text: string }) {
  return (
    <p class="text" dir="auto">
      {linkify(text).map((part, at) =>
        part.href === null ? (
          part.text
        ) : (
          <a key={at} href={part.href} target="_blank" rel="noopener noreferrer nofollow">
            {part.text}
          </a>
        ),
      )}
    </p>
  );
}
