import { CalendarClock, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schedule } from '../../../contracts/schedules.ts';
import { Section } from '../../shell/page.tsx';
import { ApiErrorState } from '../../ui/api-error-state.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { OpeningLine } from './opening-line.tsx';
import { useSchedules } from './queries.ts';
import { ScheduleEditor } from './schedule-editor.tsx';
import { weekInWords } from './week.rules.ts';

/** Schedules: when the team works, and whether it is open now. */
export function ScheduleSettings() {
  const { t } = useTranslation();
  const schedules = useSchedules();
  const [edited, setEdited] = useState<Schedule | 'new' | null>(null);
  const add = (
    <Button icon={Plus} variant="primary" onClick={() => setEdited('new')}>
      {t('schedules.add')}
    </Button>
  );
  return (
    <Section
      title={t('settings.sections.schedules.title')}
      lead={t('schedules.lead')}
      actions={add}
      width="max-w-6xl"
    >
      {schedules.isError ? (
        <ApiErrorState error={schedules.error} onRetry={() => void schedules.refetch()} />
      ) : (
        <DataTable
          caption={t('settings.sections.schedules.title')}
          rows={schedules.data ?? []}
          keyOf={({ id }) => id}
          className="-mx-3"
          empty={
            schedules.isPending ? (
              <SkeletonRows disc={false} />
            ) : (
              <EmptyState icon={CalendarClock}>{t('schedules.empty')}</EmptyState>
            )
          }
          columns={[
            {
              id: 'name',
              header: t('schedules.name'),
              width: '13rem',
              cell: (schedule) => <Name schedule={schedule} onOpen={() => setEdited(schedule)} />,
            },
            {
              id: 'hours',
              header: t('schedules.hours'),
              cell: ({ hours }) => {
                const name = (day: keyof typeof hours.week) =>
                  t(`schedules.days.${day}`).slice(0, 3);
                const words = weekInWords(hours.week, name, '');
                return <span title={`${words} (${hours.timeZone})`}>{words}</span>;
              },
            },
            {
              id: 'zone',
              header: t('schedules.zone'),
              width: '7.5rem',
              cell: ({ hours }) => hours.timeZone,
            },
            {
              id: 'now',
              header: t('schedules.now'),
              width: '14rem',
              cell: ({ opening, hours }) => (
                <OpeningLine opening={opening} timeZone={hours.timeZone} />
              ),
            },
          ]}
        />
      )}
      {edited !== null && (
        <ScheduleEditor
          schedule={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
    </Section>
  );
}

function Name({ schedule, onOpen }: { schedule: Schedule; onOpen: () => void }) {
  const { t } = useTranslation();
  return (
    <span className="flex items-center gap-2">
      <button
        type="button"
        onClick={onOpen}
        title={schedule.name}
        className="truncate font-medium text-accent-text underline-offset-2 hover:underline"
      >
        {schedule.name}
      </button>
      {schedule.isDefault && <Badge>{t('schedules.default')}</Badge>}
    </span>
  );
}
