import type { Permission } from '../../../contracts/permissions.ts';
import type { assistantEn } from './assistant.en.ts';

/** A page of the section: its words are `assistant.tabs.<id>`. */
export type AssistantTab = {
  id: keyof typeof assistantEn.tabs;
  /** Its address, below /desk. */
  to: string;
  /** Who sees it at all; the server decides again. */
  permission: Permission;
};

/** The pages in the order of their tabs; the first one allowed is where the section opens. */
export const ASSISTANT_TABS: readonly AssistantTab[] = [
  { id: 'activity', to: '/assistant/activity', permission: 'assistant:read' },
  { id: 'approvals', to: '/assistant/approvals', permission: 'approval:decide' },
  { id: 'policy', to: '/assistant/policy', permission: 'assistant:read' },
  { id: 'figures', to: '/assistant/figures', permission: 'assistant:read' },
  { id: 'setUp', to: '/assistant/set-up', permission: 'assistant:write' },
  { id: 'proposals', to: '/assistant/proposals', permission: 'assistant:stop' },
];
