import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** Names the page in the browser's tab and for screen readers; null leaves that to something within it. */
export function usePageTitle(title: string | null): void {
  const { t } = useTranslation();
  useEffect(() => {
    if (title !== null) document.title = `${title} · ${t('shell.product')}`;
  }, [title, t]);
}
