import type { FrameTexts } from './frame.types.ts';

/** What the assistant says of itself in English. */
export const english: FrameTexts = {
  hello: 'Hello {name},',
  helloPlain: 'Hello,',
  who: 'I am {assistant}, the automated assistant of {workspace}.',
  answer: 'This is what our articles say about your question:',
  answerAgain: 'With what you added, this is what our articles say:',
  onlyIn: 'The article is only available in {language}.',
  more: 'Read more:',
  notHelped: 'This did not help, ask a person',
  helped: 'This solved it',
  replyToo: 'You can also reply to this message and add what is missing.',
  ask: 'To find the right answer I need to know a little more:',
  askOne: 'To find the right answer I need to know one more thing:',
  askHow: 'A short reply with the numbers is enough.',
  askHowOne: 'A short reply is enough.',
  askLetter: 'A short reply is enough, such as “b”. If none fits, say it in your own words.',
  askPerson: 'Ask a person instead',
  closingGlad: 'Good to read that it is solved.',
  closingClosed: 'This conversation is now closed.',
  closingAgain: 'If the problem comes back, reply here and the conversation is open again.',
  remindAnswer: 'I have not heard from you since my answer. Did it help?',
  remindQuestions:
    'I have not heard from you since my questions. Your reply is all that is missing.',
  remindClose:
    'Without a reply this conversation ends by itself; you can come back to it at any time.',
  handOver: 'A person of our team takes over from here.',
  handOverKnows:
    'They can read everything you have written, so you do not need to repeat anything.',
  handOverHere: 'The answer comes to you in this conversation.',
  handOverBack: 'Our team is back on {when}.',
  sorry: 'I am sorry that my answer did not help.',
  incident: 'What you describe fits a problem that we already know about:',
  incidentTell: 'You hear from us here when it is over.',
  correction:
    'My earlier answer to you was wrong: the article it came from has been corrected. I am sorry.',
  correctionNow: 'This is what the article says now:',
  correctionNone: 'The article it came from no longer applies, so do not rely on that answer.',
  sign: '{assistant}, automated assistant of {workspace}',
  linkInArticle: '[link in the article]',
};
