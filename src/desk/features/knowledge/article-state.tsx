import { Lock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ArticleSummary } from '../../../contracts/knowledge.ts';
import { Badge } from '../../ui/badge.tsx';
import type { Tone } from '../../ui/tones.ts';

/** Whether an article is shown, to whom, and whether a newer text waits. */
export function ArticleState({
  article: { status, visibility, hasDraft },
}: {
  article: Pick<ArticleSummary, 'status' | 'visibility' | 'hasDraft'>;
}) {
  const { t } = useTranslation();
  return (
    <span className="flex items-center gap-1.5">
      <Badge tone={TONES[status]} dot variant="plain">
        {t(`knowledge.states.${status}`)}
      </Badge>
      {status === 'published' && hasDraft && <Badge>{t('knowledge.newerText')}</Badge>}
      {visibility === 'internal' && (
        <span title={t('knowledge.internal')}>
          <Lock aria-label={t('knowledge.internal')} className="size-3.5! text-subtle" />
        </span>
      )}
    </span>
  );
}

const TONES: Record<ArticleSummary['status'], Tone> = {
  published: 'positive',
  draft: 'caution',
  archived: 'neutral',
};
