import { CircleAlert, CircleCheck, MessageSquare, Quote, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { GroundedSentence } from '../../../../contracts/assistant-decisions.ts';
import { cx } from '../../../lib/cx.ts';
import { Popover } from '../../../ui/popover.tsx';
import { TONE_TEXT, type Tone } from '../../../ui/tones.ts';
import { SourceWords } from './source-words.tsx';

const VERDICTS: Record<GroundedSentence['verdict'], { icon: LucideIcon; tone: Tone }> = {
  frame: { icon: MessageSquare, tone: 'neutral' },
  quoted: { icon: Quote, tone: 'assistant' },
  supported: { icon: CircleCheck, tone: 'positive' },
  unsupported: { icon: CircleAlert, tone: 'critical' },
};

/** Every sentence of a text with its verdict; pressing one shows the words of the article. */
export function Sentences({
  sentences,
  titles,
}: {
  sentences: readonly GroundedSentence[];
  /** Titles of articles by their ids, where they are known. */
  titles: ReadonlyMap<string, string>;
}) {
  return (
    <ol className="flex flex-col divide-y divide-line">
      {sentences.map((sentence, at) => (
        <li key={at} className="break-inside-avoid">
          <SentenceLine sentence={sentence} titles={titles} />
        </li>
      ))}
    </ol>
  );
}

function SentenceLine({
  sentence,
  titles,
}: {
  sentence: GroundedSentence;
  titles: ReadonlyMap<string, string>;
}) {
  const { t } = useTranslation();
  const { text, supports, verdict, why } = sentence;
  const look = `py-1.5 text-start ${LINE}`;
  if (supports.length === 0)
    return (
      <div className={look}>
        <Verdict verdict={verdict} />
        <Words text={text} detail={verdict === 'unsupported' ? [why] : []} />
      </div>
    );
  const detail = supports.map(({ articleId, ...at }) =>
    titles.has(articleId)
      ? t('record.source', { ...at, title: titles.get(articleId) ?? '' })
      : t('record.sourceShort', at),
  );
  return (
    <Popover
      title={t('record.words')}
      className="w-96"
      trigger={
        <button
          type="button"
          className={cx(look, '-mx-2 w-[calc(100%+1rem)] rounded-control px-2 hover:bg-hover')}
        >
          <Verdict verdict={verdict} />
          <Words text={text} detail={detail} />
        </button>
      }
    >
      <div className="flex flex-col gap-3">
        {supports.map((support) => (
          <SourceWords
            key={`${support.articleId}:${support.start}:${support.end}`}
            support={support}
          />
        ))}
      </div>
    </Popover>
  );
}

function Words({ text, detail }: { text: string; detail: readonly string[] }) {
  return (
    <span className="min-w-0">
      <span dir="auto" className="block max-w-message whitespace-pre-wrap wrap-anywhere">
        {text}
      </span>
      {detail.filter(Boolean).map((line) => (
        <span key={line} className="block text-meta text-subtle wrap-anywhere">
          {line}
        </span>
      ))}
    </span>
  );
}

function Verdict({ verdict }: { verdict: GroundedSentence['verdict'] }) {
  const { t } = useTranslation();
  const { icon: Icon, tone } = VERDICTS[verdict];
  return (
    <span className={cx('flex items-center gap-1.5 text-meta', TONE_TEXT[tone])}>
      <Icon aria-hidden className="size-3.5!" />
      {t(`record.verdicts.${verdict}`)}
    </span>
  );
}

const LINE =
  'grid items-baseline gap-x-3 gap-y-0.5 [grid-template-columns:8.5rem_minmax(0,1fr)] max-pane2:grid-cols-1';
