export {
  acceptsMessage,
  describeEnd,
  mayEnd,
  nextStepFor,
  routingChannelAfterEnd,
} from './sessions.rules.ts';
export {
  createSessionService,
  viewOf as sessionViewOf,
  type SessionService,
} from './sessions.service.ts';
export { findSession } from './sessions.store.ts';
