import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { AssistantPolicy, policyHistorySchema } from '../../../../contracts/assistant.ts';
import { ApiErrorState } from '../../../ui/api-error-state.tsx';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { useMay } from '../../session-gate/queries.ts';
import { usePageTitle } from '../../use-page-title.ts';
import { GeneralParts } from './general-parts.tsx';
import { changesOf } from './policy-changes.rules.ts';
import { useProblems, type PolicyProblem } from './problems.ts';
import { usePolicy } from './queries.ts';
import { ReviewDialog } from './review-dialog.tsx';
import { RulesPart } from './rules-part.tsx';
import { VersionsPart } from './versions-part.tsx';

type History = z.infer<typeof policyHistorySchema>;

/** What people let the assistant do. */
export function PolicyPage() {
  const { t } = useTranslation();
  usePageTitle(t('assistant.tabs.policy'));
  const policy = usePolicy();
  if (policy.isError)
    return (
      <ApiErrorState
        error={policy.error}
        onRetry={() => void policy.refetch()}
        retrying={policy.isFetching}
      />
    );
  if (!policy.data) return <SkeletonRows rows={10} disc={false} />;
  return <PolicyEditor history={policy.data} />;
}

function PolicyEditor({ history }: { history: History }) {
  const { t } = useTranslation();
  const { version: open } = useSearch({ from: '/app/assistant/policy' });
  const mayWrite = useMay('assistant:write');
  // Null while nothing is changed: what is on screen follows what others save.
  const [editing, setEditing] = useState<Editing | null>(null);
  const [reviewing, setReviewing] = useState(false);
  const { base, draft } = editing ?? { base: history.current, draft: history.current.policy };
  const change = (part: Partial<AssistantPolicy>) => {
    if (mayWrite) setEditing({ base, draft: { ...draft, ...part } });
  };
  const problems = useProblems(draft);
  const count = editing === null ? 0 : changesOf(base.policy, draft).length;
  const { version, note } = history.current;
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex min-h-0 flex-1 flex-col overflow-y-auto">
        <div className="w-full max-w-5xl px-5 py-4">
          <p className="mb-4 text-muted wrap-anywhere">
            {version === 0 ? t('policy.shipped') : t('policy.lead', { version, note })}
            {!mayWrite && <span className="block">{t('policy.readOnly')}</span>}
          </p>
          <RulesPart policy={draft} problems={problems} mayWrite={mayWrite} onChange={change} />
          <GeneralParts policy={draft} problems={problems} mayWrite={mayWrite} onChange={change} />
          <VersionsPart history={history} open={open} mayWrite={mayWrite} />
        </div>
      </div>
      {count > 0 && (
        <SaveBar
          count={count}
          problems={problems}
          outdatedBy={base.version === version ? null : version}
          onDiscard={() => setEditing(null)}
          onReview={() => setReviewing(true)}
        />
      )}
      {reviewing && editing && (
        <ReviewDialog
          base={base}
          draft={draft}
          onClose={() => setReviewing(false)}
          onSaved={() => {
            setReviewing(false);
            setEditing(null);
          }}
        />
      )}
    </div>
  );
}

/** A draft with the version it was begun from. */
type Editing = { base: History['current']; draft: AssistantPolicy };

function SaveBar({
  count,
  problems,
  outdatedBy,
  onDiscard,
  onReview,
}: {
  count: number;
  problems: readonly PolicyProblem[];
  outdatedBy: number | null;
  onDiscard: () => void;
  onReview: () => void;
}) {
  const { t } = useTranslation();
  return (
    <footer className="shrink-0 border-t border-line bg-raised">
      {outdatedBy !== null && (
        <Banner variant="bar" tone="caution">
          {t('policy.outdated', { version: outdatedBy })}
        </Banner>
      )}
      {problems.length > 0 && (
        <Banner variant="bar" tone="critical">
          {t('policy.problems')}
          <ul className="list-disc ps-5">
            {problems.slice(0, 4).map(({ path, where, message }) => (
              <li key={path} className="wrap-anywhere">
                {where}: {message}
              </li>
            ))}
          </ul>
        </Banner>
      )}
      <div className="flex flex-wrap items-center gap-2 px-5 py-2.5">
        <span role="status" className="me-auto">
          {t('policy.unsaved', { count })}
        </span>
        <Button onClick={onDiscard}>{t('policy.discard')}</Button>
        <Button
          variant="primary"
          disabled={problems.length > 0 || outdatedBy !== null}
          onClick={onReview}
        >
          {t('policy.review')}
        </Button>
      </div>
    </footer>
  );
}
