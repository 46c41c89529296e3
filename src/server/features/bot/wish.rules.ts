/** Whether somebody asks for a person, in English, German, French, Spanish, Italian, Dutch or Portuguese. */
import { plain } from './plain.rules.ts';

const nouns =
  'human( being)?|person|people|agent|representative|rep|operator|adviser|advisor|supervisor|manager|staff member|team member|colleague|employee|support team|customer (service|support|care)|live (chat|support)';
const fillers =
  "(to|with|me|us|please|now|directly|just|a|an|any|some|the|your|one|of|real|live|actual|human|proper|support|service|customer|sales|technical|through|over|on|in|touch|and|want|like|'d)";
const articles =
  '(a|an|the|un|une|una|uno|um|uma|ein|eine|einen|einem|einer|een|der|le|el|il|o|um)';
const qualities =
  '(real|live|human|actual|echte?[nrm]?|richtige[nrm]?|menschliche[nrm]?|vraie?|autentic[oa]|real|ver[ao]|verdadeir[oa])';
const bareNouns =
  '(human|human being|person|agent|representative|operator|mensch(en)?|mitarbeiter(in)?|berater(in)?|ansprechpartner(in)?|humain|personne|conseill(er|ere)|operateur|humano|humana|persona|agente|asesor|asesora|operador|operadora|representante|umano|operatore|operatrice|consulente|mens|medewerker|persoon|pessoa|atendente)';
const courtesy =
  "(please|pls|now|thanks|thank you|bitte|danke|s'il (vous|te) plait|svp|por favor|per favore|grazie|alstublieft|alsjeblieft|aub|graag)";

const patterns: readonly RegExp[] = [
  // The word alone: "agent", "a real person please", "Mitarbeiter bitte".
  new RegExp(`^(${courtesy} )?(${articles} )?(${qualities} )*${bareNouns}( ${courtesy})*$`),
  // English
  new RegExp(
    `\\b(talk|speak|chat|connect|transfer|escalate|pass|put|hand|get|give|reach|contact) (${fillers} )*(someone|somebody|anyone|${nouns})\\b`,
  ),
  new RegExp(
    `\\b(want|need|would like|i'd like|prefer|require|have|is there|are there) (${fillers} )*(${nouns})\\b(?! (who|that|which))`,
  ),
  /\b(not|don't|dont|do not|won't|no) (want|like|talk|talking|speak|speaking|chat|chatting|more|wish)\b.{0,25}\b(bots?|robots?|machines?|chatbots?|ai)\b/,
  /\b(no|stop the|enough of) (more )?(stupid |annoying )?(bots?|robots?|chatbots?)\b/,
  /\b(real|live|actual) (person|human|agent|people)\b/,
  // German
  /\b(mensch|mitarbeiter|berater|person|jemand|kolleg|ansprechpartner|kundenservice|kundendienst|kundenberat)\p{L}*\b.{0,25}\b(sprechen|reden|chatten|telefonieren|verbinden|verbunden|weiterleiten)\b/u,
  /\b(sprechen|reden|verbinde|verbinden sie|leite|leiten sie|geben sie|gib|hol|holen sie)\b.{0,25}\b(mensch|mitarbeiter|berater|person|jemand|kolleg|ansprechpartner|kundenservice)/,
  /\b(brauche|mochte|will|wunsche|hatte gern|gibt es)( \p{L}+)? (einen|eine|nen|ne) (\p{L}+ )?(mensch|mitarbeiter|berater|ansprechpartner)/u,
  /\b(echte|richtige|menschliche)[nrm]? (mensch|mitarbeiter|person|ansprechpartner|berater)/,
  /\bkein(en)? (bot|roboter|chatbot|maschine)\b/,
  // French
  /\b(parler|discuter|echanger|communiquer|contacter|joindre|voir)\b.{0,20}\b(quelqu'un|humain|personne|conseill\p{L}+|agent|operateur|responsable)\b/u,
  /\b(passez|mettez|transferez|passe|mets)[- ]moi\b.{0,25}\b(quelqu'un|humain|personne|conseill\p{L}+|agent|operateur)\b/u,
  /\b(je veux|je voudrais|j'aimerais|je souhaite|besoin d'?)\W{0,2}(avoir )?(un|une|de l'aide d'un) ?(vraie? )?(humain|conseill\p{L}+|personne|operateur|agent|etre humain)\b/u,
  // Spanish
  /\b(hablar|chatear|comunicar\p{L}*|contactar|conectar\p{L}*|conecteme|conectame|pasame|paseme|pasarme|comuniqueme|transfier\p{L}*)\b.{0,20}\b(persona|human[oa]|alguien|agente|asesora?|operadora?|representante)\b/u,
  /\b(quiero|necesito|quisiera|prefiero) (a )?(un|una) (\p{L}+ )?(persona|human[oa]|agente|asesora?|operadora?|representante)\b/u,
  // Italian
  /\b(parlare|chattare|passami|passatemi|mettimi|mettetemi|contattare|collegami|parlo)\b.{0,20}\b(persona|umano|operat\p{L}+|qualcuno|agente|consulente|addett[oa])\b/u,
  /\b(voglio|vorrei|mi serve|ho bisogno di|preferisco) (un|una|un') ?(\p{L}+ )?(persona|umano|operat\p{L}+|agente|consulente)\b/u,
  // Dutch
  /\b(mens|medewerker|persoon|iemand|collega|adviseur)\b.{0,20}\b(spreken|praten|chatten|bellen|verbinden)\b/,
  /\b(spreken|praten|chatten|verbind\p{L}*)\b.{0,20}\b(mens|medewerker|persoon|iemand|collega|adviseur)\b/u,
  /\b(ik wil|mag ik|kan ik|graag) (graag )?(een )?(echte? )(mens|persoon|medewerker)\b/,
  // Portuguese
  /\b(falar|conversar|contatar|contactar|passa\p{L}*|passe|transf\p{L}+|liga\p{L}*)\b.{0,20}\b(pessoa|human[oa]|alguem|atendente|agente|operadora?)\b/u,
  /\b(quero|preciso de|preciso|gostaria de|prefiro) (um|uma) (\p{L}+ )?(pessoa|human[oa]|atendente|agente|operadora?)\b/u,
];

const refusals: readonly RegExp[] = [
  /\b(don't|dont|do not|no need|not necessary|rather not|needn't)\b( \p{L}+){0,3} (talk|speak|human|person|agent|someone|somebody)\b/u,
  /\b(keinen?|nicht mit) (mensch|mitarbeiter|person|berater)/,
];

const machines = /\b(bots?|robots?|machines?|chatbots?|ai|roboter|maschine)\b/;

/** True for a wish in the first lines of a text; "I do not need a person" is none. */
export function wantsPerson(text: string): boolean {
  const said = plain(text)
    .replace(/[.,;:!?¿¡"()]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (!machines.test(said) && refusals.some((refusal) => refusal.test(said))) return false;
  return patterns.some((pattern) => pattern.test(said));
}
