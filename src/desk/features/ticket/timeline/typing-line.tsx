import { useTranslation } from 'react-i18next';
import type { Typists } from '../use-watch-ticket.ts';

/** Says that the customer writes; colleagues are told of above the composer. */
export function TypingLine({ typing, customer }: { typing: Typists; customer: string }) {
  const { t } = useTranslation();
  if (!typing.some(({ who }) => who === 'customer')) return null;
  return (
    <p role="status" className="mt-2 flex items-center gap-2 ps-9 text-meta text-muted">
      <span aria-hidden className="flex gap-0.5">
        {[0, 1, 2].map((dot) => (
          <span
            key={dot}
            className="size-1.5 animate-pulse rounded-full bg-subtle"
            style={{ animationDelay: `${dot * 200}ms` }}
          />
        ))}
      </span>
      {t('timeline.typing', { name: customer })}
    </p>
  );
}
