import { t } from '../strings.ts';

/** The shape of a conversation that is still being read; appears only when that takes a moment. */
export function Skeleton() {
  return (
    <div class="skeleton" role="status" aria-label={t('panel.loading')}>
      <i />
      <i />
      <i />
    </div>
  );
}
