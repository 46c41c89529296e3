import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Article, ArticleStatus } from '../../../contracts/knowledge.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useDeleteArticle, useSetArticleStatus } from './queries.ts';
import type { useArticleDraft } from './use-article-draft.ts';

type Draft = ReturnType<typeof useArticleDraft>;

/** What is done with an article: saved, published, put away, and deleted once it is away. */
export function ArticleActs({ article, draft }: { article: Article; draft: Draft }) {
  const { t } = useTranslation();
  const toast = useToast();
  const setStatus = useSetArticleStatus(article.id);
  const upToDate = article.status === 'published' && !article.hasDraft && !draft.dirty;
  const set = (status: ArticleStatus, { lastVersion }: Article) =>
    setStatus.mutate(
      { status, lastVersion },
      {
        onSuccess: () => toast.show({ title: t(`knowledge.states.${status}`), tone: 'positive' }),
        onError: (error) =>
          toast.show({ title: t('knowledge.notSaved'), detail: error.message, tone: 'critical' }),
      },
    );
  const publish = async () => set('published', draft.dirty ? await draft.save() : article);
  return (
    <>
      {draft.dirty && (
        <>
          <Button variant="ghost" onClick={draft.discard}>
            {t('knowledge.discard')}
          </Button>
          <Button loading={draft.saving} onClick={() => void draft.save().catch(() => undefined)}>
            {t('knowledge.save')}
          </Button>
        </>
      )}
      {article.status !== 'archived' && !draft.dirty && (
        <Button variant="ghost" onClick={() => set('archived', article)}>
          {t('knowledge.archive')}
        </Button>
      )}
      {article.status === 'archived' && !draft.dirty && <DeleteArticle article={article} />}
      <Button
        variant="primary"
        disabled={upToDate || draft.words.title.trim() === ''}
        loading={setStatus.isPending}
        onClick={() => void publish().catch(() => undefined)}
      >
        {t(article.status === 'published' ? 'knowledge.publishChanges' : 'knowledge.publish')}
      </Button>
    </>
  );
}

function DeleteArticle({ article }: { article: Article }) {
  const { t } = useTranslation();
  const toast = useToast();
  const navigate = useNavigate();
  const remove = useDeleteArticle(article.id);
  const act = () =>
    remove.mutate(undefined, {
      onSuccess: () => void navigate({ to: '/knowledge' }),
      onError: (error) =>
        toast.show({ title: t('knowledge.notDeleted'), detail: error.message, tone: 'critical' }),
    });
  return (
    <ConfirmButton variant="ghost" confirmLabel={t('knowledge.deleteForGood')} onConfirm={act}>
      {t('knowledge.delete')}
    </ConfirmButton>
  );
}
