/** Things that a text says were done, or will be: allowed only where they were. */
import { foldText, spansOf } from '../../understanding/text/folded.rules.ts';
import type { DraftAct } from './grounding.types.ts';

/** A promise in a sentence, with the act that would make it true. */
export interface Promised {
  readonly act: DraftAct;
  readonly text: string;
}

/**
 * What a sentence says that we did or will do, in seven languages. A sentence counts where somebody of ours
 * is its subject ("we will call you") or where something is said to be done for this customer ("your refund
 * has been approved"); "you can cancel" promises nothing.
 */
export function promisesIn(sentence: string): Promised[] {
  const folded = foldText(sentence);
  const isOurs = spansOf(folded, ourSubject).length > 0;
  return stems.flatMap(({ act, pattern }) => {
    const [verb] = spansOf(folded, pattern);
    if (!verb) return [];
    const isDone = spansOf(folded, done).length > 0 && spansOf(folded, yours).length > 0;
    return isOurs || isDone ? [{ act, text: verb.text }] : [];
  });
}

const word = (list: string): RegExp => new RegExp(`(?<![\\p{L}])(?:${list})(?![\\p{L}])`, 'gu');

// In Spanish, Italian and Portuguese the subject is in the ending: "reembolsaremos", "abbiamo", "vamos".
const ourSubject = word(
  "i (?:have|had|will|can|shall|am|just|already|did|do|was|now|then|hereby|\\p{L}+ed)|i'm|i'll|i've|we|we'll|we've|we're|let me|our (?:team|staff|agents?|colleagues?|support|experts?|specialists?)|(?:a|one of our|my) (?:colleagues?|agents?|specialists?|person|managers?|technicians?)|someone|somebody|the team|the assistant" +
    '|ich|wir|unser (?:team|support|kundendienst)|unsere (?:kollegen|mitarbeiter)|ein (?:kollege|mitarbeiter|mensch)|eine (?:kollegin|mitarbeiterin)|jemand|man wird' +
    "|je|j'ai|nous|on (?:vous|va|vient|est)|notre (?:equipe|service)|un (?:collegue|conseiller|agent)|une (?:collegue|conseillere|personne)|quelqu'un" +
    '|yo|nosotros|nuestro equipo|(?:le|lo|la|les|ya|te) he|he \\p{L}+[ai]do|hemos|voy a|vamos a|un (?:companero|agente|compañero)|una (?:companera|persona)|alguien|[\\p{L}]{3,}(?:aremos|eremos|iremos|amos|emos|imos)' +
    '|io|noi|il nostro team|ho|abbiamo|un (?:collega|operatore)|qualcuno|[\\p{L}]{3,}(?:eremo|iremo|iamo|ero)' +
    '|ik|wij|we zullen|ons team|een (?:collega|medewerker)|iemand' +
    '|eu|nos|nossa equipe|a nossa equipa|vou|um (?:colega|atendente)|alguem|[\\p{L}]{3,}(?:arei|erei|irei|ei)',
);
const done = word(
  'has been|have been|was|were|is being|are being|will be|is now|wurde|wurden|wird|werden|ist jetzt|a ete|ont ete|sera|est en cours|ha sido|han sido|fue|sera|ha quedado|e stat[oa]|sono stat[ie]|verra|sara|is|werd|wordt|zal worden|foi|foram|sera|esta sendo',
);
const yours = word(
  'your|you|ihre?|ihren|ihnen|dein|deine|dir|votre|vos|vous|su|sus|le|tu|suo|sua|le|lei|uw|u|jouw|je|seu|sua|lhe|voce',
);

const stems: readonly { act: DraftAct; pattern: RegExp }[] = [
  {
    act: 'refund',
    pattern: word(
      '(?:re-?)?refund\\p{L}*|reimburs\\p{L}*|credited|credit (?:your|you)|compensat\\p{L}*|pay (?:you )?back|paid (?:you )?back|ruckerstatt\\p{L}*|erstatt\\p{L}*|gutgeschrieben|gutschreiben|uberwiesen|rembours\\p{L}*|dedommag\\p{L}*|reembols\\p{L}*|devolver\\p{L}*|devolvido|devuelto|abonad\\p{L}*|abonar\\p{L}*|rimbors\\p{L}*|accredit\\p{L}*|terugbeta\\p{L}*|teruggestort|terugstort\\p{L}*|vergoed\\p{L}*|estorn\\p{L}*',
    ),
  },
  {
    act: 'cancel',
    pattern: word(
      'cancel\\p{L}*|terminat\\p{L}*|stornier\\p{L}*|gekundigt|kundigen|annul\\p{L}*|resili\\p{L}*|cancelad\\p{L}*|anulad\\p{L}*|anular\\p{L}*|disdett\\p{L}*|geannuleerd|annuleren|opgezegd',
    ),
  },
  {
    act: 'change',
    pattern: word(
      'chang(?:e|ed|ing)|updat(?:e|ed|ing)|reset|unlock\\p{L}*|activat\\p{L}*|deactivat\\p{L}*|delet\\p{L}*|upgrad\\p{L}*|extend\\p{L}*|fix(?:ed)?|correct(?:ed)?|approv\\p{L}*|geandert|andern|zuruckgesetzt|freigeschaltet|entsperrt|geloscht|loschen|verlangert|genehmigt|behoben|modifi\\p{L}*|reinitialis\\p{L}*|debloqu\\p{L}*|supprim\\p{L}*|approuv\\p{L}*|corrige\\p{L}*|cambiad\\p{L}*|cambiar\\p{L}*|modificad\\p{L}*|restablec\\p{L}*|desbloque\\p{L}*|eliminad\\p{L}*|aprobad\\p{L}*|modificat\\p{L}*|ripristin\\p{L}*|sblocc\\p{L}*|eliminat\\p{L}*|approvat\\p{L}*|gewijzigd|wijzigen|gereset|gedeblokkeerd|verwijderd|goedgekeurd|verlengd|alterad\\p{L}*|alterar\\p{L}*|redefin\\p{L}*|desbloquead\\p{L}*|excluid\\p{L}*|aprovad\\p{L}*',
    ),
  },
  {
    act: 'send',
    pattern: word(
      'send|sending|sent|ship(?:ped|ping)?|dispatch\\p{L}*|replace\\p{L}*|mail(?:ed)? you|email(?:ed)? you|deliver(?:ed)?|schicken?|geschickt|senden?|gesendet|versendet|verschickt|ersetz\\p{L}*|envo(?:i|y)\\p{L}*|expedi\\p{L}*|remplac\\p{L}*|envia\\p{L}*|enviou|reemplaz\\p{L}*|invi(?:o|amo|ato|ata|eremo|are)|spedi\\p{L}*|sostitui\\p{L}*|stuur|sturen|gestuurd|verzonden|verzend\\p{L}*|vervang\\p{L}*|substitu\\p{L}*',
    ),
  },
  {
    act: 'call',
    pattern: word(
      'call(?:s|ed|ing)? (?:you|back)|phone you|ring you|contact (?:you)|reach out|get (?:back|in touch)|rufen?|ruft|anrufen|zuruckrufen|angerufen|melden?|meldet|kontaktier\\p{L}*|appel\\p{L}*|rappel\\p{L}*|contact\\p{L}*|llamar\\p{L}*|contactar\\p{L}*|chiamer\\p{L}*|richiamer\\p{L}*|contatter\\p{L}*|bellen|belt|terugbellen|opnemen|neemt|ligar\\p{L}*|liga|entrar\\p{L}* em contato|contatar\\p{L}*',
    ),
  },
  {
    act: 'hand_over',
    pattern: word(
      'transfer(?:red|ring)?|forward(?:ed|ing)?|escalat\\p{L}*|hand(?:ed|ing)? (?:you |this |it )?over|take over|takes over|pass(?:ed)? (?:you|this|it)|connect (?:you)|weiterleit\\p{L}*|weitergeleitet|verbind\\p{L}*|ubergeb\\p{L}*|ubernimm\\p{L}*|eskalier\\p{L}*|transfer\\p{L}*|transmet\\p{L}*|transmis\\p{L}*|prend en charge|transfier\\p{L}*|pasar\\p{L}*|reenvi\\p{L}*|trasferi\\p{L}*|inoltr\\p{L}*|passer\\p{L}*|doorverbind\\p{L}*|doorgestuurd|doorsturen|overdrag\\p{L}*|neemt (?:het )?over|encaminh\\p{L}*|repass\\p{L}*',
    ),
  },
  {
    act: 'check',
    pattern: word(
      'check(?:ed|ing)?|investigat\\p{L}*|look(?:ed|ing)? into|looked at your|review(?:ed|ing)?|monitor\\p{L}*|escalat\\p{L}*|gepruft|prufen|uberpruf\\p{L}*|untersuch\\p{L}*|verifi\\p{L}*|examin\\p{L}*|revisad\\p{L}*|revisar\\p{L}*|comprob\\p{L}*|controllat\\p{L}*|controller\\p{L}*|verificat\\p{L}*|gecontroleerd|controleren|nagekeken|bekijken|verific\\p{L}*|analis\\p{L}*',
    ),
  },
  {
    act: 'notify',
    pattern: word(
      'let you know|notify you|inform you|keep you (?:posted|updated|informed)|update you|informier\\p{L}*|benachrichtig\\p{L}*|bescheid|inform\\p{L}*|tiendr\\p{L}* au courant|avis\\p{L}*|notific\\p{L}*|inform\\p{L}*|faremo sapere|laten weten|op de hoogte|avisar\\p{L}*',
    ),
  },
];
