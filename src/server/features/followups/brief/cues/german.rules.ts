import type { Cues } from './cue.rules.ts';

const DO =
  'schick\\w*|send\\w*|maile?n?|meld\\w*|ruf\\w*|schreib\\w*|bring\\w*|leit\\w*|erstatt\\w*|uberweis\\w*|veranlass\\w*|kummer\\w*|klar\\w*|pruf\\w*|reich\\w*|probier\\w*|versuch\\w*|teste?n?|lad\\w*|stell\\w*|geb\\w*|informier\\w*|buch\\w*|storni\\w*|erstell\\w*|tausch\\w*|bestell\\w*|richt\\w*|mach\\w*|frag\\w*|versend\\w*';

/** German, formal and informal address. */
export const german: Cues = {
  greeting:
    /^(?:hallo(?: zusammen)?|hi|hey|moin|servus|gruezi|guten (?:tag|morgen|abend)|gruss gott|willkommen|sehr geehrte\w*)\b/,
  filler:
    /^(?:ok(?:ay)?|ah|oh|also|na ja|naja|gut|ja|nein|danke|vielen dank|bitte|alles klar|super|prima|perfekt|klar|genau|verstehe|verstanden|gerne|und|aber|sehr gut|toll|in ordnung|tut mir leid|kein problem|dann)\b/,
  acknowledgement:
    /^(?:(?:ok(?:ay)?|ah|oh|gut|ja|danke|vielen|dank|schon|bitte|alles|klar|super|prima|perfekt|genau|verstehe|verstanden|gerne|das|ich|sehr|toll|in ordnung|kein problem|stimmt|passt|wunderbar|top|mfg|aha|hm+)(?:[\s,.!:;)(-]+|$))+$/,
  thanks: /\b(?:dank\w*|merci|besten dank)\b/,
  closing:
    /\b(?:tschus+i?|auf wiedersehen|schonen (?:tag|abend|feierabend)|bis dann|alles gute|mfg|mit freundlichen grussen|ciao)\b/,
  satisfied:
    /\b(?:das (?:war'?s|ist alles|war alles|ware alles)|nichts weiter|sonst nichts|keine weiteren fragen|alles erledigt|passt alles)\b|^nein,? danke/,
  yesNo:
    /^(?:ja|nein|doch|naturlich|selbstverstandlich|klar|leider|genau|richtig|noch nicht|in der regel|normalerweise|meistens)\b/,
  polarity:
    /\b(?:sie (?:konnen|mussen|brauchen|durfen)|du (?:kannst|musst|brauchst)|am besten|leider|nicht moglich|kostenlos|kostenfrei|es (?:ist|gibt|kostet)|das (?:ist|geht|kostet|wird))\b/,
  hold: /\b(?:einen? (?:moment|augenblick)|moment(?: bitte)?\b|(?:ich )?schaue? (?:mir )?(?:das|es|gerne|kurz|mal|gleich|nach)|ich (?:prufe|sehe) (?:das|es)? ?(?:kurz|gleich|mal|nach)|ich (?:verbinde|leite) (?:sie|dich)|ich sehe nach|bleiben sie (?:dran|bitte))\b/,
  defer:
    /\b(?:(?:muss|werde|mussen|werden) (?:ich|wir)?.{0,40}(?:klaren|nachfragen|abklaren|prufen|erkundigen|rucksprache)|weiss (?:ich )?(?:leider |das )*nicht|kann ich (?:ihnen |dir )?(?:leider |nicht |noch )*sagen|melde mich|melden uns|keine ahnung|frage (?:ich )?nach)\b/,
  ask: /\b(?:konn(?:en|ten) (?:sie|wir)|kannst du|konntest du|bitte|ich (?:brauche|benotige|mochte|will|hatte gern)|wir (?:brauchen|benotigen)|wie lautet|nennen sie)\b/,
  instruction:
    /\b(?:(?:starten|schalten|ziehen|stecken|offnen|drucken|klicken|prufen|loschen|versuchen|probieren|stellen|gehen|installieren|aktualisieren|melden|trennen|halten) sie|\bbitte (?:\w+ ){0,2}?\w{3,}n sie\b|^\w{3,}n sie (?:bitte|die|den|das|in|auf|unter|es|einmal)\b|unter einstellungen|bitte .{0,30}(?:neu ?starten|einstecken|ausschalten|einschalten|offnen|drucken|loschen|prufen|testen)|haben sie (?:schon|bereits)|sie konnen|du kannst|starte |versuch(?:e|s)? )\b/,
  questionStart:
    /^(?:(?:und|aber|ok|hallo)[, ]+)*(?:wie (?:kann|lange|viel|geht|ist|kommt)|wann|wo |wohin|was (?:ist|kostet|passiert|mache)|warum|wieso|wer |welche\w*|(?:kann|muss|wird|ist|gibt|haben|habe|bekomme|darf|soll|konnen|werden|sind) (?:ich|man|das|es|sie|wir|der|die|mein\w*))\b/,
  idle: /\b(?:wie kann ich (?:ihnen |dir )?helfen|kann ich (?:sonst|noch|ihnen|dir).{0,40}(?:helfen|tun)|noch (?:etwas|was|fragen)|sind sie noch da|bist du noch da|ist da (?:jemand|wer)|wie geht es|mit einem (?:mitarbeiter|kollegen|menschen) (?:sprechen|verbinden)|hat (?:das|ihnen das) geholfen|in ordnung\?|was soll das|konnen sie mir helfen|ist das ihr ernst)\b/,
  smallTalk:
    /\b(?:wetter|wochenende|fussball|mittagspause|mein (?:hund|kater|mann|sohn)|meine (?:katze|frau|tochter)|sonnig|regnet)\b/,
  attempt:
    /\b(?:(?:ich |wir )?(?:hab|habe|haben) .{0,60}(?:probiert|versucht|neu ?gestartet|gestartet|zuruckgesetzt|getauscht|gewechselt|gepruft|getestet|angerufen|geschrieben|geloscht|installiert|aktualisiert|ausgeschaltet|eingeschaltet|gezogen|eingesteckt|nachgesehen|kontaktiert|gefragt|gemessen|durchgefuhrt)|schon (?:probiert|versucht|gemacht|alles))\b/,
  did: /^(?:(?:ok|ja|so|also)[, ]+)*(?:gemacht|erledigt|hab(?:e)? ich|getan|immer noch|geht (?:nicht|immer|wieder|jetzt)|gleiche?s? |kein(?:e)? |funktioniert|leider|nichts|nein)\b/,
  done: /\b(?:erledigt|fertig|(?:habe|haben|hab|ist|sind|wurde|wurden) .{0,60}(?:geschickt|gesendet|verschickt|versendet|erstattet|storniert|gesperrt|gebucht|eingerichtet|veranlasst|uberwiesen|aktiviert|angepasst|geandert|korrigiert|weitergeleitet|freigeschaltet|hochgeladen|angehangt)|hier ist|anbei)\b/,
  fails:
    /\b(?:immer noch|nach wie vor|geht (?:trotzdem |immer noch |leider )?nicht|funktioniert (?:trotzdem |immer noch |leider )?nicht|hat nicht geholfen|hilft nicht|bringt nichts|gleiche[rs]? fehler|keine (?:besserung|anderung)|ohne erfolg)\b/,
  works:
    /\b(?:(?:es |jetzt |das |nun )?(?:funktioniert|geht|klappt) (?:jetzt|wieder|es|nun|alles)|hat (?:geklappt|geholfen|funktioniert)|jetzt (?:geht|klappt|funktioniert)|(?:problem|fehler) (?:ist )?(?:gelost|behoben|weg))\b/,
  problem:
    /\b(?:nicht (?:mehr|angekommen|erhalten|moglich|funktion\w*|gekommen|geliefert)|funktioniert nicht|geht nicht|kein(?:e|en)? (?:internet|verbindung|netz|signal|strom|antwort|empfang)|fehler\w*|kaputt|defekt|beschadigt|falsch\w*|doppelt|zu (?:hoch|spat|langsam|klein|gross|viel|teuer)|gesperrt|gestohlen|verloren|fehlt|fehlen|verspat\w*|storniert|ausgefallen|problem\w*|sturzt|bricht|abgebrochen|langsam|abgebucht|statt|reklam\w*|beschwer\w*)\b/,
  wish: /\b(?:ich (?:mochte|will|brauche|benotige|hatte gern\w*|wurde gern\w*)|wir (?:mochten|brauchen)|bitte (?:stornieren|andern|kundigen)|kundigen|wie kann ich|kann ich)\b/,
  also: /^(?:und )?(?:ausserdem|noch (?:etwas|eine|was)|zweitens|zudem|ubrigens|und dann noch|\(?[2-9][).])/,
  commit: new RegExp(
    `\\b(?:ich|wir) (?:werde\\w*)\\b|\\b(?:ich|wir) (?:${DO})\\b|\\b(?:${DO}|werden?) (?:ich|wir)\\b|\\b(?:werd|schick|meld|ruf|bring|mach|probier|teste?) (?:ich|dann|es|das|mich|ihnen|dir)\\b`,
  ),
  commitOther:
    /\b(?:(?:ein|eine|der|die|unser|unsere|mein|meine) (?:\w+ ){0,3}(?:wird|meldet|ruft|kommt|kummert|schickt|bringt|pruft)|(?:herr|frau) \w+ (?:wird|meldet|ruft|kommt)|sie (?:erhalten|bekommen|sehen|horen)|du (?:erhaltst|bekommst|horst)|wird ihnen|wird dir|bekommen sie|erhalten sie|sehen sie)\b/,
  commitVerb: new RegExp(`\\b(?:${DO})\\b`),
  noCommit:
    /\b(?:melde mich (?:wieder |dann )?(?:falls|wenn)|(?:ich|wir) (?:prufe|schaue) (?:das|es|mal|kurz|gleich)|mochte|konnten? sie|stellen sie|melden sie sich|ich (?:stelle|mache|versuche) (?:fest|mir sorgen|nicht)|frage mich|ich (?:frage|versuche seit|schreibe (?:ihnen|seit))|nicht versprechen|rufe ich an weil|verbinde sie|leite sie)\b/,
  retract:
    /\b(?:doch nicht|vergessen sie|vergiss|hat sich erledigt|nicht mehr notig|storniere ich|stattdessen)\b/,
  offerIf: /\b(?:wenn|falls|sobald|sofern)\b/,
  human:
    /\b(?:(?:echten?|richtigen?) (?:menschen?|mitarbeiter|person)|mit (?:einem|einer|jemand\w*) .{0,15}(?:sprechen|reden)|mitarbeiter(?:in)? (?:bitte|sprechen))\b/,
  abandon:
    /\b(?:vergessen sie es|vergiss es|ich muss (?:los|weg)|spater wieder|ein andermal|ich gebe auf)\b/,
  urgent:
    /\b(?:dringend\w*|eilig|eilt|sofort|schnellst\w*|umgehend|so schnell wie|noch heute|heute noch|notfall|frist|anwalt|verbraucherschutz|verbraucherzentrale)\b/,
  critical:
    /\b(?:gestohlen|medikament\w*|betrug|gehackt|rauch\w*|brennt|brand|funken|stromschlag|niemand kann|alle (?:mitarbeiter|kollegen|nutzer)|komplett(?:er)? ausgefallen|totalausfall|ausgesperrt|am flughafen|gestrandet)\b/,
  calm: /\b(?:nicht (?:so )?(?:dringend|eilig)|keine eile|eilt nicht|nur (?:eine )?(?:frage|idee|anregung)|bei gelegenheit|aus neugier|hat zeit)\b/,
  repeat:
    /\b(?:schon (?:wieder|zum (?:zweiten|dritten|vierten))|zum (?:zweiten|dritten|vierten|wiederholten) mal|mehrfach|seit (?:wochen|monaten|tagen)|bereits (?:mehrfach|zweimal|dreimal|angerufen|geschrieben)|immer wieder)\b/,
};
