import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportKind } from '../../../contracts/knowledge.ts';
import { packFolder } from './pack-folder.ts';

/** Props of {@link ImportFile}. */
export type ImportFileProps = {
  kind: Exclude<ImportKind, 'urls'>;
  onChoose: (file: File | null) => void;
};

/** The file of an import, or a folder, which becomes an archive before it is sent. */
export function ImportFile({ kind, onChoose }: ImportFileProps) {
  const { t } = useTranslation();
  const [said, setSaid] = useState('');
  const pack = async (files: readonly File[]) => {
    const name = files[0]?.webkitRelativePath.split('/')[0] ?? '';
    setSaid(t('knowledge.packing', { count: files.length }));
    const { archive, count } = await packFolder(files, name);
    setSaid(archive ? t('knowledge.packed', { count, name }) : t('knowledge.noneOfThem', { name }));
    onChoose(archive);
  };
  return (
    <div className="flex flex-col gap-2">
      <label className="flex flex-col gap-1">
        <span className="font-medium">{t('knowledge.file')}</span>
        <input
          type="file"
          className={INPUT}
          accept={ACCEPTED[kind]}
          onChange={({ target }) => {
            setSaid('');
            onChoose(target.files?.[0] ?? null);
          }}
        />
      </label>
      {kind === 'files' && (
        <label className="flex flex-col gap-1">
          <span className="text-muted">{t('knowledge.folder')}</span>
          <input
            type="file"
            className={INPUT}
            ref={(input) => input?.setAttribute('webkitdirectory', '')}
            onChange={({ target }) => {
              if (target.files && target.files.length > 0) void pack([...target.files]);
            }}
          />
        </label>
      )}
      {said !== '' && (
        <p role="status" className="text-meta text-muted">
          {said}
        </p>
      )}
    </div>
  );
}

const INPUT =
  'text-muted file:me-3 file:h-control file:cursor-pointer file:rounded-control file:border file:border-line-control file:bg-surface file:px-3 file:font-medium file:text-text hover:file:bg-hover';

const ACCEPTED: Record<Exclude<ImportKind, 'urls'>, string> = {
  files: '.md,.markdown,.html,.htm,.txt,.zip',
  jsonl: '.jsonl,.ndjson',
  help_centre: '.json',
};
