import { useQueryClient } from '@tanstack/react-query';
import { Navigate, Outlet, useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useRealtime } from '../../lib/api-context.ts';
import { isApiProblem } from '../../lib/api-problem.ts';
import { AppFrame } from '../../shell/app-frame.tsx';
import { ApiErrorState } from '../../ui/api-error-state.tsx';
import { Skeleton, SkeletonGroup } from '../../ui/skeleton.tsx';
import { useApprovalNotices } from '../assistant/approvals/use-approval-notices.ts';
import { Phone } from '../calls/phone.tsx';
import { DeskCommands } from '../commands/desk-commands.tsx';
import { PaletteButton } from '../commands/palette-button.tsx';
import { OfferStack } from '../offers/offer-stack.tsx';
import { AlertBell } from '../operations/alert-bell.tsx';
import { ConnectionBanner } from '../presence/connection-banner.tsx';
import { MyCapacity } from '../presence/my-capacity.tsx';
import { StatusMenu } from '../presence/status-menu.tsx';
import { useHeartbeat } from '../presence/use-heartbeat.ts';
import { useLiveUpdates } from '../presence/use-live-updates.ts';
import { useStatusNotice } from '../presence/use-status-notice.ts';
import { useResend } from '../ticket/composer/use-resend.ts';
import { useSlaAlerts } from '../sla/use-sla-alerts.ts';
import { SearchBox } from '../search/search-box.tsx';
import { AccountMenu } from './account-menu.tsx';
import { useMe } from './queries.ts';
import { useAreas } from './use-areas.ts';

/** The frame of everything behind the sign-in: waits for who is there, and sends strangers to the door. */
export function AppLayout() {
  const me = useMe();
  useExpiredSession();
  if (me.isPending) return <FrameSkeleton />;
  if (isApiProblem(me.error, 'sign_in_required')) return <ToTheDoor />;
  if (!me.data) {
    return (
      <ApiErrorState
        error={me.error}
        onRetry={() => void me.refetch()}
        retrying={me.isFetching}
        className="h-full"
      />
    );
  }
  return <SignedInFrame key={me.data.memberId} />;
}

/** Leads to the sign-in, which leads back. The address is read once: it changes on the way. */
function ToTheDoor() {
  const router = useRouter();
  const [search] = useState(() => {
    const here = router.state.location.href;
    return here === '/inbox' || here === '/' ? {} : { to: here };
  });
  return <Navigate to="/sign-in" search={search} replace />;
}

function SignedInFrame() {
  const areas = useAreas();
  const realtime = useRealtime();
  useEffect(() => {
    realtime.connect();
    return () => realtime.disconnect();
  }, [realtime]);
  useHeartbeat();
  useLiveUpdates();
  useStatusNotice();
  useResend();
  useSlaAlerts();
  useApprovalNotices();
  const status = (
    <>
      <Phone />
      <StatusMenu />
      <AccountMenu />
    </>
  );
  return (
    <>
      <DeskCommands />
      <AppFrame
        areas={areas}
        banner={<ConnectionBanner />}
        search={<TopSearch />}
        capacity={<MyCapacity />}
        notifications={<AlertBell />}
        status={status}
      >
        <Outlet />
      </AppFrame>
      <OfferStack />
    </>
  );
}

/** The search, and beside it what else the keyboard can do. */
function TopSearch() {
  return (
    <div className="flex items-center gap-2">
      <SearchBox />
      <PaletteButton />
    </div>
  );
}

/** Whatever says "sign in first", an answer or the channel, asks again who is there, which leads to the door. */
function useExpiredSession(): void {
  const client = useQueryClient();
  const realtime = useRealtime();
  useEffect(
    () => realtime.onTurnedAway(() => void client.resetQueries({ queryKey: ['me'] })),
    [client, realtime],
  );
  useEffect(
    () =>
      client.getQueryCache().subscribe(({ type, query }) => {
        if (type !== 'updated' || query.queryKey[0] === 'me' || query.state.status !== 'error')
          return;
        if (isApiProblem(query.state.error, 'sign_in_required'))
          void client.resetQueries({ queryKey: ['me'] });
      }),
    [client],
  );
}

function FrameSkeleton() {
  return (
    <SkeletonGroup className="flex h-full">
      <div className="w-rail border-e border-line bg-canvas max-pane2:hidden" />
      <div className="flex flex-1 flex-col">
        <div className="h-top-bar border-b border-line bg-canvas" />
        <div className="flex flex-1">
          <div className="flex w-80 flex-col gap-3 border-e border-line bg-canvas p-4 max-pane2:w-full">
            {Array.from({ length: 8 }, (_, row) => (
              <Skeleton key={row} className="h-8 w-full" />
            ))}
          </div>
          <div className="flex-1 bg-surface" />
        </div>
      </div>
    </SkeletonGroup>
  );
}
