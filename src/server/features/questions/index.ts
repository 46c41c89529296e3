export { inputName, readQuestion, type Question, type Typed } from './question.rules.ts';
export { createQuestionDesk, type QuestionDesk } from './questions.ts';
