import { useTranslation } from 'react-i18next';
import type { Entity, RequestKind } from '../../../contracts/understanding.ts';
import { DetailRow, DetailSection } from '../ticket/detail-section.tsx';
import type { classificationEn } from './classification.en.ts';
import { useSignals } from './queries.ts';
import { Quotes } from './quotes.tsx';

/** What is asked for, and the numbers, dates and amounts that are named; nothing where there is none. */
export function FoundPanel({ ticketId }: { ticketId: string }) {
  const { t } = useTranslation();
  const { data } = useSignals(ticketId);
  if (!data) return null;
  const { request, entities } = data;
  if (request.value === 'unclear' && entities.length === 0) return null;
  const kinds = Map.groupBy(entities, ({ kind }) => kind);
  return (
    <DetailSection title={t('classification.found')}>
      <dl className="flex flex-col">
        {request.value !== 'unclear' && <Request value={request.value} />}
        {[...kinds].map(([kind, found]) => (
          <EntityRow key={kind} kind={kind} found={found} />
        ))}
      </dl>
    </DetailSection>
  );
}

function Request({ value }: { value: Exclude<RequestKind, 'unclear'> }) {
  const { t } = useTranslation();
  return (
    <DetailRow label={t('classification.request')}>
      {t(`classification.requests.${value}`)}
    </DetailRow>
  );
}

function EntityRow({ kind, found }: { kind: string; found: readonly Entity[] }) {
  const nameOf = useKindName();
  const said = found.filter(({ evidence }) => evidence.message !== 'subject');
  const titled = found.filter(({ evidence }) => evidence.message === 'subject');
  return (
    <DetailRow label={nameOf(kind)}>
      <Quotes evidence={said.map(({ evidence }) => evidence)} plain />
      {titled.length > 0 && <span>{titled.map(({ value }) => value).join(', ')}</span>}
    </DetailRow>
  );
}

/** What a kind of thing is called; a kind of the workspace's own by its own name. */
export function useKindName(): (kind: string) => string {
  const { t } = useTranslation();
  return (kind) =>
    t(`classification.entities.kinds.${kind as KnownKind}`, {
      defaultValue: kind.replaceAll('_', ' '),
    });
}

type KnownKind = keyof typeof classificationEn.entities.kinds;
