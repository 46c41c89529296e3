export { describeRule } from './rules/describe-rule.rules.ts';
export { createTriggers } from './triggers.ts';
export { sweepJob, triggerListener } from './triggers.listener.ts';
export { triggerRoutes } from './triggers.routes.ts';
export { tellWebhook, webhookExists } from './webhooks/tell.ts';
export { webhookRoutes } from './webhooks/webhooks.routes.ts';
