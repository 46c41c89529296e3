import type { FrameTexts } from './frame.types.ts';

/** What the assistant says of itself in Dutch. */
export const dutch: FrameTexts = {
  hello: 'Hallo {name},',
  helloPlain: 'Hallo,',
  who: 'Ik ben {assistant}, de automatische assistent van {workspace}.',
  answer: 'Dit staat in onze artikelen over uw vraag:',
  answerAgain: 'Met wat u hebt toegevoegd, staat dit in onze artikelen:',
  onlyIn: 'Het artikel bestaat alleen in deze taal: {language}.',
  more: 'Meer lezen:',
  notHelped: 'Dit hielp niet, vraag het een mens',
  helped: 'Hiermee is het opgelost',
  replyToo: 'U kunt ook op dit bericht antwoorden en aanvullen wat ontbreekt.',
  ask: 'Om het juiste antwoord te vinden, moet ik nog iets meer weten:',
  askOne: 'Om het juiste antwoord te vinden, moet ik nog één ding weten:',
  askHow: 'Een kort antwoord met de nummers is genoeg.',
  askHowOne: 'Een kort antwoord is genoeg.',
  askLetter:
    'Een kort antwoord is genoeg, bijvoorbeeld „b”. Past niets, zeg het dan in uw eigen woorden.',
  askPerson: 'Liever een mens vragen',
  closingGlad: 'Fijn om te lezen dat het is opgelost.',
  closingClosed: 'Dit gesprek is nu afgesloten.',
  closingAgain: 'Komt het probleem terug, antwoord dan hier; het gesprek is dan weer open.',
  remindAnswer: 'Sinds mijn antwoord heb ik niets van u gelezen. Heeft het geholpen?',
  remindQuestions:
    'Sinds mijn vragen heb ik niets van u gelezen. Alleen uw antwoord ontbreekt nog.',
  remindClose: 'Zonder antwoord eindigt dit gesprek vanzelf; u kunt er altijd op terugkomen.',
  handOver: 'Vanaf hier neemt een mens van ons team het over.',
  handOverKnows: 'Alles wat u hebt geschreven is daar te lezen, u hoeft niets te herhalen.',
  handOverHere: 'Het antwoord komt in dit gesprek naar u toe.',
  handOverBack: 'Ons team is er weer op {when}.',
  sorry: 'Het spijt me dat mijn antwoord niet hielp.',
  incident: 'Wat u beschrijft past bij een probleem dat wij al kennen:',
  incidentTell: 'U hoort hier van ons zodra het voorbij is.',
  correction:
    'Mijn eerdere antwoord aan u was fout: het artikel waar het uit komt is verbeterd. Dat spijt me.',
  correctionNow: 'Dit staat er nu in het artikel:',
  correctionNone: 'Het artikel waar het uit komt geldt niet meer; vertrouw niet op dat antwoord.',
  sign: '{assistant}, automatische assistent van {workspace}',
  linkInArticle: '[link in het artikel]',
};
