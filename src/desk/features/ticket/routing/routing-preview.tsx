import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoutingPreview as Preview } from '../../../../contracts/routing.ts';
import { ApiErrorState } from '../../../ui/api-error-state.tsx';
import { Button } from '../../../ui/button.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { CandidateList } from './candidate-list.tsx';
import { useRoutingPreview } from './queries.ts';
import { ScoreLine } from './score-line.tsx';

/** Answers where this ticket would go and who could take it now; when pressed, or at once if `asked`. */
export function RoutingPreview({
  ticketId,
  asked: atOnce = false,
}: {
  ticketId: string;
  asked?: boolean;
}) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(atOnce);
  const preview = useRoutingPreview(ticketId, asked);
  if (!asked) {
    return (
      <Button size="sm" className="self-start" onClick={() => setAsked(true)}>
        {t('ticket.routing.preview.ask')}
      </Button>
    );
  }
  if (preview.isError)
    return <ApiErrorState error={preview.error} onRetry={() => void preview.refetch()} />;
  if (!preview.data) return <SkeletonRows rows={3} disc={false} />;
  return <PreviewAnswer preview={preview.data} />;
}

/** Where it would go, who would get it and why, and why not everybody else. */
export function PreviewAnswer({ preview }: { preview: Preview }) {
  const { t } = useTranslation();
  const { queueName, winner, sentence, score, candidates, needs, expected } = preview;
  const skills = needs.map(({ name, level, optional }) =>
    t(optional ? 'ticket.routing.preview.wished' : 'ticket.routing.preview.level', {
      skill: name,
      level,
    }),
  );
  const minutes = Math.round(expected.minutes);
  return (
    <section
      aria-label={t('ticket.routing.preview.title')}
      className="flex flex-col gap-2 rounded-medium border border-line p-3"
    >
      <h3 className="font-medium">{t('ticket.routing.preview.title')}</h3>
      <p className="text-meta text-muted">
        {t('ticket.routing.preview.queue', { queue: queueName })}
      </p>
      <p>
        {winner && <>{t('ticket.routing.preview.to', { name: winner.name })} </>}
        {sentence}
      </p>
      {score && <ScoreLine score={score} />}
      {skills.length > 0 && (
        <p className="text-meta text-muted">
          {t('ticket.routing.preview.needs', { skills: skills.join('; ') })}
        </p>
      )}
      <p className="text-meta text-subtle">
        {expected.samples > 0
          ? t('ticket.routing.preview.expected', { count: expected.samples, minutes })
          : t('ticket.routing.preview.assumed', { minutes })}
      </p>
      <CandidateList candidates={candidates} winnerId={winner?.id ?? null} />
    </section>
  );
}
