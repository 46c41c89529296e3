import { CircleAlert, RotateCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../lib/cx.ts';
import { Button } from './button.tsx';

/** Props of {@link ErrorState}. */
export type ErrorStateProps = {
  /** What failed. */
  title?: ReactNode;
  /** Why, as far as it is known. */
  reason?: ReactNode;
  /** What to do now; null when the act says it. */
  next?: ReactNode;
  onRetry?: (() => void) | undefined;
  retrying?: boolean | undefined;
  action?: ReactNode;
  className?: string | undefined;
};

/** What stands where something failed: what, why, and what now. For errors of the API see ApiErrorState. */
export function ErrorState({
  title,
  reason,
  next,
  onRetry,
  retrying,
  action,
  className,
}: ErrorStateProps) {
  const { t } = useTranslation();
  return (
    <div
      role="alert"
      className={cx(
        'flex flex-col items-center justify-center gap-3 px-6 py-10 text-center',
        className,
      )}
    >
      <CircleAlert aria-hidden className="size-5! text-critical" />
      <div className="max-w-96 text-balance">
        <p className="font-semibold">{title ?? t('ui.errorTitle')}</p>
        {reason && <p className="mt-1 text-muted">{reason}</p>}
        {next !== null && <p className="mt-1 text-muted">{next ?? t('ui.errorNext')}</p>}
      </div>
      {onRetry && (
        <Button icon={RotateCw} onClick={onRetry} loading={retrying}>
          {t('ui.retry')}
        </Button>
      )}
      {action}
    </div>
  );
}
