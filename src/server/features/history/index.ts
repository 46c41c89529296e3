export { createHistorian, type Happening, type Historian } from './history.service.ts';
export { insertHistory, listHistory, type HistoryLine } from './history.store.ts';
export { historyTypes, sentenceOf } from './sentences.rules.ts';
