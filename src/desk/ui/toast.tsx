import { Toast as Base } from '@base-ui/react/toast';
import { CircleAlert, CircleCheck, Info, X } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../lib/cx.ts';
import { Button } from './button.tsx';
import { IconButton } from './icon-button.tsx';

/** What a toast says and offers. */
export type ToastMessage = {
  /** What was done, in a few words: `Assigned to Mira`. */
  title: string;
  detail?: string | undefined;
  tone?: 'neutral' | 'positive' | 'critical' | undefined;
  /** Adds an Undo button; the toast closes when it is pressed. */
  onUndo?: (() => void) | undefined;
  /** Called when the toast goes away without Undo: the moment to make a held-back act final. */
  onExpire?: (() => void) | undefined;
  action?: { label: string; onPress: () => void } | undefined;
  /** Milliseconds; 0 stays. Default 6 s, 10 s with undo or an action. */
  timeoutMs?: number | undefined;
};

type ToastData = { onUndo?: () => void; action?: { label: string; onPress: () => void } };

/**
 * Shows toasts over the empty middle of the top bar: further down there is no place that is nowhere a switch, a ticket
 * or Send. Mounted once, around the app.
 */
export function ToastProvider({ children }: { children: ReactNode }) {
  return (
    <Base.Provider limit={3} timeout={6000}>
      {children}
      <Base.Portal>
        <Base.Viewport className="pointer-events-none fixed inset-x-2 top-1 z-50 flex flex-col items-center gap-1 outline-none">
          <ToastList />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  );
}

/** `show(message)` puts up a toast and returns its id; `close(id)` takes it away. */
export function useToast(): {
  show: (message: ToastMessage) => string;
  close: (id: string) => void;
} {
  const { add, close } = Base.useToastManager<ToastData>();
  return useMemo(() => ({ show: (message) => add(toBase(message, close)), close }), [add, close]);
}

type BaseMessage = Parameters<ReturnType<typeof Base.useToastManager<ToastData>>['add']>[0];

function toBase(message: ToastMessage, close: (id: string) => void): BaseMessage {
  const { title, detail, tone = 'neutral', onUndo, onExpire, action, timeoutMs } = message;
  const id = crypto.randomUUID();
  let settled = false;
  const settle = (run?: () => void) => {
    if (settled) return;
    settled = true;
    run?.();
    close(id);
  };
  return {
    id,
    title,
    description: detail,
    type: tone,
    timeout: timeoutMs ?? (onUndo || action ? 10_000 : 6_000),
    onClose: () => settle(onExpire),
    data: {
      ...(onUndo && { onUndo: () => settle(onUndo) }),
      ...(action && {
        action: {
          label: action.label,
          onPress: () =>
            settle(() => {
              onExpire?.();
              action.onPress();
            }),
        },
      }),
    },
  };
}

function ToastList() {
  const { t } = useTranslation();
  const { toasts } = Base.useToastManager<ToastData>();
  return toasts.map((toast) => (
    <Base.Root key={toast.id} toast={toast} className={cx(CARD, toast.limited && 'hidden')}>
      <Base.Content className="flex items-start gap-2 py-0.5 ps-3 pe-1">
        <ToneIcon tone={toast.type} />
        <div className="min-w-0 flex-1 py-1">
          <Base.Title className="font-medium wrap-anywhere" />
          <Base.Description className="text-meta text-muted wrap-anywhere" />
        </div>
        {toast.data?.action && (
          <Button size="md" variant="ghost" onClick={toast.data.action.onPress}>
            {toast.data.action.label}
          </Button>
        )}
        {toast.data?.onUndo && (
          <Button variant="ghost" className="text-accent-text!" onClick={toast.data.onUndo}>
            {t('ui.undo')}
          </Button>
        )}
        <Base.Close render={<IconButton icon={X} label={t('ui.dismiss')} />} />
      </Base.Content>
    </Base.Root>
  ));
}

function ToneIcon({ tone }: { tone: string | undefined }) {
  if (tone === 'critical') return <CircleAlert aria-hidden className="mt-1.5 text-critical" />;
  if (tone === 'positive') return <CircleCheck aria-hidden className="mt-1.5 text-positive" />;
  return <Info aria-hidden className="mt-1.5 text-subtle" />;
}

/** Only its buttons take the pointer: whoever presses what a long or second toast hangs over does not miss it. */
const CARD =
  'pointer-events-none [&_button]:pointer-events-auto max-w-[min(26rem,100%)] rounded-overlay bg-raised text-text shadow-overlay transition-[opacity,translate] data-starting-style:-translate-y-2 data-starting-style:opacity-0 data-ending-style:opacity-0';
