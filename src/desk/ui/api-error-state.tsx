import type { ReactNode } from 'react';
import { isApiProblem } from '../lib/api-problem.ts';
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
  const problem = isApiProblem(error) ? error.problem : null;
  const canRetry = problem?.retry ?? true;
  return (
    <ErrorState
      title={title ?? problem?.title}
      reason={problem && problem.detail !== problem.title ? problem.detail : undefined}
      next={canRetry ? undefined : null}
      onRetry={canRetry ? onRetry : undefined}
      retrying={retrying}
      className={className}
    />
  );
}
