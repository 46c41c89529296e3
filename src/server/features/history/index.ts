export { doerOf } from './consequences.rules.ts';
export { createHistorian } from './history.service.ts';
export { insertHistory, listHistory, type HistoryLine } from './history.store.ts';
export { sentenceOf } from './sentences.rules.ts';
