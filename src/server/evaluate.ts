// What the cli runs on files without a server or a database: `segue eval`.
export { evaluateMailFolder, evaluateReplies } from './features/mail/evaluation/evaluate-mails.ts';
export { evaluateFiles } from './features/knowledge/evaluation/evaluate-files.ts';
export { evaluateIntents } from './features/understanding/evaluation/evaluate-intents.rules.ts';
export { createMeanings } from './features/understanding/meanings/text-meanings.ts';
export { createEncoder } from './platform/encoder/index.ts';
export type { IntentReport } from './features/understanding/evaluation/evaluate-intents.rules.ts';
export { readIntents } from './features/understanding/evaluation/read-intents.ts';
