import { LoaderCircle } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { welcomeSchema } from '../../../contracts/workspaces.ts';
import { Avatar } from '../../ui/avatar.tsx';

/** Props of {@link DemoAccounts}. */
export type DemoAccountsProps = {
  demo: NonNullable<z.infer<typeof welcomeSchema>['demo']>;
  /** Address that is being signed in with. */
  busyWith: string | null;
  onPick: (credentials: { email: string; password: string }) => void;
};

/** The people of the demo workspace: one click fills the form and signs in. */
export function DemoAccounts({ demo, busyWith, onPick }: DemoAccountsProps) {
  const { t } = useTranslation();
  return (
    <section className="mt-6">
      <h2 className="font-semibold">{t('gate.signIn.demoTitle')}</h2>
      <p className="text-muted">{t('gate.signIn.demoLead')}</p>
      <ul className="mt-3 grid gap-2 pane2:grid-cols-2">
        {demo.accounts.map(({ name, email, role }) => (
          <li key={email}>
            <button
              type="button"
              disabled={busyWith !== null}
              onClick={() => onPick({ email, password: demo.password })}
              className="flex w-full items-center gap-2.5 rounded-control border border-line bg-surface px-3 py-2 text-start hover:border-line-strong hover:bg-sunken active:bg-active"
            >
              {busyWith === email ? (
                <LoaderCircle aria-hidden className="size-7! animate-spin p-1.5 text-muted" />
              ) : (
                <Avatar name={name} id={email} />
              )}
              <span className="min-w-0 flex-1">
                <span className="block truncate font-medium">{name}</span>
                <span className="block truncate text-meta text-muted">
                  {t(`gate.roles.${role}`)}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
