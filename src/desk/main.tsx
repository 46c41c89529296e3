import './lib/no-eval.ts';
import './styles/index.css';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { io } from 'socket.io-client';
import { createI18n, directionOf } from './i18n/i18n.ts';
import { readerHints, readerLocale } from './i18n/reader-locale.ts';
import { createApi } from './lib/api.ts';
import { createClock } from './lib/clock.tsx';
import { createQueryClient } from './lib/query-client.ts';
import { createRealtime } from './lib/realtime.ts';
import { applyTheme, storedTheme } from './lib/theme.ts';
import { Providers } from './providers.tsx';
import { createDeskRouter } from './router.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element #root');

const i18n = createI18n(readerLocale(readerHints()));
document.documentElement.lang = i18n.language;
document.documentElement.dir = directionOf(i18n.language);
applyTheme(storedTheme());

const withComponents =
  import.meta.env.DEV || new URLSearchParams(window.location.search).has('components');
const server = {
  api: createApi({ fetch: window.fetch.bind(window) }),
  realtime: createRealtime(io('/desk', { transports: ['websocket'], autoConnect: false })),
};

createRoot(root).render(
  <StrictMode>
    <Providers
      i18n={i18n}
      clock={createClock(Date.now)}
      queryClient={createQueryClient()}
      server={server}
    >
      <RouterProvider router={createDeskRouter({ withComponents })} />
    </Providers>
  </StrictMode>,
);
