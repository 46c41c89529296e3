import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Article } from '../../../contracts/knowledge.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Time } from '../../ui/time.tsx';
import { useMay } from '../session-gate/queries.ts';
import { linesOf } from './line-diff.rules.ts';
import { useArticleText } from './queries.ts';
import type { Words } from './use-article-draft.ts';

/** Every text an article has had; one is compared with the newest and can be taken up again. */
export function ArticleVersions({
  article,
  onTake,
}: {
  article: Article;
  onTake: (words: Words) => void;
}) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<number | null>(null);
  return (
    <>
      <ul className="divide-y divide-line">
        {article.versions.map(({ version, author, at }) => (
          <li key={version}>
            <button
              type="button"
              onClick={() => setOpen(version)}
              className="flex w-full flex-col gap-0.5 px-4 py-2 text-start outline-offset-[-2px] hover:bg-hover"
            >
              <span className="flex items-center gap-2">
                {t('knowledge.version', { version })}
                {version === article.publishedVersion && (
                  <Badge tone="positive">{t('knowledge.shown')}</Badge>
                )}
              </span>
              <span className="text-meta text-subtle">
                {author ?? t('knowledge.imported')} · <Time at={at} />
              </span>
            </button>
          </li>
        ))}
      </ul>
      {open !== null && (
        <VersionDialog
          article={article}
          version={open}
          onTake={onTake}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}

function VersionDialog({
  article,
  version,
  onTake,
  onClose,
}: {
  article: Article;
  version: number;
  onTake: (words: Words) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { data: text } = useArticleText(article.id, version);
  const mayWrite = useMay('knowledge:write');
  return (
    <Dialog
      open
      onOpenChange={onClose}
      width="lg"
      title={t('knowledge.version', { version })}
      description={t('knowledge.comparedLead')}
      footer={
        <>
          <Button onClick={onClose}>{t('knowledge.close')}</Button>
          {mayWrite && text && version !== article.lastVersion && (
            <Button
              variant="primary"
              onClick={() => {
                onTake({ title: text.title, body: text.body });
                onClose();
              }}
            >
              {t('knowledge.takeUp')}
            </Button>
          )}
        </>
      }
    >
      {text && (
        <pre className="break-words whitespace-pre-wrap rounded-control border border-line p-3 font-mono text-meta leading-relaxed">
          {linesOf(text.body, article.body).map((line, at) => (
            <span key={at} className={`block px-1 ${LOOKS[line.kind]}`}>
              <span aria-hidden>{MARKS[line.kind]} </span>
              {line.kind !== 'same' && (
                <span className="sr-only">{t(`knowledge.lines.${line.kind}`)} </span>
              )}
              {line.text}
            </span>
          ))}
        </pre>
      )}
    </Dialog>
  );
}

const MARKS = { same: ' ', gone: '−', come: '+' };
const LOOKS = {
  same: '',
  gone: 'bg-critical-soft text-critical',
  come: 'bg-positive-soft text-positive',
};
