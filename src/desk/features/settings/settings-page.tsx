import { useNavigate, useParams } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { usePaneCount } from '../../shell/use-pane-count.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Skeleton, SkeletonGroup } from '../../ui/skeleton.tsx';
import { NotAllowed } from '../session-gate/not-allowed.tsx';
import { usePageTitle } from '../use-page-title.ts';
import type { SettingsSection } from './sections.ts';
import { SettingsNav } from './settings-nav.tsx';
import { useSettingsGroups } from './use-settings-groups.ts';

/** The rules of the workspace: the list of sections and the open one, one at a time on a phone. */
export function SettingsPage() {
  const { t } = useTranslation();
  usePageTitle(t('shell.settings'));
  const { section: wanted } = useParams({ strict: false });
  const narrow = usePaneCount() === 1;
  const groups = useSettingsGroups();
  const sections = groups.flatMap((group) => group.sections);
  const named = sections.find(({ id }) => id === wanted);
  const open = named ?? (narrow && wanted === undefined ? undefined : sections[0]);
  if (sections.length === 0) return <NotAllowed />;
  return (
    <div className="flex min-h-0 flex-1">
      {!(narrow && open) && <SettingsNav groups={groups} current={open?.id} fill={narrow} />}
      {open && <OpenSection section={open} withBack={narrow} />}
    </div>
  );
}

function OpenSection({ section, withBack }: { section: SettingsSection; withBack: boolean }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { id, Panel } = section;
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col overflow-y-auto">
      {withBack && (
        <div className="flex h-top-bar shrink-0 items-center gap-1 border-b border-line px-2">
          <IconButton
            icon={ArrowLeft}
            label={t('settings.back')}
            onClick={() => void navigate({ to: '/settings' })}
          />
          <h1 className="truncate font-semibold">{t(`settings.sections.${id}.title`)}</h1>
        </div>
      )}
      <div className="min-w-0 px-5 py-5" key={id}>
        <Suspense fallback={<SectionSkeleton />}>
          <Panel />
        </Suspense>
      </div>
    </div>
  );
}

function SectionSkeleton() {
  return (
    <SkeletonGroup className="flex max-w-xl flex-col gap-4">
      <Skeleton className="h-10 w-full" />
      <Skeleton className="h-10 w-full" />
      <Skeleton className="h-10 w-full" />
    </SkeletonGroup>
  );
}
