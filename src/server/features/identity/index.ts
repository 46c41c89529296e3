export { createAccounts, type Accounts } from './accounts.ts';
export { createAuth, type Auth } from './auth.ts';
export { createCallerFinder, type CallerFinder } from './callers.ts';
export { identityRoutes } from './identity.routes.ts';
export { addToGroups, insertMember, listMemberships } from './identity.store.ts';
export { createMemberService } from './members.service.ts';
