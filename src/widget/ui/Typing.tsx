import { t } from '../strings.ts';

/** Three dots while somebody writes; they stand still for people who prefer less motion. */
export function Typing({ name }: { name: string }) {
  return (
    <div class="typing">
      <span class="dots" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      <span dir="auto">{t('log.typing', { name })}</span>
    </div>
  );
}
