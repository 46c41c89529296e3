import type { FrameTexts } from './frame.types.ts';

/** What the assistant says of itself in German. */
export const german: FrameTexts = {
  hello: 'Guten Tag {name},',
  helloPlain: 'Guten Tag,',
  who: 'ich bin {assistant}, der automatische Assistent von {workspace}.',
  answer: 'Das steht in unseren Artikeln zu Ihrer Frage:',
  answerAgain: 'Mit Ihren neuen Angaben finde ich das in unseren Artikeln:',
  onlyIn: 'Den Artikel gibt es nur in dieser Sprache: {language}.',
  more: 'Mehr dazu:',
  notHelped: 'Das hat nicht geholfen, einen Menschen fragen',
  helped: 'Damit ist es gelöst',
  replyToo: 'Sie können auch auf diese Nachricht antworten und ergänzen, was fehlt.',
  ask: 'Um die richtige Antwort zu finden, brauche ich noch ein paar Angaben:',
  askOne: 'Um die richtige Antwort zu finden, brauche ich noch eine Angabe:',
  askHow: 'Eine kurze Antwort mit den Nummern genügt.',
  askHowOne: 'Eine kurze Antwort genügt.',
  askLetter:
    'Eine kurze Antwort genügt, zum Beispiel „b“. Passt nichts davon, schreiben Sie es mit Ihren eigenen Worten.',
  askPerson: 'Lieber einen Menschen fragen',
  closingGlad: 'Schön zu lesen, dass es gelöst ist.',
  closingClosed: 'Das Gespräch ist damit abgeschlossen.',
  closingAgain:
    'Wenn das Problem wiederkommt, antworten Sie einfach hier, dann ist das Gespräch wieder offen.',
  remindAnswer: 'seit meiner Antwort habe ich nichts von Ihnen gelesen. Hat sie geholfen?',
  remindQuestions:
    'seit meinen Fragen habe ich nichts von Ihnen gelesen. Es fehlt nur noch Ihre Antwort.',
  remindClose:
    'Ohne Antwort endet dieses Gespräch von selbst; Sie können jederzeit darauf zurückkommen.',
  handOver: 'Ab hier übernimmt ein Mensch aus unserem Team.',
  handOverKnows: 'Alles, was Sie geschrieben haben, liegt dort vor; Sie müssen nichts wiederholen.',
  handOverHere: 'Die Antwort kommt in diesem Gespräch zu Ihnen.',
  handOverBack: 'Unser Team ist wieder da am {when}.',
  sorry: 'Es tut mir leid, dass meine Antwort nicht geholfen hat.',
  incident: 'Was Sie beschreiben, passt zu einer Störung, die wir schon kennen:',
  incidentTell: 'Sie hören hier von uns, sobald sie behoben ist.',
  correction:
    'Meine frühere Antwort an Sie war falsch: Der Artikel, aus dem sie stammt, wurde berichtigt. Das tut mir leid.',
  correctionNow: 'Jetzt steht in dem Artikel:',
  correctionNone:
    'Der Artikel, aus dem sie stammt, gilt nicht mehr; verlassen Sie sich nicht auf diese Antwort.',
  sign: '{assistant}, automatischer Assistent von {workspace}',
  linkInArticle: '[Link im Artikel]',
};
