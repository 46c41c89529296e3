import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from '../../ui/text-field.tsx';

/** Props of {@link PasswordField}. */
export type PasswordFieldProps = {
  value: string;
  onValueChange: (value: string) => void;
  autoComplete: 'current-password' | 'new-password';
  name?: string | undefined;
};

/** A password, hidden until asked for. */
export function PasswordField({ value, onValueChange, autoComplete, name }: PasswordFieldProps) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  const toggle = (
    <button
      type="button"
      aria-label={t(shown ? 'gate.signIn.hide' : 'gate.signIn.show')}
      onClick={() => setShown(!shown)}
      className="hit-area rounded-small text-subtle hover:text-text"
    >
      <Icon aria-hidden />
    </button>
  );
  return (
    <TextField
      type={shown ? 'text' : 'password'}
      controlSize="lg"
      name={name}
      autoComplete={autoComplete}
      value={value}
      onValueChange={onValueChange}
      end={toggle}
    />
  );
}
