import { useQueryClient, type Query } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { LogOut, UserRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useRealtime } from '../../lib/api-context.ts';
import { useTheme } from '../../lib/theme.ts';
import { Avatar } from '../../ui/avatar.tsx';
import {
  Menu,
  MenuChoice,
  MenuChoices,
  MenuGroup,
  MenuItem,
  MenuSeparator,
} from '../../ui/menu.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useSignedIn, useSignOut } from './queries.ts';

/** Who one is, the theme, and the way out. */
export function AccountMenu() {
  const { t } = useTranslation();
  const me = useSignedIn();
  const [theme, setTheme] = useTheme();
  const leave = useLeave();
  const navigate = useNavigate();
  const openSettings = () =>
    void navigate({ to: '/settings/$section', params: { section: 'account' } });
  const trigger = (
    <button
      type="button"
      aria-label={t('gate.account.label', { name: me.name })}
      className="hit-area rounded-full"
    >
      <Avatar name={me.name} id={me.memberId} />
    </button>
  );
  return (
    <Menu trigger={trigger} align="end">
      <div className="px-2 py-1.5">
        <div className="truncate font-medium">{me.name}</div>
        <div className="truncate text-meta text-muted">{me.email}</div>
        <div className="truncate text-meta text-subtle">
          {t(`gate.roles.${me.role}`)} · {me.workspace.name}
        </div>
      </div>
      <MenuSeparator />
      <MenuGroup label={t('gate.account.theme')}>
        <MenuChoices value={theme} onValueChange={setTheme}>
          <MenuChoice value="system">{t('shell.theme.system')}</MenuChoice>
          <MenuChoice value="light">{t('shell.theme.light')}</MenuChoice>
          <MenuChoice value="dark">{t('shell.theme.dark')}</MenuChoice>
        </MenuChoices>
      </MenuGroup>
      <MenuSeparator />
      <MenuItem icon={UserRound} onSelect={openSettings}>
        {t('account.open')}
      </MenuItem>
      <MenuItem icon={LogOut} onSelect={leave}>
        {t('gate.account.signOut')}
      </MenuItem>
    </Menu>
  );
}

/** Signs out, closes the channel and forgets what was read. */
export function useLeave(): () => void {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const realtime = useRealtime();
  const toast = useToast();
  const signOut = useSignOut();
  return () =>
    signOut.mutate(undefined, {
      onError: () => toast.show({ title: t('gate.account.signOutFailed'), tone: 'critical' }),
      onSuccess: () => {
        realtime.disconnect();
        // All but what the sign-in page, there by then, is reading.
        const read = { predicate: ({ queryKey }: Query) => queryKey[0] !== 'welcome' };
        void navigate({ to: '/sign-in', search: {} }).then(() => client.removeQueries(read));
      },
    });
}
