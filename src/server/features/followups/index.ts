export { detectLanguage } from './brief/languages.rules.ts';
export { followupListener } from './followups.listener.ts';
export { followupRoutes } from './followups.routes.ts';
export { guessCategoryByWords } from './guess-by-words.ts';
export { createFollowupService, type FollowupService } from './followups.service.ts';
