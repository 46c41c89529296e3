import { Navigate } from '@tanstack/react-router';
import { NotAllowed } from '../session-gate/not-allowed.tsx';
import { useAssistantTabs } from './use-assistant-tabs.ts';

/** Opens the first page of the section. */
export function AssistantIndex() {
  const [first] = useAssistantTabs();
  return first ? <Navigate to={first.to} replace /> : <NotAllowed />;
}
