// What the cli runs on files without a server or a database: `segue eval`.
export { evaluateFiles } from './features/knowledge/evaluation/evaluate-files.ts';
