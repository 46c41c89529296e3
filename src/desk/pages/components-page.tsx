import { DirectionProvider } from '@base-ui/react/direction-provider';
import { LayoutGrid, Moon, PanelsTopLeft, Search, Sun, SunMoon } from 'lucide-react';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { applyTheme, useTheme, type Theme } from '../lib/theme.ts';
import { AppFrame } from '../shell/app-frame.tsx';
import { Page } from '../shell/page.tsx';
import { Avatar } from '../ui/avatar.tsx';
import { CapacityMeter } from '../ui/capacity-meter.tsx';
import { useCommands } from '../ui/commands.tsx';
import { KeyHint } from '../ui/key-hint.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { ButtonSamples } from './components/buttons.tsx';
import { DisplaySamples } from './components/display.tsx';
import { FeedbackSamples } from './components/feedback.tsx';
import { FieldSamples } from './components/fields.tsx';
import { ListSamples } from './components/lists.tsx';
import { RightToLeftSample } from './components/right-to-left.tsx';
import { WritingSamples } from './components/writing.tsx';

type Look = Theme | 'both';

/** Every component in every state, in both themes and both directions; photographed by the browser tests. */
export function ComponentsPage() {
  const { t } = useTranslation();
  const asked = new URLSearchParams(window.location.search);
  const [theme] = useTheme();
  const [both, setBoth] = useState(asked.get('theme') === 'both');
  const [dir, setDir] = useState<'ltr' | 'rtl'>(asked.get('dir') === 'rtl' ? 'rtl' : 'ltr');
  useEffect(() => {
    const before = document.documentElement.dir;
    document.documentElement.dir = dir;
    return () => void (document.documentElement.dir = before);
  }, [dir]);
  useThemeCommands();
  const choose = (look: Look) => {
    setBoth(look === 'both');
    if (look !== 'both') applyTheme(look);
  };
  const controls = (
    <>
      <Select<Look>
        aria-label={t('componentsPage.theme')}
        value={both ? 'both' : theme}
        onValueChange={choose}
        options={useLooks()}
        className="w-36!"
      />
      <Select
        aria-label={t('componentsPage.direction')}
        value={dir}
        onValueChange={setDir}
        options={DIRECTIONS}
        className="w-32!"
      />
    </>
  );
  return (
    <DirectionProvider direction={dir}>
      <SampleFrame>
        <Page title={t('componentsPage.title')} actions={controls} fill>
          {both ? (
            <div className="grid min-h-0 flex-1 overflow-y-auto pane2:grid-cols-2">
              <AllSamples theme="light" />
              <AllSamples theme="dark" />
            </div>
          ) : (
            <div className="min-h-0 flex-1 overflow-y-auto">
              <AllSamples />
            </div>
          )}
        </Page>
      </SampleFrame>
    </DirectionProvider>
  );
}

/** The frame with something in every slot. */
export function SampleFrame({ children }: { children: ReactNode }) {
  return (
    <AppFrame
      areas={[
        {
          to: '/_components',
          exact: true,
          label: 'Components',
          icon: LayoutGrid,
          count: 3,
          keys: 'g c',
        },
        { to: '/_components/frame', label: 'Frame', icon: PanelsTopLeft },
      ]}
      search={
        <TextField
          aria-label="Search everything"
          icon={Search}
          placeholder="Search"
          end={<KeyHint keys="/" />}
        />
      }
      capacity={<CapacityMeter used={{ messaging: 3, email: 4 }} budget={12} />}
      status={<Avatar name="Mira Okafor" presence="online" />}
    >
      {children}
    </AppFrame>
  );
}

function AllSamples({ theme }: { theme?: 'light' | 'dark' }) {
  return (
    <div data-theme={theme} className="min-w-0 bg-surface">
      <ButtonSamples />
      <FieldSamples />
      <DisplaySamples />
      <FeedbackSamples />
      <ListSamples />
      <WritingSamples />
      <RightToLeftSample />
    </div>
  );
}

/** Something for the command palette to find. */
function useThemeCommands() {
  const { t } = useTranslation();
  const group = t('shell.theme.label');
  useCommands(
    useMemo(
      () => [
        {
          id: 'theme.system',
          group,
          icon: SunMoon,
          label: t('shell.theme.system'),
          run: () => applyTheme('system'),
        },
        {
          id: 'theme.light',
          group,
          icon: Sun,
          label: t('shell.theme.light'),
          keywords: 'day bright',
          run: () => applyTheme('light'),
        },
        {
          id: 'theme.dark',
          group,
          icon: Moon,
          label: t('shell.theme.dark'),
          keywords: 'night',
          run: () => applyTheme('dark'),
        },
      ],
      [t, group],
    ),
  );
}

function useLooks() {
  const { t } = useTranslation();
  return [
    { value: 'system', label: t('shell.theme.system') },
    { value: 'light', label: t('shell.theme.light') },
    { value: 'dark', label: t('shell.theme.dark') },
    { value: 'both', label: t('componentsPage.both') },
  ] as const;
}

const DIRECTIONS = [
  { value: 'ltr', label: 'Left to right' },
  { value: 'rtl', label: 'Right to left' },
] as const;
