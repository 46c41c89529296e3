import { BookOpen, Search } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  plausiblePassages,
  type FoundPassage,
  type KnowledgeAnswer,
} from '../../../../contracts/answers.ts';
import { plainMarkdown } from '../../../../contracts/plain-markdown.ts';
import { ApiErrorState } from '../../../ui/api-error-state.tsx';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { DetailSection } from '../../ticket/detail-section.tsx';
import { requestInsert } from '../../ticket/composer/insert-request.ts';
import { FoundAnswer } from './found-answer.tsx';
import { FoundPassageItem } from './found-passage.tsx';
import { useKnowledgeAnswer } from './queries.ts';

const SHOWN = 5;

/** What the knowledge base has for a ticket's question, ready to be put into the answer. */
export function TicketKnowledge({ ticketId }: { ticketId: string }) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const [asked, setAsked] = useState('');
  const found = useKnowledgeAnswer({ ticketId, ...(asked !== '' && { text: asked }) });
  return (
    <div className="flex flex-col">
      <form
        role="search"
        className="px-4 pt-3"
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(words.trim());
        }}
      >
        <TextField
          type="search"
          icon={Search}
          aria-label={t('asking.searchInstead')}
          placeholder={t('asking.searchInstead')}
          value={words}
          onValueChange={setWords}
          onClear={() => {
            setWords('');
            setAsked('');
          }}
        />
      </form>
      {found.isError ? (
        <ApiErrorState error={found.error} onRetry={() => void found.refetch()} />
      ) : found.data ? (
        <Found answer={found.data} ticketId={ticketId} />
      ) : (
        <SkeletonRows rows={5} disc={false} />
      )}
    </div>
  );
}

function Found({ answer, ticketId }: { answer: KnowledgeAnswer; ticketId: string }) {
  const { t } = useTranslation();
  const passages = plausiblePassages(answer).slice(0, SHOWN);
  if (passages.length === 0)
    return <EmptyState icon={BookOpen}>{t('asking.nothingFits')}</EmptyState>;
  return (
    <>
      {answer.citations.length > 0 && (
        <DetailSection title={t('asking.answer')}>
          <FoundAnswer answer={answer} />
          <InsertAnswer answer={answer} ticketId={ticketId} />
        </DetailSection>
      )}
      <DetailSection title={t('asking.passages')}>
        <ol className="flex flex-col divide-y divide-line">
          {passages.map((passage) => (
            <FoundPassageItem
              key={passage.articleId}
              passage={passage}
              actions={<InsertPassage passage={passage} ticketId={ticketId} />}
            />
          ))}
        </ol>
      </DetailSection>
    </>
  );
}

/** An answer that quotes internal articles is for reading only. */
function InsertAnswer({ answer, ticketId }: { answer: KnowledgeAnswer; ticketId: string }) {
  const { t } = useTranslation();
  if (answer.citations.some(({ visibility }) => visibility === 'internal')) return null;
  const urls = new Set(answer.citations.flatMap(({ url }) => (url === null ? [] : [url])));
  const text = [...answer.citations.map(({ quote }) => plainMarkdown(quote)), ...urls].join('\n\n');
  return (
    <Button size="sm" className="mt-2" onClick={() => requestInsert({ ticketId, text })}>
      {t('asking.insertAnswer')}
    </Button>
  );
}

function InsertPassage({ passage, ticketId }: { passage: FoundPassage; ticketId: string }) {
  const { t } = useTranslation();
  const { url, title, visibility } = passage;
  if (visibility === 'internal') {
    return <span className="text-meta text-subtle">{t('asking.internal')}</span>;
  }
  return (
    <span className="flex flex-wrap gap-2">
      {url !== null && (
        <Button
          size="sm"
          variant="ghost"
          onClick={() => requestInsert({ ticketId, text: `${title}: ${url}` })}
        >
          {t('asking.insertLink')}
        </Button>
      )}
      <Button
        size="sm"
        variant="ghost"
        onClick={() => requestInsert({ ticketId, text: plainMarkdown(passage.text) })}
      >
        {t('asking.insertText')}
      </Button>
    </span>
  );
}
