import { Link, useParams } from '@tanstack/react-router';
import { ArrowLeft, Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import {
  reasonSentence,
  type AssistantDecision,
  type RefusedText,
} from '../../../../contracts/assistant-decisions.ts';
import { formatNumber } from '../../../lib/format.ts';
import { Section } from '../../../shell/page.tsx';
import { ApiErrorState } from '../../../ui/api-error-state.tsx';
import { Button } from '../../../ui/button.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { usePageTitle } from '../../use-page-title.ts';
import { useTurn } from '../activity/queries.ts';
import { useDeed } from '../activity/turn-words.ts';
import { RecordApproval } from './record-approval.tsx';
import { RecordFacts } from './record-facts.tsx';
import { Sentences } from './sentences.tsx';
import { ConfidencePart, GateList, PassageList } from './weighing.tsx';

/** Everything about one turn, for whoever checks it; made to be printed. */
export function RecordPage() {
  const { turnId } = useParams({ from: '/app/assistant/turns/$turnId' });
  const turn = useTurn(turnId);
  if (turn.isPending) return <SkeletonRows rows={10} disc={false} />;
  if (!turn.data)
    return (
      <ApiErrorState
        error={turn.error}
        onRetry={() => void turn.refetch()}
        retrying={turn.isFetching}
      />
    );
  return <Record turn={turn.data} />;
}

function Record({ turn }: { turn: AssistantDecision }) {
  const { t } = useTranslation();
  const deed = useDeed()(turn);
  const title = t('record.title', { turn: turn.turn, number: turn.ticketNumber });
  usePageTitle(title);
  const titles = new Map(turn.passages.map((one) => [one.articleId, one.title]));
  return (
    <div data-printed className="flex min-h-0 flex-1 flex-col overflow-y-auto">
      <article className="w-full max-w-5xl px-5 py-4">
        <header className="flex flex-wrap items-start gap-x-4 gap-y-2">
          <div className="min-w-0 flex-[1_1_16rem]">
            <Link
              to="/assistant/activity"
              className="inline-flex items-center gap-1 text-meta text-muted hover:underline print:hidden"
            >
              <ArrowLeft aria-hidden className="size-3.5! rtl:-scale-x-100" />
              {t('record.back')}
            </Link>
            <h2 className="text-title font-semibold">{title}</h2>
            <p className="wrap-anywhere">
              {t('record.why', { deed, reason: reasonSentence(turn) })}
            </p>
          </div>
          <Button icon={Printer} className="print:hidden" onClick={() => window.print()}>
            {t('record.print')}
          </Button>
        </header>
        <Section title={t('record.inBrief')}>
          <RecordFacts turn={turn} />
        </Section>
        <Section title={t('record.question')} lead={t('record.questionLead')}>
          <Quoted text={turn.question} none={t('record.noQuestion')} />
        </Section>
        <Section title={t('record.gates')} lead={t('record.gatesLead')}>
          <GateList gates={turn.gates} />
        </Section>
        <Section title={t('record.passages')} lead={t('record.passagesLead')}>
          <PassageList passages={turn.passages} />
        </Section>
        <Section title={t('record.confidence')} lead={t('record.confidenceLead')}>
          <ConfidencePart {...turn} />
        </Section>
        <Section title={t('record.sentences')} lead={t('record.sentencesLead')}>
          {turn.sentences.length > 0 ? (
            <Sentences sentences={turn.sentences} titles={titles} />
          ) : (
            <p className="text-muted">{t('record.noSentences')}</p>
          )}
        </Section>
        {turn.questions.length > 0 && <Asked questions={turn.questions} />}
        {(turn.refused === null || turn.violations.length > 0) && (
          <Section title={t('record.violations')}>
            <Violations violations={turn.violations} />
          </Section>
        )}
        {turn.refused !== null && <RefusedByModel refused={turn.refused} />}
        {turn.approval !== null && <RecordApproval approval={turn.approval} />}
        <Section
          title={t('record.sent')}
          lead={turn.text !== '' && t(turn.messageId ? 'record.sentDone' : 'record.sentNot')}
        >
          <Quoted text={turn.text} none={t('record.noText')} />
        </Section>
        <Section title={t('record.latency')}>
          <Steps latency={turn.latency} />
        </Section>
      </article>
    </div>
  );
}

function Quoted({ text, none }: { text: string; none: string }) {
  if (text === '') return <p className="text-muted">{none}</p>;
  return (
    <blockquote
      dir="auto"
      className="max-w-message rounded-control border border-line bg-quiet px-3 py-2 text-message whitespace-pre-wrap wrap-anywhere"
    >
      {text}
    </blockquote>
  );
}

function Asked({ questions }: Pick<AssistantDecision, 'questions'>) {
  const { t } = useTranslation();
  return (
    <Section title={t('record.questions')}>
      <ol className="list-decimal ps-5">
        {questions.map(({ id, text, options }) => (
          <li key={id} className="py-0.5 wrap-anywhere">
            {text} <span className="text-muted">{options.join(' / ')}</span>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function RefusedByModel({ refused }: { refused: RefusedText }) {
  const { t } = useTranslation();
  return (
    <Section
      title={t('record.refused')}
      lead={t('record.refusedLead', { model: refused.writer.model })}
    >
      <Quoted text={refused.sentences.join('\n')} none={t('record.noText')} />
      <div className="mt-3">
        <Violations violations={refused.violations} />
      </div>
    </Section>
  );
}

function Violations({ violations }: Pick<AssistantDecision, 'violations'>) {
  const { t } = useTranslation();
  if (violations.length === 0) return <p className="text-muted">{t('record.noViolations')}</p>;
  return (
    <ul className="flex flex-col gap-1.5">
      {violations.map(({ code, text, why }, at) => (
        <li key={at} className="border-s-2 border-critical-line ps-2 wrap-anywhere">
          <span className="font-medium">{code.replaceAll('_', ' ')}</span>: {why}
          <span className="block text-muted">{text}</span>
        </li>
      ))}
    </ul>
  );
}

function Steps({ latency }: Pick<AssistantDecision, 'latency'>) {
  const { t, i18n } = useTranslation();
  const steps = Object.entries(latency);
  if (steps.length === 0) return <p className="text-muted">{t('record.noLatency')}</p>;
  return (
    <dl className="grid w-fit grid-cols-[auto_auto] gap-x-6 gap-y-0.5">
      {steps.map(([step, ms]) => (
        <div key={step} className="contents">
          <dt className="text-muted">{isNamed(step) ? t(`record.step.${step}`) : step}</dt>
          <dd className="text-end tabular-nums">
            {t('record.ms', { ms: formatNumber(ms, i18n.language) })}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function isNamed(step: string): step is 'find' | 'write' | 'all' {
  return step === 'find' || step === 'write' || step === 'all';
}
