import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { firstStepsSchema } from '../../../contracts/workspaces.ts';
import { useApi } from '../../lib/api-context.ts';
import { recallNumber, remember } from '../../lib/remember.ts';
import { queryKeys } from '../query-keys.ts';
import { useMyAgent } from '../presence/queries.ts';
import { useMay, useSignedIn } from '../session-gate/queries.ts';

/** A step, and whether it has been taken. */
export type Step = {
  key: 'online' | 'chat' | 'shop' | 'mail' | 'sending' | 'articles' | 'colleagues';
  done: boolean;
};

/** The steps of this workspace for this person; none once all are taken or somebody has hidden them. */
export function useFirstSteps() {
  const { workspace, demoShopUrl } = useSignedIn();
  const key = `segue.first-steps.${workspace.id}`;
  const [hidden, setHidden] = useState(() => recallNumber(key, 0) === 1);
  const mayRead = useMay('settings:read');
  const online = useMyAgent().data?.status === 'online';
  const api = useApi();
  const isDemo = demoShopUrl !== null;
  const { data } = useQuery({
    queryKey: queryKeys.firstSteps,
    queryFn: ({ signal }) =>
      api.request({ path: '/api/first-steps', response: firstStepsSchema, signal }),
    enabled: mayRead && !isDemo && !hidden,
    // They are taken elsewhere: in the chat, by mail, in another tab.
    refetchInterval: 15_000,
  });
  const steps: Step[] = isDemo
    ? [
        { key: 'online', done: online },
        { key: 'shop', done: false },
      ]
    : data
      ? [
          { key: 'online', done: online },
          { key: 'chat', done: data.chat },
          { key: 'mail', done: data.mail },
          { key: 'sending', done: data.sending },
          { key: 'articles', done: data.articles },
          { key: 'colleagues', done: data.colleagues },
        ]
      : [];
  return {
    steps: hidden || steps.every(({ done }) => done) ? [] : steps,
    isDemo,
    hide: () => {
      remember(key, 1);
      setHidden(true);
    },
  };
}
