import type { FrameTexts } from './frame.types.ts';

/** What the assistant says of itself in Italian. */
export const italian: FrameTexts = {
  hello: 'Buongiorno {name},',
  helloPlain: 'Buongiorno,',
  who: 'sono {assistant}, l’assistente automatico di {workspace}.',
  answer: 'Ecco che cosa dicono i nostri articoli sulla sua domanda:',
  answerAgain: 'Con quello che ha aggiunto, ecco che cosa dicono i nostri articoli:',
  onlyIn: 'L’articolo esiste solo in questa lingua: {language}.',
  more: 'Per saperne di più:',
  notHelped: 'Non mi ha aiutato, chiedere a una persona',
  helped: 'Così è risolto',
  replyToo: 'Può anche rispondere a questo messaggio e aggiungere ciò che manca.',
  ask: 'Per trovare la risposta giusta mi servono alcune informazioni:',
  askOne: 'Per trovare la risposta giusta mi serve ancora un’informazione:',
  askHow: 'Basta una breve risposta con i numeri.',
  askHowOne: 'Basta una breve risposta.',
  askLetter:
    'Basta una breve risposta, per esempio «b». Se nulla corrisponde, lo dica con parole sue.',
  askPerson: 'Preferisco chiedere a una persona',
  closingGlad: 'Mi fa piacere leggere che è risolto.',
  closingClosed: 'Questa conversazione è ora chiusa.',
  closingAgain: 'Se il problema torna, risponda qui e la conversazione si riapre.',
  remindAnswer: 'Dopo la mia risposta non ho più avuto sue notizie. Le è stata utile?',
  remindQuestions: 'Dopo le mie domande non ho più avuto sue notizie. Manca solo la sua risposta.',
  remindClose:
    'Senza risposta questa conversazione finisce da sola; può tornarci in qualsiasi momento.',
  handOver: 'Da qui in poi se ne occupa una persona del nostro team.',
  handOverKnows: 'Può leggere tutto ciò che ha scritto, quindi non deve ripetere nulla.',
  handOverHere: 'La risposta le arriva in questa conversazione.',
  handOverBack: 'Il nostro team torna: {when}.',
  sorry: 'Mi dispiace che la mia risposta non sia stata utile.',
  incident: 'Quello che descrive corrisponde a un problema che conosciamo già:',
  incidentTell: 'Avrà nostre notizie qui appena sarà finito.',
  correction:
    'La mia risposta precedente era sbagliata: l’articolo da cui proviene è stato corretto. Mi dispiace.',
  correctionNow: 'Ecco che cosa dice ora l’articolo:',
  correctionNone: 'L’articolo da cui proviene non è più valido; non si affidi a quella risposta.',
  sign: '{assistant}, assistente automatico di {workspace}',
  linkInArticle: '[link nell’articolo]',
};
