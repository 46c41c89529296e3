export type { EndRequest } from './deps.types.ts';
export {
  acceptsMessage,
  describeEnd,
  followupModeAfterEnd,
  mayEnd,
  nextStepFor,
  routingChannelAfterEnd,
} from './sessions.rules.ts';
export type { ReturnPlace } from './returning.ts';
export { followupModeRoutes } from './queue-modes.ts';
export { closingJob, createSessionListener, sessionWakeJob } from './sessions.listener.ts';
export { createSessionService, type SessionService } from './sessions.service.ts';
export { findFollowupPolicy, findSession } from './sessions.store.ts';
export { viewOf as sessionViewOf } from './sessions.view.ts';
