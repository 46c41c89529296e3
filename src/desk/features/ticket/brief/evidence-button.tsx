import { Quote } from 'lucide-react';
import { use, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../../../lib/cx.ts';
import { formatPercent } from '../../../lib/format.ts';
import { PanesContext } from '../../../shell/pane-header.tsx';
import { useEvidence } from '../evidence.tsx';
import { LOW_CONFIDENCE } from './brief.rules.ts';

/** Lights up the messages behind something while it is pointed at or focused. */
export function useEvidenceHover(messageIds: readonly string[]) {
  const evidence = useEvidence();
  const on = () => evidence.highlight(messageIds);
  const off = () => evidence.highlight([]);
  return { onPointerEnter: on, onPointerLeave: off, onFocus: on, onBlur: off };
}

/** Props of {@link EvidenceButton}. */
export type EvidenceButtonProps = {
  field: string;
  evidence: readonly string[];
  /** Null when a person has set it: then it is certain. */
  confidence: number | null;
};

/** How sure it is and how many messages say so; each press goes to the next of them. */
export function EvidenceButton({ field, evidence, confidence }: EvidenceButtonProps) {
  const { t, i18n } = useTranslation();
  const tie = useEvidence();
  const { hideDetails } = use(PanesContext);
  const next = useRef(0);
  const show = () => {
    const messageId = evidence[next.current % evidence.length];
    next.current += 1;
    hideDetails?.();
    if (messageId) tie.show(messageId);
  };
  const sureness = confidence !== null && evidence.length > 0 && (
    <span className={cx(confidence < LOW_CONFIDENCE && 'text-caution')}>
      {t('brief.confidence', { percent: formatPercent(confidence, i18n.language) })}
    </span>
  );
  if (evidence.length === 0) return sureness;
  return (
    <p className="mt-0.5 flex items-center gap-2 text-meta text-subtle">
      <button
        type="button"
        onClick={show}
        aria-label={t('brief.showEvidence', { field, count: evidence.length })}
        className="inline-flex items-center gap-1 rounded-small hover:text-accent-text hover:underline"
      >
        <Quote aria-hidden className="size-3!" />
        {t('brief.evidence', { count: evidence.length })}
      </button>
      {sureness}
    </p>
  );
}
