import { useTranslation } from 'react-i18next';
import { CopyLine } from '../mail/copy-line.tsx';

/** The address of the page that is nothing but the chat, for mails, codes on paper, and to try it. */
export function ChatPageLine({ widgetKey }: { widgetKey: string }) {
  const { t } = useTranslation();
  const address = `${window.location.origin}/chat/${widgetKey}`;
  return (
    <div className="flex flex-col gap-1">
      <p className="text-muted">
        {t('settings.widget.pageLead')}{' '}
        <a
          href={address}
          target="_blank"
          rel="noopener noreferrer"
          className="text-accent-text underline-offset-2 hover:underline"
        >
          {t('settings.widget.pageOpen')}
        </a>
      </p>
      <CopyLine label={t('settings.widget.page')} text={address} />
    </div>
  );
}
