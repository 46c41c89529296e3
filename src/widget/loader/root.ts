import { addStyles } from '../lib/styles.ts';
import launcherStyles from './launcher.css?inline';

/** The element that holds the whole widget; it takes no room on the page. */
export function createRoot(theme: string): { host: HTMLElement; root: ShadowRoot } {
  const host = document.createElement('div');
  host.id = 'segue-widget';
  host.dataset['theme'] = theme;
  const root = host.attachShadow({ mode: 'open' });
  addStyles(root, launcherStyles);
  const attach = () => document.body.append(host);
  // With `async` the script may run before there is a body.
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', attach);
  else attach();
  return { host, root };
}
