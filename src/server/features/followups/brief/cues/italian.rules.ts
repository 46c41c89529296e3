import type { Cues } from './cue.rules.ts';

const DO =
  'invi\\w+|mand\\w+|chiam\\w+|richiam\\w+|scriv\\w+|rimbors\\w+|sped\\w+|contatt\\w+|ricontatt\\w+|prov\\w+|verific\\w+|chied\\w+|apr\\w+|control\\w+|port\\w+|confer\\w+|aggiorn\\w+|fa(?:ccio|ro|re|remo)|inoltr\\w+|segnal\\w+|annull\\w+|sostitu\\w+|alleg\\w+|tenere|terro|terremo|tengo';

/** Italian. */
export const italian: Cues = {
  greeting: /^(?:ciao|salve|buongiorno|buonasera|buon pomeriggio|benvenut\w+|gentile)\b/,
  filler:
    /^(?:ok|va bene|si|no|grazie(?: mille)?|perfetto|certo|capisco|ah|oh|allora|bene|d'accordo|ottimo|e|ma|scusi|mi dispiace|benissimo|capito|quindi)\b/,
  acknowledgement:
    /^(?:(?:ok|va bene|si|grazie|mille|perfetto|certo|capisco|ah|oh|bene|d'accordo|ottimo|benissimo|capito|prego|molto|gentile|tante|figurati|si figuri|hm+)(?:[\s,.!:;)(-]+|$))+$/,
  thanks: /\b(?:grazie|ringrazio)\b/,
  closing: /\b(?:arrivederci|buona (?:giornata|serata)|a presto|saluti|buon (?:viaggio|weekend))\b/,
  satisfied: /\b(?:e tutto|nient'altro|tutto (?:qui|a posto|chiaro)|basta cosi)\b|^no,? grazie/,
  yesNo:
    /^(?:si|no|certo|certamente|purtroppo|esatto|assolutamente|non ancora|di solito|normalmente)\b/,
  polarity:
    /\b(?:(?:lei )?(?:puo|puoi|deve|devi)|non e|e (?:possibile|gratuito|incluso)|purtroppo|gratis|gratuit\w+|bisogna|basta)\b/,
  hold: /\b(?:un (?:momento|attimo|secondo|minuto)|attenda|controllo (?:subito|un attimo|ora)|verifico (?:subito|un attimo|ora)|vediamo|mi faccia (?:controllare|vedere|verificare)|la (?:trasferisco|metto in contatto|passo)|sto (?:controllando|verificando))\b/,
  defer:
    /\b(?:non (?:lo )?so\b|devo (?:chiedere|verificare|sentire|controllare)|(?:chiedo|chiedero|sentiro|mi informo|mi informero)|le (?:faccio|faro) sapere|non (?:ho|dispongo) (?:di )?(?:questa )?informazion\w+|non sono sicur\w)\b/,
  ask: /\b(?:(?:puo|puoi|potrebbe|potresti|possiamo|mi (?:puo|puoi|potrebbe))|per favore|per cortesia|ho bisogno|vorrei|voglio|vorremmo|mi serve|ci serve|mi dia|mi dica|qual e (?:il|la))\b/,
  instruction:
    /\b(?:(?:per favore,? )?(?:riavvii|riavvia|scolleghi|stacchi|apra|apri|clicchi|clicca|prema|premi|provi|prova a|spenga|accenda|vada|vai su|disinstalli|controlli|verifichi)|ha (?:gia )?provato|hai (?:gia )?provato|puo (?:andare|usare|fare)|basta)\b/,
  questionStart:
    /^(?:(?:e|ma|ok|ciao|salve|buongiorno)[, ]+)*(?:come (?:posso|faccio|mai)|quando|quanto|dove|perche|cosa (?:devo|succede|posso)|che cosa|quale|qual e|chi |posso|c'e|avro|riceverò|ricevero)\b/,
  idle: /\b(?:(?:come|in cosa|in che modo) posso (?:aiutar\w+|esserle|esserti)|posso (?:aiutar\w+|fare altro)|altro\?|qualcos'altro|altre domande|e ancora (?:li|in linea)|c'e qualcuno|come sta|mi puo aiutare|mi potete aiutare|parlare con un operatore)/,
  smallTalk:
    /\b(?:che tempo fa|fine settimana|la partita|il mio (?:cane|gatto)|mia (?:moglie|figlia)|mio (?:marito|figlio)|piove|c'e il sole)\b/,
  attempt:
    /\b(?:ho|abbiamo)(?: gia| anche)? (?:provato|riavviato|chiamato|scritto|controllato|verificato|cambiato|staccato|scollegato|reinstallato|disinstallato|contattato|aggiornato|chiesto|compilato|fatto)\b/,
  did: /^(?:(?:ok|si|ecco)[, ]+)*(?:fatto|l'ho fatto|ho (?:fatto|provato)|ancora|sempre (?:lo stesso|uguale)|stesso|stessa|niente|no|funziona|non)\b/,
  done: /\b(?:fatto|ecco|(?:ho|abbiamo|le ho|ho appena) (?:gia |appena )?(?:inviat\w+|mandat\w+|rimborsat\w+|spedit\w+|annullat\w+|bloccat\w+|modificat\w+|corrett\w+|apert\w+|registrat\w+|inoltrat\w+|attivat\w+|allegat\w+|prenotat\w+|cambiat\w+)|(?:e|sono) stat[oaie] \w+|in allegato)\b/,
  fails:
    /\b(?:ancora (?:niente|nulla|non|lo stesso)|non (?:funziona|va|cambia|e cambiato) ?(?:ancora)?|stesso (?:errore|problema)|sempre lo stesso|senza successo|niente da fare)\b/,
  works:
    /\b(?:(?:ora|adesso) (?:funziona|va)|funziona (?:ora|adesso|di nuovo)|(?:problema )?risolto|tutto a posto)\b/,
  problem:
    /\b(?:non (?:e|ho|funziona|riesco|arriva|si|va|parte|mi|sono|ricevuto|posso|trovo|hanno)|error\w*|rott[oa]|guast[oai]|difettos\w+|danneggiat\w+|manca\w*|mancano|pers[oaie]\b|smarrit\w+|rubat\w+|bloccat\w+|sbagliat\w+|due volte|doppi[oa]|troppo|ritardo|cancellat\w+|problema|problemi|addebitat\w+|mai arrivat\w+|senza (?:internet|risposta|linea)|reclam\w+|lent[oa])\b/,
  wish: /\b(?:vorrei|voglio|ho bisogno|mi serve|volevo|vorremmo|come posso|e possibile)\b/,
  also: /^(?:e )?(?:anche|inoltre|un'altra cosa|poi|secondo|a proposito|\(?[2-9][).])/,
  commit: new RegExp(
    `\\b(?:le|ti|vi|la|lo|gliel[oa]|te l[oa]) (?:\\w+ )?(?:invio|mando|chiamo|richiamo|scrivo|rimborso|spedisco|ricontatto|inviero|mandero|chiamero|richiamero|scrivero|rimborseremo|rimborsero|spediremo|invieremo|manderemo|ricontatteremo|contatteremo|contattero|ricontattero|faccio sapere|faro sapere|faremo sapere|terro aggiornat\\w+|terremo)\\b|\\b(?:invio|mando|porto|inviero|mandero|chiamero|provero|portero|apriro|apriremo|segnalero|inoltro|inoltrero|chiedero|spediro|faro|apro|controllero|rimborseremo|procedero)\\b|\\b(?:vado|andiamo) a (?:${DO})`,
  ),
  commitOther:
    /\b(?:(?:ricevera|riceverai|avra|sara|verra) |(?:un|una|il|la|nostr\w+|mi[oa]) (?:\w+ ){0,3}(?:la|ti|le) (?:chiamera|contattera|richiamera|rispondera|scrivera)|(?:corriere|tecnico|collega) .{0,30}(?:passera|verra|consegnera|chiamera))/,
  commitVerb: new RegExp(`\\b(?:${DO})\\b`),
  noCommit:
    /\b(?:quando ricevero|non (?:la|le) posso|se (?:vuole|vuoi)|le scrivo perche|chiamo perche|sara possibile\?|verifico subito|controllo subito)\b/,
  retract:
    /\b(?:lasci (?:stare|perdere)|lascia stare|non (?:serve|importa)|non occorre|come non detto)\b/,
  offerIf:
    /\b(?:se (?:non|vuole|vuoi|serve|il|la|fosse|dovesse)|nel caso|appena|una volta|qualora)\b/,
  human: /\b(?:parlare con (?:un|una|qualcuno)|persona (?:vera|reale)|un umano|un operatore)\b/,
  abandon: /\b(?:lasci perdere|lascia perdere|devo (?:andare|scappare)|piu tardi|un'altra volta)\b/,
  urgent:
    /\b(?:urgen\w+|al piu presto|il prima possibile|subito|immediatamente|stasera|oggi stesso|emergenza|avvocato|scadenza)\b/,
  critical:
    /\b(?:medicin\w+|farmac\w+|rubat\w+|frode|truffa\w*|hackerat\w+|fumo|bruci\w+|incendio|scintille|nessuno riesce|tutti gli utenti|in aeroporto)\b/,
  calm: /\b(?:non (?:e urgente|c'e fretta)|senza fretta|con calma|quando (?:puo|puoi)|solo (?:una )?(?:domanda|curiosita|informazione)|per curiosita)\b/,
  repeat:
    /\b(?:(?:seconda|terza|quarta) volta|di nuovo|ho gia (?:chiamato|scritto|spiegato)|piu volte|da (?:settimane|mesi|giorni))\b/,
};
