import type { BriefUrgency } from '../../../../contracts/briefs.ts';
import type { Evidence } from '../../../../contracts/understanding.ts';
import { foldText, spansOf } from '../text/folded.rules.ts';
import { phrases } from '../text/words.rules.ts';

/** How soon a ticket must be looked at, and the words that say so. */
export type UrgencyReading = {
  value: number;
  level: BriefUrgency;
  confidence: number;
  evidence: (Evidence & { reason: string })[];
};

type Cue = { reason: string; weight: number; pattern: RegExp };

const cues: readonly Cue[] = [
  {
    reason: 'says it is urgent',
    weight: 1.8,
    pattern: phrases(
      `urgent|urgently|urgency|asap|as soon as possible|emergency|immediately|right away|right now|straight away|critical|top priority|time sensitive|can't wait|cannot wait
      dringend*|sofort|schnellstmoglich|so schnell wie moglich|umgehend|unverzuglich|notfall|eilt|eilig|unbedingt heute
      urgent*|urgence|au plus vite|des que possible|immediatement|tout de suite|le plus rapidement possible
      urgente|urgentemente|urgencia|lo antes posible|cuanto antes|inmediatamente|ahora mismo|de inmediato|emergencia
      urgenza|il prima possibile|al piu presto|immediatamente|subito|emergenza
      dringend|spoed|zo snel mogelijk|onmiddellijk|meteen|met spoed|noodgeval
      o mais rapido possivel|imediatamente|quanto antes|agora mesmo|emergencia|com urgencia`,
    ),
  },
  {
    reason: 'something is down or lost',
    weight: 1.5,
    pattern: phrases(
      `outage|is down|are down|went down|production|nobody can|no one can|cannot work|can't work|stopped working|completely blocked|locked out|stolen|hacked|lost access|data loss|everything is broken|whole team|all users|entire office
      ausfall|ausgefallen|lahmgelegt|niemand kann|steht still|gestohlen|gehackt|datenverlust|ausgesperrt|kein zugriff|produktion steht
      en panne|hors service|personne ne peut|vole|volee|pirate|piratee|bloque|bloquee|perte de donnees
      caido|caida|nadie puede|robado|robada|hackeado|bloqueado|bloqueada|perdida de datos|no podemos trabajar
      fuori servizio|nessuno puo|rubato|rubata|hackerato|bloccato|bloccata|non possiamo lavorare
      storing|ligt plat|niemand kan|gestolen|gehackt|geblokkeerd|buitengesloten|kunnen niet werken
      fora do ar|ninguem consegue|roubado|roubada|hackeado|bloqueado|bloqueada|nao conseguimos trabalhar`,
    ),
  },
  {
    reason: 'names a time that is near',
    weight: 1,
    pattern: phrases(
      `today|tonight|tomorrow|by monday|by tuesday|by wednesday|by thursday|by friday|this morning|this afternoon|this evening|deadline|in an hour|within the hour|in two hours|before noon|end of day|by the end of the day|due date|expires
      heute|heute abend|morgen|bis montag|bis freitag|frist|in einer stunde|bis mittag|lauft ab
      aujourd'hui|ce soir|demain|avant midi|avant ce soir|date limite|dans une heure|expire
      hoy|esta noche|esta tarde|manana|antes de las|fecha limite|en una hora|caduca|vence
      oggi|stasera|domani|entro|scadenza|tra un'ora|scade
      vandaag|vanavond|morgen|voor vrijdag|binnen een uur|deadline|verloopt
      hoje|esta noite|amanha|prazo|dentro de uma hora|expira|vence`,
    ),
  },
  {
    reason: 'somebody may be hurt or losing money',
    weight: 2,
    pattern: phrases(
      `fire|smoke|burning|sparks|electric shock|injured|hospital|gas smell|smell of gas|smell gas|bleeding|allergic reaction|medication|medicine|insulin|losing money|losing customers|losing sales|stranded|stuck at the airport|flight leaves|my wedding|funeral
      feuer|rauch|brennt|funken|stromschlag|verletzt|krankenhaus|gasgeruch|blutet|medikament*|gestrandet
      incendie|fumee|brule|etincelles|blesse|blessee|hopital|odeur de gaz|medicament*
      fuego|humo|quemando|chispas|herido|herida|hospital|olor a gas|medicamento*
      incendio|fumo|brucia|scintille|ferito|ferita|ospedale|odore di gas|medicin*
      brand|rook|vonken|gewond|ziekenhuis|gaslucht|medicijn*
      fogo|fumaca|queimando|faiscas|ferido|ferida|hospital|cheiro de gas|remedio*`,
    ),
  },
  {
    reason: 'has waited or asked before',
    weight: 0.8,
    pattern: phrases(
      `still waiting|still no|no reply|no answer|no response|nobody answers|third time|second time|again and again|for weeks|for days|several times|many times|already written|already called|chasing|reminder|follow up
      warte noch|immer noch|keine antwort|zum dritten mal|zum zweiten mal|seit wochen|seit tagen|mehrmals|mehrfach|erinnerung
      toujours pas|sans reponse|aucune reponse|troisieme fois|deuxieme fois|depuis des semaines|depuis des jours|plusieurs fois|relance
      sigo esperando|sin respuesta|tercera vez|segunda vez|desde hace semanas|varias veces|todavia no
      sto ancora aspettando|nessuna risposta|terza volta|seconda volta|da settimane|da giorni|piu volte|sollecito
      wacht nog|nog steeds|geen antwoord|derde keer|tweede keer|al weken|al dagen|meerdere keren|herinnering
      ainda nao|sem resposta|terceira vez|segunda vez|ha semanas|ha dias|varias vezes`,
    ),
  },
];

const calm = phrases(
  `no hurry|no rush|not urgent|isn't urgent|is not urgent|when you have time|whenever you can|take your time|not in a hurry|just curious|just wondering|low priority|at your convenience|not an emergency
  nicht dringend|keine eile|eilt nicht|nicht eilig|wenn sie zeit haben|hat zeit|nur eine frage
  pas urgent|rien d'urgent|pas presse|quand vous aurez le temps|simple question
  no es urgente|sin prisa|no hay prisa|cuando puedan|cuando pueda|cuando tengan tiempo
  non e urgente|nessuna fretta|senza fretta|quando avete tempo|quando potete
  niet dringend|geen haast|geen spoed|als u tijd heeft|wanneer het uitkomt
  nao e urgente|sem pressa|quando puderem|quando puder`,
);

const BASE = -1.5;

/** Reads how urgent the messages of a customer are, 0 to 1, with a reason for every point. */
export function readUrgency(messages: readonly { id: string; text: string }[]): UrgencyReading {
  const evidence: UrgencyReading['evidence'] = [];
  let logit = BASE;
  const seen = new Set<string>();
  for (const { id, text } of messages) {
    const folded = foldText(text);
    const calming = spansOf(folded, calm);
    for (const span of calming) evidence.push({ message: id, ...span, reason: 'says it can wait' });
    if (calming.length > 0) logit -= 2;
    for (const { reason, weight, pattern } of cues) {
      const found = spansOf(folded, pattern).filter(
        (span) => !calming.some((other) => span.start < other.end && other.start < span.end),
      );
      for (const span of found.slice(0, 3)) evidence.push({ message: id, ...span, reason });
      if (found.length > 0) logit += seen.has(reason) ? weight * 0.3 : weight;
      if (found.length > 0) seen.add(reason);
    }
    if (/!{2,}|[A-Z]{4,}.*[A-Z]{4,}/.test(text.slice(0, 2_000))) logit += 0.5;
  }
  const value = 1 / (1 + Math.exp(-logit));
  const confidence = evidence.length === 0 ? 0.5 : Math.min(0.95, 0.6 + 0.1 * evidence.length);
  return { value, level: levelOf(value), confidence, evidence };
}

function levelOf(value: number): BriefUrgency {
  if (value < 0.1) return 'low';
  if (value < 0.5) return 'normal';
  return value < 0.82 ? 'high' : 'urgent';
}
