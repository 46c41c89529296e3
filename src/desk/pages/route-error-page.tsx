import type { ErrorComponentProps } from '@tanstack/react-router';
import { ApiErrorState } from '../ui/api-error-state.tsx';

/** What stands where a page failed to load or to draw. */
export function RouteErrorPage({ error, reset }: ErrorComponentProps) {
  return <ApiErrorState error={error} onRetry={reset} className="h-full" />;
}
