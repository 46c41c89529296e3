import { MessageSquareQuote } from 'lucide-react';
import { use } from 'react';
import { useTranslation } from 'react-i18next';
import type { Evidence } from '../../../contracts/understanding.ts';
import { cx } from '../../lib/cx.ts';
import { PanesContext } from '../../shell/pane-header.tsx';
import { useEvidence } from '../ticket/evidence.tsx';

/** Props of {@link Quotes}. */
export type QuotesProps = {
  evidence: readonly Evidence[];
  /** Values rather than words: without marks around them. */
  plain?: boolean | undefined;
};

/** The words themselves; each goes to its message. */
export function Quotes({ evidence, plain = false }: QuotesProps) {
  const { t } = useTranslation();
  const tie = useEvidence();
  const { hideDetails } = use(PanesContext);
  // The subject is no message to go to.
  const said = evidence.filter(({ message }) => message !== 'subject');
  const quotes = [...new Map(said.map((one) => [one.text.toLowerCase(), one])).values()];
  return (
    <div
      className={cx('flex flex-wrap gap-x-3 gap-y-1', plain ? 'text-text' : 'text-meta text-muted')}
    >
      {quotes.slice(0, plain ? 20 : 5).map(({ message, text }) => (
        <button
          key={text}
          type="button"
          aria-label={t('classification.show', { text })}
          onPointerEnter={() => tie.highlight([message])}
          onPointerLeave={() => tie.highlight([])}
          onFocus={() => tie.highlight([message])}
          onBlur={() => tie.highlight([])}
          onClick={() => {
            hideDetails?.();
            tie.show(message);
          }}
          className="inline-flex min-h-6 items-center gap-1 rounded-small hover:text-accent-text hover:underline"
        >
          {!plain && <MessageSquareQuote aria-hidden className="size-3.5! shrink-0" />}
          {plain ? text : `“${text}”`}
        </button>
      ))}
    </div>
  );
}
