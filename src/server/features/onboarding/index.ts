export { onboardingRoutes } from './onboarding.routes.ts';
export { createOnboardingService } from './onboarding.service.ts';

export { seedDemoConversations } from './demo-conversations.ts';
