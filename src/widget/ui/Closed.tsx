import type { WidgetConfig } from '../../contracts/widget.ts';
import { t } from '../strings.ts';

/** In place of the composer while the chat is closed: says so, and where to ask instead. */
export function Closed({ config, origin }: { config: WidgetConfig; origin: string }) {
  return (
    <div class="state-card ended" role="status">
      <p>
        <strong>{t('closed.title')}</strong>
      </p>
      {config.askUrl !== null && (
        <div class="acts">
          <a
            class="primary"
            href={new URL(config.askUrl, origin).href}
            target="_blank"
            rel="noreferrer"
            data-focus
          >
            {t('closed.ask')}
          </a>
        </div>
      )}
    </div>
  );
}
