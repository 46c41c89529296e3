import { RotateCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isApiProblem } from '../lib/api-problem.ts';
import { Button } from './button.tsx';
import { ErrorState } from './error-state.tsx';

/** An ErrorState for whatever a query threw: the server's own words, and a retry where it can help. */
export function ApiErrorState({
  error,
  title,
  onRetry,
  retrying,
  className,
}: {
  error: unknown;
  title?: ReactNode;
  onRetry?: () => void;
  retrying?: boolean;
  className?: string;
}) {
  const { t } = useTranslation();
  const problem = isApiProblem(error) ? error.problem : null;
  const canRetry = problem?.retry ?? true;
  // A page that is older than its server: only a new one helps.
  const isStale = isApiProblem(error, 'answer_unexpected');
  return (
    <ErrorState
      title={title ?? problem?.title}
      reason={problem && problem.detail !== problem.title ? problem.detail : undefined}
      next={canRetry ? undefined : null}
      onRetry={canRetry ? onRetry : undefined}
      retrying={retrying}
      action={
        isStale && (
          <Button icon={RotateCw} onClick={() => globalThis.location.reload()}>
            {t('ui.reload')}
          </Button>
        )
      }
      className={className}
    />
  );
}
