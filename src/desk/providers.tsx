import { DirectionProvider } from '@base-ui/react/direction-provider';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import type { i18n as I18n } from 'i18next';
import type { ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import { directionOf } from './i18n/i18n.ts';
import { ServerContext, type Server } from './lib/api-context.ts';
import { ClockContext, type Clock } from './lib/clock.tsx';
import { CommandPalette } from './ui/command-palette.tsx';
import { CommandProvider } from './ui/commands.tsx';
import { LiveRegionProvider } from './ui/live-region.tsx';
import { ShortcutSheet } from './ui/shortcut-sheet.tsx';
import { ShortcutProvider } from './ui/shortcuts.tsx';
import { ToastProvider } from './ui/toast.tsx';
import { TooltipProvider } from './ui/tooltip.tsx';

/** What the app is built with; made once in main.tsx. */
export type ProvidersProps = {
  i18n: I18n;
  clock: Clock;
  queryClient: QueryClient;
  server: Server;
  children: ReactNode;
};

/** Everything that components expect around them, in one place. */
export function Providers({ i18n, clock, queryClient, server, children }: ProvidersProps) {
  return (
    <I18nextProvider i18n={i18n}>
      <DirectionProvider direction={directionOf(i18n.language)}>
        <ClockContext value={clock}>
          <ServerContext value={server}>
            <QueryClientProvider client={queryClient}>
              <LiveRegionProvider>
                <TooltipProvider>
                  <ShortcutProvider>
                    <CommandProvider>
                      <ToastProvider>
                        {children}
                        <CommandPalette />
                        <ShortcutSheet />
                      </ToastProvider>
                    </CommandProvider>
                  </ShortcutProvider>
                </TooltipProvider>
              </LiveRegionProvider>
            </QueryClientProvider>
          </ServerContext>
        </ClockContext>
      </DirectionProvider>
    </I18nextProvider>
  );
}
