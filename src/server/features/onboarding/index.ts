export { createOnboardingService, type OnboardingService } from './onboarding.service.ts';
export { demoPassword } from './demo.ts';
export { seedDemoConversations } from './demo-conversations.ts';
