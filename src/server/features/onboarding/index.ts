export { createOnboardingService } from './onboarding.service.ts';
export { demoPassword } from './demo.ts';
export { seedDemoConversations } from './demo-conversations.ts';
