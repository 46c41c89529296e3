import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Article } from '../../../contracts/knowledge.ts';
import { useDebounced } from '../../lib/use-debounced.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { useShortcut } from '../../ui/shortcuts.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { ArticleAnswersPanel } from '../learning/health/article-answers.tsx';
import { useMay } from '../session-gate/queries.ts';
import { ArticleActs } from './article-acts.tsx';
import { ArticleDetails } from './article-details.tsx';
import { ArticleState } from './article-state.tsx';
import { ArticleText } from './article-text.tsx';
import { ArticleVersions } from './article-versions.tsx';
import { usePreview } from './queries.ts';
import { useArticleDraft } from './use-article-draft.ts';

/** Writes an article beside how it will look; saving makes a version, publishing shows it. */
export function ArticleEditor({ article }: { article: Article }) {
  const { t } = useTranslation();
  const mayWrite = useMay('knowledge:write');
  const draft = useArticleDraft(article);
  const [side, setSide] = useState<'details' | 'versions' | 'answers'>('details');
  useShortcut('mod+s', () => void (draft.dirty && draft.save().catch(() => undefined)), {
    label: t('knowledge.save'),
    enabled: mayWrite,
  });
  return (
    <div className="flex min-h-0 flex-1 max-pane2:flex-col max-pane2:overflow-y-auto">
      <div className="flex min-w-0 flex-1 flex-col">
        <div className="flex flex-wrap items-center gap-2 border-b border-line px-5 py-2">
          <input
            aria-label={t('knowledge.title')}
            value={draft.words.title}
            readOnly={!mayWrite}
            maxLength={300}
            onChange={({ target }) => draft.write({ title: target.value })}
            className="min-w-40 flex-1 rounded-control bg-transparent px-1 py-1 text-title font-semibold"
          />
          <ArticleState article={article} />
          {mayWrite && <ArticleActs article={article} draft={draft} />}
        </div>
        {draft.conflict && (
          <Banner
            tone="caution"
            action={
              <Button size="sm" onClick={() => void draft.saveAnyway().catch(() => undefined)}>
                {t('knowledge.saveAnyway')}
              </Button>
            }
          >
            {t('knowledge.conflict')}
          </Banner>
        )}
        {draft.error && !draft.conflict && <Banner tone="critical">{draft.error.message}</Banner>}
        <div className="grid min-h-0 flex-1 grid-cols-2 max-pane3:grid-cols-1">
          {mayWrite && (
            <textarea
              aria-label={t('knowledge.body')}
              value={draft.words.body}
              onChange={({ target }) => draft.write({ body: target.value })}
              placeholder={t('knowledge.bodyHint')}
              spellCheck
              dir="auto"
              className="min-h-72 w-full resize-none border-e border-line bg-surface px-5 py-4 font-mono text-base leading-relaxed outline-offset-[-2px]"
            />
          )}
          <Preview body={draft.words.body} />
        </div>
      </div>
      <aside className="flex w-72 shrink-0 flex-col border-s border-line max-pane2:w-full max-pane2:border-s-0 max-pane2:border-t">
        <Tabs
          aria-label={t('knowledge.side')}
          value={side}
          onValueChange={setSide}
          className="flex-1"
          panelClassName="overflow-y-auto"
          items={[
            {
              value: 'details',
              label: t('knowledge.details'),
              panel: <ArticleDetails article={article} />,
            },
            {
              value: 'versions',
              label: t('knowledge.versions'),
              count: article.versions.length,
              panel: <ArticleVersions article={article} onTake={(words) => draft.write(words)} />,
            },
            {
              value: 'answers',
              label: t('learning.answers.tab'),
              panel: side === 'answers' && <ArticleAnswersPanel article={article} />,
            },
          ]}
        />
      </aside>
    </div>
  );
}

function Preview({ body }: { body: string }) {
  const { t } = useTranslation();
  const settled = useDebounced(body, 250);
  const { data } = usePreview(settled, true);
  return (
    <section
      aria-label={t('knowledge.preview')}
      className="min-h-48 overflow-y-auto bg-surface px-5 py-4"
    >
      {body.trim() === '' ? (
        <p className="text-subtle">{t('knowledge.nothingWritten')}</p>
      ) : (
        data && <ArticleText html={data.html} />
      )}
    </section>
  );
}
