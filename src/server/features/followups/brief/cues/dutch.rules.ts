import type { Cues } from './cue.rules.ts';

const DO =
  'stuur\\w*|sturen|mail\\w*|bel(?:len|t)?|breng\\w*|stort\\w*|stort|verstuur\\w*|vraag|vragen|probeer\\w*|proberen|test(?:en)?|regel\\w*|maak|maken|zoek\\w*|laat|laten|meld\\w*|boek\\w*|betaal\\w*|betalen|lever\\w*|vervang\\w*|schrijf\\w*|geef|geven|neem|nemen|check|controleer\\w*|upload\\w*|zet|zetten|doe|doen|kom|komen|zorg\\w*';

/** Dutch. */
export const dutch: Cues = {
  greeting:
    /^(?:hoi|hallo|hey|hee|goede(?:morgen|middag|navond)|goeie(?:morgen|middag)|goedenavond|dag|welkom|beste)\b/,
  filler:
    /^(?:ok(?:e|ay)?|oke|ja|nee|dank(?: je| u)?|bedankt|prima|super|top|goed(?: zo)?|mooi|ah|oh|nou|dus|en|maar|perfect|helder|duidelijk|begrijpelijk|sorry|graag|natuurlijk|dan)\b/,
  acknowledgement:
    /^(?:(?:ok(?:e|ay)?|ja|dank|je|u|wel|bedankt|prima|super|top|goed|zo|mooi|ah|oh|perfect|helder|duidelijk|begrijp|ik|snap|het|graag|gedaan|fijn|klopt|hartstikke|heel|erg|geen probleem|hm+|voor de (?:snelle )?(?:hulp|moeite))(?:[\s,.!:;)(-]+|$))+$/,
  thanks: /\b(?:bedankt|dank|dankjewel|dankuwel|merci)\b/,
  closing: /\b(?:doei|tot ziens|fijne (?:dag|avond|middag)|groetjes|groeten|dag hoor|prettige)\b/,
  satisfied:
    /\b(?:dat (?:was|is) (?:het|alles)|verder niets|niets meer|alles duidelijk)\b|^nee,? (?:dank|bedankt|hoor)/,
  yesNo: /^(?:ja|nee|jazeker|zeker|natuurlijk|helaas|klopt|nog niet|normaal|meestal)\b/,
  polarity:
    /\b(?:(?:u|je|jij) (?:kunt|kan|hoeft|moet|mag)|niet mogelijk|gratis|helaas|kosteloos|het (?:is|kost|duurt)|dat (?:is|kan|kost))\b/,
  hold: /\b(?:een (?:moment|momentje|ogenblik)|momentje|ik (?:kijk|zoek|check) (?:het |dat |even )?(?:even|na|voor)?|ik ga (?:even )?kijken|ik verbind|ik zet (?:u|je) door|blijf (?:even )?aan)\b/,
  defer:
    /\b(?:weet ik (?:niet|nog niet|helaas)|ik weet (?:het |dat )?niet|moet ik (?:even )?(?:navragen|uitzoeken|overleggen)|(?:ik )?(?:ga|zal) (?:het |dat )?(?:navragen|uitzoeken|overleggen)|kom (?:ik )?(?:er |hier )?op terug|geen idee|laat ik (?:je|u) weten)\b/,
  ask: /\b(?:(?:kunt|kan|kun|zou) (?:u|je|jij|ik|jullie)|graag|alsjeblieft|alstublieft|aub|svp|ik (?:wil|zou graag|heb .{0,15} nodig)|wat is (?:je|uw|jouw)|mag ik)\b/,
  instruction:
    /\b(?:probeer|herstart|start|trek|zet|open|klik|druk|controleer|ga naar|verwijder|installeer|(?:heb|heeft) (?:je|u) (?:al|geprobeerd)|(?:je|u) (?:kunt|kan|moet))\b/,
  questionStart:
    /^(?:(?:en|maar|ok|hoi)[, ]+)*(?:hoe|wanneer|waar|wat|waarom|wie|welke|krijg ik|kan ik|moet ik|mag ik|is (?:het|dat|er)|zijn er|heb ik|wordt|worden|komt)\b/,
  idle: /\b(?:(?:waar(?:mee)?|hoe) kan ik (?:je|u|jou)?.{0,15}helpen|nog (?:iets|vragen)|verder nog|ben je er nog|bent u er nog|is daar iemand|hoe gaat het|kunt u mij helpen|kun je me helpen)\b/,
  smallTalk:
    /\b(?:het weer|weekend|voetbal|mijn (?:hond|kat|man|vrouw|zoon|dochter)|regent|zonnig)\b/,
  attempt:
    /\b(?:(?:ik )?(?:heb|hebben) .{0,50}(?:geprobeerd|herstart|opgestart|gereset|vervangen|gecontroleerd|gebeld|gemaild|getest|verwijderd|geinstalleerd|uitgezet|losgehaald|ingeplugd|bijgewerkt|gevraagd)|al (?:geprobeerd|gedaan))\b/,
  did: /^(?:(?:ok|ja|zo)[, ]+)*(?:gedaan|heb ik|nog steeds|zelfde|niets|nee|werkt|doet het|geen)\b/,
  done: /\b(?:(?<!graag )gedaan|geregeld|klaar|(?:heb|hebben|is|zijn|wordt) .{0,50}(?:verstuurd|gestuurd|gemaild|teruggestort|geannuleerd|geblokkeerd|aangepast|gewijzigd|geboekt|geactiveerd|aangemaakt|doorgegeven|toegevoegd|overgemaakt)|hierbij|bijgevoegd)\b/,
  fails:
    /\b(?:nog steeds|(?:werkt|doet het|lukt) (?:nog )?(?:steeds )?niet|zelfde (?:fout|probleem)|hielp niet|geen verschil|helaas niet)\b/,
  works:
    /\b(?:(?:hij|het|alles|nu) (?:doet het|werkt)(?: weer| nu)?|werkt (?:weer|nu)|(?:probleem )?(?:is )?opgelost|gelukt)\b/,
  problem:
    /\b(?:niet (?:meer|ontvangen|aangekomen|binnen|mogelijk|bezorgd|werken\w*)|(?:werkt|doet het|lukt) niet|geen (?:internet|verbinding|retourlabel|signaal|stroom|reactie|bereik)|fout\w*|kapot|defect|beschadigd|verkeerd\w*|dubbel|te (?:hoog|laat|klein|groot|duur|traag)|geblokkeerd|gestolen|kwijt|verloren|ontbreekt|vertraagd|geannuleerd|probleem|problemen|storing|traag|afgeschreven|klacht)\b/,
  wish: /\b(?:ik (?:wil|zou graag|wou)|we willen|graag|hoe kan ik|kan ik|opzeggen|retourneren)\b/,
  also: /^(?:en )?(?:ook|nog iets|daarnaast|verder|trouwens|ten tweede|\(?[2-9][).])/,
  commit: new RegExp(
    `\\b(?:ik|we|wij) (?:zal|zullen|ga|gaan)\\b|\\b(?:ik|we|wij) (?:${DO})\\b|\\b(?:${DO}|zal|zullen) (?:ik|we|wij)\\b`,
  ),
  commitOther:
    /\b(?:(?:een|de|onze|mijn) (?:\w+ ){0,3}(?:zal|belt|komt|neemt|mailt|stuurt)|(?:u|je) (?:krijgt|ontvangt|hoort)|(?:krijgt|ontvangt|hoort) (?:u|je)|krijg je|wordt (?:u|je))\b/,
  commitVerb: new RegExp(`\\b(?:${DO})\\b`),
  noCommit:
    /\b(?:ik (?:kijk|check|zoek) (?:het|dat|even|na)|krijg je die ook|ik vraag me af|ik (?:bel|mail) (?:omdat|want)|kan ik|mag ik|ik zal wel|wil je|zet (?:u|je) door|krijg ik)\b/,
  retract: /\b(?:laat maar|hoeft niet(?: meer)?|vergeet het|toch niet|niet meer nodig)\b/,
  offerIf: /\b(?:als|indien|zodra|mocht)\b/,
  human: /\b(?:(?:spreken|praten|chatten) met (?:een|iemand)|medewerker|echt persoon|een mens)\b/,
  abandon: /\b(?:laat maar|ik moet (?:gaan|weg)|een andere keer|later weer|ik geef het op)\b/,
  urgent:
    /\b(?:dringend|spoed|zo snel mogelijk|meteen|onmiddellijk|direct|vandaag nog|vanavond|haast|advocaat|consumentenbond)\b/,
  critical:
    /\b(?:medicijn\w*|gestolen|fraude|gehackt|rook|brand|vonken|niemand kan|alle (?:medewerkers|gebruikers)|volledig plat|op het vliegveld|op schiphol)\b/,
  calm: /\b(?:geen (?:haast|spoed)|niet (?:dringend|urgent)|wanneer het uitkomt|alleen een (?:vraag|idee)|uit nieuwsgierigheid)\b/,
  repeat:
    /\b(?:(?:tweede|derde|vierde) keer|alweer|weer opnieuw|al (?:gebeld|gemaild|meerdere keren)|al (?:weken|maanden|dagen))\b/,
};
