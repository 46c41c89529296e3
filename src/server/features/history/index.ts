export { insertHistory, listHistory, type HistoryLine } from './history.store.ts';
export { historyTypes, sentenceOf } from './sentences.rules.ts';
