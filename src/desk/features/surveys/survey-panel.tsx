import { useTranslation } from 'react-i18next';
import type { Survey, SurveyCredit } from '../../../contracts/surveys.ts';
import { formatPercent } from '../../lib/format.ts';
import { Chip } from '../../ui/chip.tsx';
import { Time } from '../../ui/time.tsx';
import { DetailSection } from '../ticket/detail-section.tsx';
import { useSurveys } from './queries.ts';
import { Score } from './score.tsx';

/** What the customer was asked about this ticket and answered; nothing while nothing was asked. */
export function SurveyPanel({ ticketId }: { ticketId: string }) {
  const { t } = useTranslation();
  const { data: surveys = [] } = useSurveys(ticketId);
  if (surveys.length === 0) return null;
  return (
    <DetailSection title={t('surveys.section')}>
      <ul className="flex flex-col gap-4">
        {surveys.map((survey) => (
          <li key={survey.id}>
            <SurveyResult survey={survey} />
          </li>
        ))}
      </ul>
    </DetailSection>
  );
}

function SurveyResult({ survey }: { survey: Survey }) {
  const { t } = useTranslation();
  const { answer } = survey;
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex flex-wrap items-center gap-2">
        <span className="font-medium">{t(`surveys.kind.${survey.kind}`)}</span>
        {answer && <Score score={answer.score} scale={survey.scale} />}
        <span className="text-meta text-subtle">
          <State survey={survey} />
        </span>
      </div>
      {answer && answer.comment !== '' && (
        <blockquote
          dir="auto"
          className="border-s-2 border-line-strong ps-2 whitespace-pre-wrap wrap-anywhere"
        >
          {answer.comment}
        </blockquote>
      )}
      {answer && answer.tags.length > 0 && (
        <div className="flex flex-wrap gap-1">
          {answer.tags.map((tag) => (
            <Chip key={tag} label={tag} />
          ))}
        </div>
      )}
      {answer && <Credits credits={survey.credits} />}
    </div>
  );
}

function State({ survey }: { survey: Survey }) {
  const { t } = useTranslation();
  if (survey.answeredAt !== null) return <Time at={survey.answeredAt} />;
  if (survey.state === 'expired') return t('surveys.state.expired');
  const at = survey.state === 'due' ? survey.dueAt : (survey.sentAt ?? survey.dueAt);
  const [before = '', after = ''] = t(`surveys.state.${survey.state === 'due' ? 'due' : 'sent'}`, {
    when: '\n',
  }).split('\n');
  return (
    <>
      {before}
      <Time at={at} />
      {after}
    </>
  );
}

function Credits({ credits }: { credits: readonly SurveyCredit[] }) {
  const { t } = useTranslation();
  if (credits.length === 0) return null;
  return (
    <details className="text-meta">
      <summary className="w-fit cursor-default rounded-small text-muted">
        {t('surveys.credits')}
      </summary>
      <ul className="mt-1 flex flex-col gap-0.5">
        {credits.map((credit) => (
          <li key={`${credit.participant}-${credit.memberId}`} className="flex flex-wrap gap-x-2">
            <bdi className="font-medium">{credit.name}</bdi>
            <span className="text-subtle tabular-nums">
              <Part credit={credit} />
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Part({ credit: { participant, share, messages, owned } }: { credit: SurveyCredit }) {
  const { t, i18n } = useTranslation();
  const who = participant === 'agent' ? '' : t(`surveys.participant.${participant}`);
  const percent = formatPercent(share, i18n.language);
  const part = messages > 0 ? t('surveys.creditShare', { percent }) : '';
  const words = [who, part, owned && messages === 0 ? t('surveys.creditOwned') : ''];
  return words.filter(Boolean).join(', ');
}
