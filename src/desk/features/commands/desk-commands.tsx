import { useNavigate } from '@tanstack/react-router';
import {
  Activity,
  BookOpen,
  CircleDot,
  Inbox,
  Layers,
  LogOut,
  Mail,
  Search,
  Settings,
  ShoppingBag,
  Sparkles,
  SunMoon,
} from 'lucide-react';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { viewSchema } from '../../../contracts/tickets.ts';
import { useTheme } from '../../lib/theme.ts';
import { useCommands, type Command } from '../../ui/commands.tsx';
import { useShortcut } from '../../ui/shortcuts.tsx';
import { useAssistantTabs } from '../assistant/use-assistant-tabs.ts';
import { useViews } from '../inbox/queries.ts';
import { useStatusOptions } from '../presence/status-options.ts';
import { useStatusChange } from '../presence/use-status-change.ts';
import { useLeave } from '../session-gate/account-menu.tsx';
import { useMay, useSignedIn } from '../session-gate/queries.ts';

/** What can be done from everywhere: go places, change the status, the theme, leave. */
export function DeskCommands() {
  const views = useViewCommands();
  const areas = useAreaCommands();
  const personal = usePersonalCommands();
  const search = useSearchCommand();
  useCommands(
    useMemo(() => [...views, ...areas, ...personal, search], [views, areas, personal, search]),
  );
  return <AreaShortcuts />;
}

function AreaShortcuts() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const mayBoard = useMay('board:read');
  const mayMail = useMay('mail:read');
  const mayAssistant = useAssistantTabs().length > 0;
  useShortcut('g i', () => void navigate({ to: '/inbox' }), { label: t('commands.goInbox') });
  useShortcut('g k', () => void navigate({ to: '/knowledge' }), {
    label: t('commands.goKnowledge'),
  });
  useShortcut('g o', () => void navigate({ to: '/operations' }), {
    label: t('operations.go'),
    enabled: mayBoard,
  });
  useShortcut('g a', () => void navigate({ to: '/assistant' }), {
    label: t('assistant.go'),
    enabled: mayAssistant,
  });
  useShortcut('g m', () => void navigate({ to: '/mail' }), {
    label: t('commands.goMail'),
    enabled: mayMail,
  });
  useShortcut('g s', () => void navigate({ to: '/settings' }), {
    label: t('commands.goSettings'),
  });
  return null;
}

function useViewCommands(): Command[] {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queues = useViews().data?.queues;
  return useMemo(() => {
    const group = t('commands.groups.go');
    const views = viewSchema.options.map((view): Command => ({
      id: `go.view.${view}`,
      group,
      icon: Inbox,
      label: t('commands.goView', { view: t(`inbox.views.${view}`) }),
      run: () => void navigate({ to: '/inbox', search: { view } }),
    }));
    const ofQueues = (queues ?? []).map(({ id, name }): Command => ({
      id: `go.queue.${id}`,
      group,
      icon: Layers,
      label: t('commands.goQueue', { queue: name }),
      run: () => void navigate({ to: '/inbox', search: { queue: id } }),
    }));
    return [...views, ...ofQueues];
  }, [t, navigate, queues]);
}

/** Searches for what was typed: whoever looks for a customer need not know that this is no command. */
function useSearchCommand(): Command {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return useMemo(() => {
    const find = (words: string) => () => void navigate({ to: '/search', search: { q: words } });
    return {
      id: 'search',
      group: t('commands.groups.search'),
      icon: Search,
      label: '',
      run: find(''),
      ofWords: (words) => ({ label: t('commands.searchFor', { words }), run: find(words) }),
    };
  }, [t, navigate]);
}

function useAreaCommands(): Command[] {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const mayBoard = useMay('board:read');
  const mayMail = useMay('mail:read');
  const mayAssistant = useAssistantTabs().length > 0;
  const { demoShopUrl } = useSignedIn();
  return useMemo(() => {
    const group = t('commands.groups.go');
    const knowledge: Command = {
      id: 'go.knowledge',
      group,
      icon: BookOpen,
      keys: 'g k',
      label: t('commands.goKnowledge'),
      run: () => void navigate({ to: '/knowledge' }),
    };
    const board: Command = {
      id: 'go.operations',
      group,
      icon: Activity,
      keys: 'g o',
      label: t('operations.go'),
      run: () => void navigate({ to: '/operations' }),
    };
    const assistant: Command = {
      id: 'go.assistant',
      group,
      icon: Sparkles,
      keys: 'g a',
      label: t('assistant.go'),
      run: () => void navigate({ to: '/assistant' }),
    };
    const mail: Command = {
      id: 'go.mail',
      group,
      icon: Mail,
      keys: 'g m',
      label: t('commands.goMail'),
      run: () => void navigate({ to: '/mail' }),
    };
    const settings: Command = {
      id: 'go.settings',
      group,
      icon: Settings,
      keys: 'g s',
      label: t('commands.goSettings'),
      run: () => void navigate({ to: '/settings' }),
    };
    const shop: Command = {
      id: 'go.shop',
      group,
      icon: ShoppingBag,
      label: t('commands.shop'),
      run: () => void window.open(demoShopUrl ?? '', '_blank', 'noopener'),
    };
    return [
      knowledge,
      ...(mayBoard ? [board] : []),
      ...(mayAssistant ? [assistant] : []),
      ...(mayMail ? [mail] : []),
      settings,
      ...(demoShopUrl ? [shop] : []),
    ];
  }, [t, navigate, mayAssistant, mayBoard, mayMail, demoShopUrl]);
}

function usePersonalCommands(): Command[] {
  const { t } = useTranslation();
  const setStatus = useStatusChange();
  const options = useStatusOptions();
  const [, setTheme] = useTheme();
  const leave = useLeave();
  const acts = useRef({ setStatus, leave });
  acts.current = { setStatus, leave };
  return useMemo(() => {
    const statuses = options.map((option): Command => ({
      id: `status.${option.value}`,
      group: t('commands.groups.status'),
      icon: CircleDot,
      label: t('commands.setStatus', { status: option.name }),
      run: () => acts.current.setStatus(option),
    }));
    const group = t('commands.groups.desk');
    const themes = (['system', 'light', 'dark'] as const).map((theme): Command => ({
      id: `theme.${theme}`,
      group,
      icon: SunMoon,
      label: t('commands.theme', { theme: t(`shell.theme.${theme}`) }),
      run: () => setTheme(theme),
    }));
    return [
      ...statuses,
      ...themes,
      {
        id: 'sign-out',
        group,
        icon: LogOut,
        label: t('commands.signOut'),
        run: () => acts.current.leave(),
      },
    ];
  }, [t, setTheme, options]);
}
