import { useMe } from '../session-gate/queries.ts';
import { ASSISTANT_TABS, type AssistantTab } from './assistant-tabs.ts';

/** The pages of the section this person may see. */
export function useAssistantTabs(): AssistantTab[] {
  const permissions = useMe().data?.permissions ?? [];
  return ASSISTANT_TABS.filter(({ permission }) => permissions.includes(permission));
}
