import { t } from '../strings.ts';

type Options = {
  onPress(): void;
  /** The pointer or the keyboard comes near: a press is likely. */
  onApproach(): void;
};

type LauncherState = 'closed' | 'loading' | 'open' | 'failed';

/** The round button at the edge of the page. */
export type Launcher = {
  show(): void;
  focus(): void;
  setState(state: LauncherState): void;
  setUnread(count: number): void;
};

const BUBBLE =
  'M12 3.5c5 0 9 3.4 9 7.7s-4 7.7-9 7.7c-.9 0-1.8-.1-2.6-.3L4.6 21l.9-4.1C4 15.5 3 13.4 3 11.2c0-4.3 4-7.7 9-7.7Z';
const CHEVRON = 'm6 9.5 6 6 6-6';

/** Draws the launcher, invisible until `show`; no Preact, so that it is there at once. */
export function createLauncher(area: HTMLElement, { onPress, onApproach }: Options): Launcher {
  const button = document.createElement('button');
  const badge = document.createElement('span');
  const note = document.createElement('p');
  let state: LauncherState = 'closed';
  let unread = 0;
  button.type = 'button';
  button.className = 'launcher';
  button.hidden = true;
  button.setAttribute('aria-haspopup', 'dialog');
  badge.className = 'badge';
  note.className = 'note';
  note.setAttribute('role', 'status');
  button.append(icon('bubble', BUBBLE), icon('chevron', CHEVRON), badge);
  area.append(note, button);
  button.addEventListener('click', onPress);
  button.addEventListener('pointerenter', onApproach, { once: true });
  button.addEventListener('focus', onApproach, { once: true });

  const draw = () => {
    button.dataset['state'] = state;
    button.setAttribute('aria-expanded', String(state === 'open'));
    button.setAttribute('aria-label', labelOf(state, unread));
    badge.textContent = unread > 99 ? '99+' : String(unread);
    badge.hidden = unread === 0 || state === 'open';
    note.textContent = state === 'failed' ? t('launcher.failed') : '';
  };
  draw();
  return {
    show: () => button.removeAttribute('hidden'),
    focus: () => button.focus(),
    setState(next) {
      state = next;
      draw();
    },
    setUnread(count) {
      unread = count;
      draw();
    },
  };
}

function labelOf(state: LauncherState, unread: number): string {
  if (state === 'open') return t('launcher.close');
  if (unread === 0) return t('launcher.open');
  return unread === 1 ? t('launcher.unreadOne') : t('launcher.unread', { count: unread });
}

function icon(name: string, path: string): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', name);
  svg.setAttribute('aria-hidden', 'true');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}
