import type { FrameTexts } from './frame.types.ts';

/** What the assistant says of itself in French. */
export const french: FrameTexts = {
  hello: 'Bonjour {name},',
  helloPlain: 'Bonjour,',
  who: 'Je suis {assistant}, l’assistant automatique de {workspace}.',
  answer: 'Voici ce que disent nos articles sur votre question :',
  answerAgain: 'Avec ce que vous avez ajouté, voici ce que disent nos articles :',
  onlyIn: 'L’article existe uniquement dans cette langue : {language}.',
  more: 'En savoir plus :',
  notHelped: 'Cela ne m’a pas aidé, demander à une personne',
  helped: 'C’est résolu',
  replyToo: 'Vous pouvez aussi répondre à ce message et compléter ce qui manque.',
  ask: 'Pour trouver la bonne réponse, il me faut quelques précisions :',
  askOne: 'Pour trouver la bonne réponse, il me faut une précision :',
  askHow: 'Une courte réponse avec les numéros suffit.',
  askHowOne: 'Une courte réponse suffit.',
  askLetter:
    'Une courte réponse suffit, par exemple « b ». Si rien ne convient, dites-le avec vos propres mots.',
  askPerson: 'Demander plutôt à une personne',
  closingGlad: 'Ravi de lire que c’est résolu.',
  closingClosed: 'Cette conversation est maintenant terminée.',
  closingAgain: 'Si le problème revient, répondez ici et la conversation sera de nouveau ouverte.',
  remindAnswer: 'Je n’ai pas eu de vos nouvelles depuis ma réponse. Vous a-t-elle aidé ?',
  remindQuestions:
    'Je n’ai pas eu de vos nouvelles depuis mes questions. Il ne manque que votre réponse.',
  remindClose:
    'Sans réponse, cette conversation se termine d’elle-même ; vous pouvez y revenir à tout moment.',
  handOver: 'Une personne de notre équipe prend la suite.',
  handOverKnows: 'Elle peut lire tout ce que vous avez écrit, vous n’avez donc rien à répéter.',
  handOverHere: 'La réponse vous parvient dans cette conversation.',
  handOverBack: 'Notre équipe est de retour le {when}.',
  sorry: 'Je suis désolé que ma réponse n’ait pas aidé.',
  incident: 'Ce que vous décrivez correspond à un problème que nous connaissons déjà :',
  incidentTell: 'Vous aurez de nos nouvelles ici dès que ce sera terminé.',
  correction:
    'Ma réponse précédente était fausse : l’article dont elle vient a été corrigé. J’en suis désolé.',
  correctionNow: 'Voici ce que dit l’article maintenant :',
  correctionNone:
    'L’article dont elle vient n’est plus valable ; ne vous fiez pas à cette réponse.',
  sign: '{assistant}, assistant automatique de {workspace}',
  linkInArticle: '[lien dans l’article]',
};
