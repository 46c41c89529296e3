import { memo } from 'react';
import { linkParts } from './links.rules.ts';

/** Plain text with its line breaks, its own direction, and links that open elsewhere. */
export const MessageText = memo(function MessageText({ text }: { text: string }) {
  return (
    <span dir="auto" className="block whitespace-pre-wrap wrap-anywhere">
      {linkParts(text).map((part, index) =>
        part.href ? (
          <a
            key={index}
            href={part.href}
            target="_blank"
            rel="noopener noreferrer nofollow"
            className="text-accent-text underline underline-offset-2"
          >
            {part.text}
          </a>
        ) : (
          part.text
        ),
      )}
    </span>
  );
});
