import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  hoursSchema,
  saveScheduleSchema,
  type Hours,
  type Schedule,
} from '../../../contracts/schedules.ts';
import { fieldErrors } from '../../lib/api-problem.ts';
import { tooLong } from '../../lib/too-long.ts';
import { useNow } from '../../lib/clock.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Combobox } from '../../ui/combobox.tsx';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, FieldGroup } from '../../ui/field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { OpeningLine } from './opening-line.tsx';
import { problemsOf } from './problems.ts';
import { useDeleteSchedule, usePreview, useSaveSchedule } from './queries.ts';
import { ExceptionList, HolidayList } from './special-days.tsx';
import { WeekGrid } from './week-grid.tsx';

const office = [{ from: '09:00', to: '17:00' }];

/** Office hours in the zone of this browser: what new hours start with. */
export function newHours(): Hours {
  return {
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    week: { mon: office, tue: office, wed: office, thu: office, fri: office, sat: [], sun: [] },
    holidays: [],
    exceptions: [],
  };
}

/** A schedule: its zone, week, holidays and dates of their own, with what they say now. */
export function ScheduleEditor({
  schedule,
  onClose,
}: {
  schedule: Schedule | null;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [name, setName] = useState(schedule?.name ?? '');
  const [hours, setHours] = useState<Hours>(() => schedule?.hours ?? newHours());
  const [isDefault, setDefault] = useState(schedule?.isDefault ?? false);
  const save = useSaveSchedule();
  const today = new Date(useNow(60_000)).toISOString().slice(0, 10);
  const parsed = saveScheduleSchema.safeParse({ name, hours });
  const problems = {
    ...problemsOf(saveScheduleSchema, { name, hours }),
    ...tooLong(parsed.error, (limit) => t('ui.tooLong', { limit })),
    ...fieldErrors(save.error),
  };
  const submit = () => {
    if (!parsed.success) return;
    const { data } = parsed;
    const body = {
      ...data,
      ...(isDefault && !schedule?.isDefault && { isDefault: true as const }),
    };
    if (schedule === null) save.mutate({ id: null, body: data }, { onSuccess: onClose });
    else
      save.mutate(
        { id: schedule.id, body: { ...body, version: schedule.version } },
        { onSuccess: onClose },
      );
  };
  const parts = { hours, onChange: setHours, problems, today };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      width="lg"
      title={schedule ? t('schedules.edit', { name: schedule.name }) : t('schedules.add')}
      footer={
        <>
          {schedule && !schedule.isDefault && <DeleteButton id={schedule.id} onDone={onClose} />}
          <Button onClick={onClose}>{t('schedules.cancel')}</Button>
          <Button
            variant="primary"
            disabled={!parsed.success}
            loading={save.isPending}
            onClick={submit}
          >
            {t('schedules.save')}
          </Button>
        </>
      }
    >
      <FieldGroup className="max-w-none!">
        {save.error && Object.keys(fieldErrors(save.error)).length === 0 && (
          <Banner tone="critical">{save.error.message}</Banner>
        )}
        <div className="grid gap-4 pane2:grid-cols-2">
          <Field
            label={t('schedules.name')}
            required
            error={name.trim() === '' ? t('schedules.nameMissing') : problems['name']}
          >
            <TextField value={name} onValueChange={setName} />
          </Field>
          <ZoneField
            value={hours.timeZone}
            error={problems['hours.timeZone']}
            onChange={(timeZone) => setHours({ ...hours, timeZone })}
          />
        </div>
        <Preview hours={hours} />
        <WeekGrid
          week={hours.week}
          onChange={(week) => setHours({ ...hours, week })}
          problems={problems}
        />
        <HolidayList {...parts} />
        <ExceptionList {...parts} />
        {schedule && !schedule.isDefault && (
          <Checkbox
            label={t('schedules.makeDefault')}
            checked={isDefault}
            onCheckedChange={setDefault}
          />
        )}
      </FieldGroup>
    </Dialog>
  );
}

/** The zone that times of day are meant in. */
export function ZoneField({
  value,
  error,
  onChange,
}: {
  value: string;
  error: string | undefined;
  onChange: (zone: string) => void;
}) {
  const { t } = useTranslation();
  const [zones] = useState(() => {
    const known = Intl.supportedValuesOf('timeZone');
    return [...new Set(['UTC', value, ...known])].map((zone) => ({ value: zone, label: zone }));
  });
  return (
    <Field label={t('schedules.zone')} error={error} required>
      <Combobox
        options={zones}
        value={{ value, label: value }}
        onValueChange={(zone) => zone !== null && onChange(zone.value)}
      />
    </Field>
  );
}

function Preview({ hours }: { hours: Hours }) {
  const { t } = useTranslation();
  const parsed = hoursSchema.safeParse(hours);
  const preview = usePreview(parsed.success ? parsed.data : null);
  if (!preview.data || !parsed.success) return null;
  return (
    <div className="flex flex-wrap items-center gap-2" aria-live="polite">
      <span className="text-muted">{t('schedules.preview')}:</span>
      <OpeningLine opening={preview.data} timeZone={hours.timeZone} />
    </div>
  );
}

function DeleteButton({ id, onDone }: { id: string; onDone: () => void }) {
  const { t } = useTranslation();
  const remove = useDeleteSchedule();
  return (
    <span className="me-auto flex items-center gap-2">
      <ConfirmButton
        variant="ghost"
        loading={remove.isPending}
        onConfirm={() => remove.mutate(id, { onSuccess: onDone })}
      >
        {t('schedules.delete')}
      </ConfirmButton>
      {remove.error && (
        <span role="alert" className="text-meta text-critical">
          {remove.error.message}
        </span>
      )}
    </span>
  );
}
