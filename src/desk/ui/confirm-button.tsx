import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from './live-region.tsx';
import { Button, type ButtonProps } from './button.tsx';

const ARMED_MS = 4000;

/** Props of {@link ConfirmButton}. */
export type ConfirmButtonProps = Omit<ButtonProps, 'onClick' | 'children'> & {
  children: string;
  /** The words of the second press, such as `Delete 3 articles`. */
  confirmLabel?: string | undefined;
  onConfirm: () => void;
};

/** For what cannot be undone: the first press asks, a second within four seconds acts. Where it can be undone, act and show a toast with undo. */
export function ConfirmButton({
  children,
  confirmLabel,
  onConfirm,
  variant = 'secondary',
  ...rest
}: ConfirmButtonProps) {
  const { t } = useTranslation();
  const announce = useAnnounce();
  const [armed, setArmed] = useState(false);
  const question = confirmLabel ?? t('ui.confirmAgain');
  useEffect(() => {
    if (!armed) return;
    const timer = window.setTimeout(() => setArmed(false), ARMED_MS);
    return () => window.clearTimeout(timer);
  }, [armed]);
  const press = () => {
    setArmed(!armed);
    if (armed) onConfirm();
    else announce(question);
  };
  return (
    <Button
      {...rest}
      variant={armed ? 'danger' : variant}
      onClick={press}
      onBlur={() => setArmed(false)}
    >
      {armed ? question : children}
    </Button>
  );
}
