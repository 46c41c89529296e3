import { addStyles } from '../lib/styles.ts';
import launcherStyles from './launcher.css?inline';

/** Where the widget lives in the host page. */
export type Root = {
  /** The one element the page sees; it takes no room. */
  host: HTMLElement;
  shadow: ShadowRoot;
  /** Everything that is drawn; carries the theme. */
  area: HTMLElement;
};

/** Makes the place for the widget. `theme` is `light`, `dark`, or anything else for the visitor's own. */
export function createRoot(theme: string): Root {
  const host = document.createElement('div');
  const area = document.createElement('div');
  host.id = 'segue-widget';
  area.className = 'area';
  area.dataset['theme'] = theme;
  const shadow = host.attachShadow({ mode: 'open' });
  shadow.append(area);
  addStyles(shadow, launcherStyles);
  const attach = () => document.body.append(host);
  // With `async` the script may run before there is a body.
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', attach);
  else attach();
  return { host, shadow, area };
}
