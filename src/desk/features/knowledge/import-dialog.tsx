import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { importKindSchema, type ImportKind } from '../../../contracts/knowledge.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, FieldGroup } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { EarlierImports } from './earlier-imports.tsx';
import { ImportFile } from './import-file.tsx';
import { ImportReport } from './import-report.tsx';
import { useImport, useKbSections, useStartImport, type ImportRequest } from './queries.ts';

const NONE = 'none';

/** Brings articles in: tries first and tells what it would do, then does it. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const start = useStartImport();
  const [kind, setKind] = useState<ImportKind>('files');
  const [file, setFile] = useState<File | null>(null);
  const [addresses, setAddresses] = useState('');
  const [options, setOptions] = useState<Filing>({
    sectionId: null,
    language: 'en',
    visibility: 'public',
    publish: true,
  });
  const [importId, setImportId] = useState<string | null>(null);
  const running = useImport(importId).data;
  const urls = addresses.split(/\s+/).filter(Boolean);
  const ready = kind === 'urls' ? urls.length > 0 : file !== null;
  const busy = start.isPending || running?.state === 'waiting' || running?.state === 'running';
  const tried = running?.state === 'done' && running.dryRun;
  const run = (dryRun: boolean) =>
    start.mutate(
      { kind, file, urls, options: { ...options, dryRun } },
      { onSuccess: ({ id }) => setImportId(id) },
    );
  const set = (part: Partial<Filing>) => {
    setOptions({ ...options, ...part });
    setImportId(null);
  };
  const done = running?.state === 'done' && !running.dryRun;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('knowledge.importTitle')}
      description={t('knowledge.importLead')}
      width="lg"
      footer={
        done ? (
          <Button variant="primary" onClick={onClose}>
            {t('knowledge.close')}
          </Button>
        ) : (
          <>
            <Button disabled={!ready} loading={busy && !tried} onClick={() => run(true)}>
              {t('knowledge.try')}
            </Button>
            <Button variant="primary" disabled={!ready || busy} onClick={() => run(false)}>
              {t('knowledge.importNow')}
            </Button>
          </>
        )
      }
    >
      <FieldGroup>
        {start.error && <Banner tone="critical">{start.error.message}</Banner>}
        <Field label={t('knowledge.kind')} hint={t(`knowledge.kindHints.${kind}`)}>
          <Select
            aria-label={t('knowledge.kind')}
            value={kind}
            options={importKindSchema.options.map((value) => ({
              value,
              label: t(`knowledge.kinds.${value}`),
            }))}
            onValueChange={(next) => {
              setKind(next);
              setFile(null);
              setImportId(null);
            }}
          />
        </Field>
        {kind === 'urls' ? (
          <Field label={t('knowledge.addresses')}>
            <TextArea value={addresses} onValueChange={setAddresses} rows={4} />
          </Field>
        ) : (
          <ImportFile
            key={kind}
            kind={kind}
            onChoose={(chosen) => {
              setFile(chosen);
              setImportId(null);
            }}
          />
        )}
        <FilingFields options={options} onChange={set} />
        {running && <ImportReport report={running} />}
      </FieldGroup>
      <EarlierImports except={importId} />
    </Dialog>
  );
}

type Filing = Omit<ImportRequest['options'], 'dryRun'>;

/** How what is found will be filed. */
function FilingFields({
  options,
  onChange: set,
}: {
  options: Filing;
  onChange: (part: Partial<Filing>) => void;
}) {
  const { t } = useTranslation();
  const { data: sections = [] } = useKbSections();
  return (
    <>
      <div className="grid grid-cols-[1fr_6rem_10rem] gap-3 max-pane2:grid-cols-1">
        <Field label={t('knowledge.section')}>
          <Select
            aria-label={t('knowledge.section')}
            value={options.sectionId ?? NONE}
            options={[
              { value: NONE, label: t('knowledge.noSection') },
              ...sections.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onValueChange={(id) => set({ sectionId: id === NONE ? null : id })}
          />
        </Field>
        <Field label={t('knowledge.language')}>
          <TextField
            value={options.language}
            onValueChange={(language) => set({ language: language.toLowerCase() })}
          />
        </Field>
        <Field label={t('knowledge.visibility')}>
          <Select
            aria-label={t('knowledge.visibility')}
            value={options.visibility}
            options={(['public', 'internal'] as const).map((value) => ({
              value,
              label: t(`knowledge.visibilities.${value}`),
            }))}
            onValueChange={(visibility) => set({ visibility })}
          />
        </Field>
      </div>
      <Checkbox
        label={t('knowledge.publishAtOnce')}
        checked={options.publish}
        onCheckedChange={(publish) => set({ publish })}
      />
    </>
  );
}
