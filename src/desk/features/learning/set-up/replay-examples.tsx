import { useTranslation } from 'react-i18next';
import type { ReplayCase } from '../../../../contracts/learning.ts';
import { formatPercent } from '../../../lib/format.ts';
import { Badge } from '../../../ui/badge.tsx';
import { ArticleTitle } from '../article-title.tsx';
import { CaseLink } from '../case-link.tsx';

/** Past cases with what the assistant would have quoted beside what the agent wrote. */
export function ReplayExamples({ examples }: { examples: readonly ReplayCase[] }) {
  return (
    <ul className="flex flex-col gap-4">
      {examples.map((example) => (
        <Example key={example.ticketId} example={example} />
      ))}
    </ul>
  );
}

function Example({ example }: { example: ReplayCase }) {
  const { t, i18n } = useTranslation();
  const { verdict, confidence, likeness, linked, article } = example;
  return (
    <li className="rounded-control border border-line">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-4 py-2">
        <CaseLink ticketId={example.ticketId} number={example.number} />
        <span className="min-w-0 flex-1 truncate font-medium">{example.subject}</span>
        <Badge tone="assistant">
          {t('learning.samples.confidence', {
            value: formatPercent(confidence, i18n.language),
          })}
        </Badge>
        <Badge tone={verdict === 'right' ? 'positive' : 'caution'}>
          {linked
            ? t('learning.setUp.linked')
            : t('learning.setUp.alike', { value: formatPercent(likeness, i18n.language) })}
        </Badge>
      </div>
      <div className="grid gap-x-6 gap-y-3 px-4 py-3 pane3:grid-cols-3">
        <Said title={t('learning.setUp.asked')} text={example.question} />
        <div className="min-w-0">
          <Said
            title={t('learning.setUp.quote')}
            text={example.quote === '' ? t('learning.setUp.nothing') : example.quote}
            look="text-assistant"
          />
          {article && (
            <p className="mt-1 flex min-w-0 text-meta">
              <ArticleTitle {...article} />
            </p>
          )}
        </div>
        <Said
          title={t('learning.setUp.agent')}
          text={example.agentAnswer === '' ? t('learning.setUp.onlyActs') : example.agentAnswer}
        />
      </div>
    </li>
  );
}

function Said({
  title,
  text,
  look = 'text-muted',
}: {
  title: string;
  text: string;
  look?: string;
}) {
  return (
    <div className="min-w-0">
      <h3 className={`text-meta ${look}`}>{title}</h3>
      <p className="max-h-40 overflow-y-auto break-words whitespace-pre-line">{text}</p>
    </div>
  );
}
