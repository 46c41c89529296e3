import type { WidgetConfig } from '../../contracts/widget.ts';
import type { IdentifyDetails, PanelHandle, StartPanel } from '../host.ts';
import { accentTheme } from '../../contracts/accent.ts';
import { createStorage } from '../lib/storage.ts';
import type { Commands } from './commands.ts';
import { fetchConfig } from './config.ts';
import { createLauncher } from './launcher.ts';
import { createRoot } from './root.ts';

type Options = {
  key: string;
  /** `light`, `dark`, or anything else for what the visitor's system says. */
  theme: string;
  /** Of `segue.js` itself: its origin is where Segue runs, its folder holds `panel.js`. */
  address: URL;
};

/** Draws the launcher as soon as the configuration is there and loads the panel when it is needed. */
export function startLoader({ key, theme, address }: Options): Commands {
  const storage = createStorage(() => localStorage);
  const session = createStorage(() => sessionStorage);
  const openKey = `segue.${key}.open`;
  const { host, shadow, area } = createRoot(theme);
  const launcher = createLauncher(area, {
    onPress: () => (shown ? close(true) : void open(true)),
    onApproach: () => void panel().catch(() => undefined),
  });
  const ready = fetchConfig(address.origin, key);
  let shown = false;
  let failures = 0;
  let loading: Promise<PanelHandle> | null = null;
  let identity: IdentifyDetails | null = null;

  const load = async (): Promise<PanelHandle> => {
    const config = await ready;
    // A failed import is remembered by the browser under its address, so each try has its own.
    const chunk = new URL(failures === 0 ? 'panel.js' : `panel.js?try=${failures}`, address).href;
    const { startPanel } = (await import(/* @vite-ignore */ chunk)) as { startPanel: StartPanel };
    const handle = startPanel({
      key,
      origin: address.origin,
      config,
      shadow,
      area,
      onUnread: launcher.setUnread,
      onCloseAsked: () => close(true),
    });
    if (identity) handle.identify(identity);
    return handle;
  };
  const panel = () => {
    loading ??= load().catch((error: unknown) => {
      loading = null;
      failures += 1;
      throw error;
    });
    return loading;
  };

  const open = async (focus: boolean) => {
    if (shown) return;
    shown = true;
    session.set(openKey, '1');
    launcher.setState('loading');
    try {
      const handle = await panel();
      if (!shown) return;
      launcher.setState('open');
      handle.open(focus);
    } catch {
      shown = false;
      launcher.setState('failed');
    }
  };
  const close = (returnFocus: boolean) => {
    if (!shown) return;
    shown = false;
    session.remove(openKey);
    launcher.setState('closed');
    void loading?.then((handle) => handle.close());
    if (returnFocus) launcher.focus();
  };

  ready.then(
    (config) => {
      paint(host, config);
      launcher.show();
      // On a small screen the panel covers the page, so there it never opens by itself.
      if (session.get(openKey) !== null && !isSmall()) void open(false);
      else if (storage.get(`segue.${key}.live`) !== null) void panel().catch(() => undefined);
    },
    () => console.warn('Segue: the chat is not available with this key.'),
  );

  return {
    open: () => void open(true),
    close: () => close(false),
    hide: () => host.toggleAttribute('data-hidden', true),
    show: () => host.toggleAttribute('data-hidden', false),
    identify(details) {
      identity = details;
      void loading?.then((handle) => handle.identify(details));
    },
  };
}

function paint(host: HTMLElement, { accentColor }: WidgetConfig): void {
  const theme = accentTheme(accentColor);
  host.style.setProperty('--segue-accent', theme.accent);
  host.style.setProperty('--segue-on-accent', theme.onAccent);
  host.style.setProperty('--segue-accent-text-light', theme.textLight);
  host.style.setProperty('--segue-accent-text-dark', theme.textDark);
}

const isSmall = () => matchMedia('(max-width: 480px)').matches;
