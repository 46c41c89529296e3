import type { Cues } from './cue.rules.ts';

const PRONOUNS = "(?:(?:vous|te|t'|l'|le|la|les|lui|leur|m'|me|en|y) ?)*";
const INFINITIVES =
  'ouvrir|envoyer|renvoyer|rappeler|appeler|ecrire|contacter|recontacter|rembourser|transmettre|faire|demander|verifier|essayer|tester|poster|deposer|apporter|creer|traiter|proceder|relancer|signaler|expedier|remplacer|revenir|tenir|prevenir|regarder|chercher|joindre|payer|annuler|programmer|effectuer|lancer|mettre';
const PRESENTS =
  'envoie|renvoie|rappelle|appelle|ecris|contacte|recontacte|rembourse|transmets|fais|demande|poste|depose|apporte|ouvre|lance|reviens|tiens au courant|previens|relance|signale|expedie';
const FUTURES =
  'enverrai|enverrons|rappellerai|rappellerons|ecrirai|contacterai|recontacterai|recontacterons|rembourserai|rembourserons|ferai|ferons|essaierai|essayerai|verrai avec|reviendrai|reviendrons|tiendrai|deposerai|posterai|appellerai|transmettrai|testerai|apporterai|expedierons';

/** French. */
export const french: Cues = {
  greeting:
    /^(?:bonjour|bonsoir|salut|coucou|bienvenue|hello|allo|chere?)(?: (?:madame|monsieur|mademoiselle))?\b/,
  filler:
    /^(?:ok|d'accord|oui|non|merci(?: beaucoup)?|parfait|tres bien|bien sur|super|ah|oh|alors|donc|bon|entendu|je comprends|c'est note|pardon|et|mais|desolee?|pas de souci|genial|voila)\b/,
  acknowledgement:
    /^(?:(?:ok|d'accord|oui|merci|beaucoup|parfait|tres|bien|sur|super|ah|oh|bon|entendu|je|comprends|c'est|note|pas de (?:souci|probleme)|genial|voila|ca|va|marche|vois|infiniment|a vous|avec plaisir|de rien|hm+)(?:[\s,.!:;)(-]+|$))+$/,
  thanks: /\b(?:merci|remercie)\b/,
  closing:
    /\b(?:au revoir|bonne (?:journee|soiree|continuation|fin)|bon (?:week-?end|courage)|a bientot|cordialement|a plus)\b/,
  satisfied:
    /\b(?:c'est tout|rien d'autre|ce sera tout|tout est (?:bon|regle)|c'est (?:bon|regle))\b|^non,? merci/,
  yesNo:
    /^(?:oui|non|si\b|bien sur|tout a fait|absolument|malheureusement|exactement|pas encore|en general|normalement|effectivement)/,
  polarity:
    /\b(?:vous (?:pouvez|devez|avez|etes|serez|n'avez)|il (?:faut|suffit|est)|c'est (?:possible|gratuit|inclus)|n'est pas|malheureusement|gratuit\w*|impossible|il y a|cela (?:est|prend|coute))\b/,
  hold: /\b(?:un (?:instant|moment|petit instant)|une (?:minute|seconde)|je (?:regarde|verifie|consulte|cherche)(?: cela| ca| tout de suite| dans| votre)?|je vais (?:regarder|verifier|voir)(?: cela| ca| tout)?|ne quittez pas|je vous (?:transfere|mets en relation|passe)|patientez|laissez-moi)\b/,
  defer:
    /\b(?:je ne sais pas|je dois (?:demander|verifier|voir|me renseigner)|je (?:vais )?(?:me renseigner?|demander? (?:a|au))|je (?:vous )?(?:reviens|recontacte|tiens au courant)|aucune idee|pas sure?)\b/,
  ask: /\b(?:pouvez-vous|pourriez-vous|peux-tu|pouvons-nous|puis-je|pourrais-je|s'il (?:vous|te) plait|svp|veuillez|merci de|il (?:me|nous) (?:faut|faudrait)|j'ai besoin|j'aimerais|je (?:voudrais|souhaite\w*)|nous avons besoin|quel(?:le)? est)\b/,
  instruction:
    /^(?!avez|pouvez|savez|etes)\w{3,}ez\b(?!-vous)|\b(?:veuillez|essayez|redemarrez|debranchez|rebranchez|ouvrez|cliquez|appuyez|verifiez|allez|eteignez|allumez|desinstallez|reinstallez|connectez|avez-vous (?:essaye|demande|verifie|deja)|vous pouvez|il (?:faut|suffit)|merci de)\b/,
  questionStart:
    /^(?:(?:et|mais|ok|bonjour|alors|donc|du coup)[, ]+)*(?:est-ce|qu'est-ce|comment|quand|combien|pourquoi|ou (?:est|puis|dois)|quel\w*|qui |a quelle|dans combien|puis-je|peut-on|dois-je|faut-il)\b/,
  idle: /\b(?:comment (?:puis-je|allez-vous|ca va)|puis-je (?:vous aider|faire)|autre chose|d'autres questions|vous etes (?:toujours )?la|etes-vous (?:toujours )?la|il y a quelqu'un|vous vous moquez|ca vous convient|est-ce (?:que cela|bon pour vous)|pouvez-vous m'aider|parler a un conseiller)\b/,
  smallTalk:
    /\b(?:meteo|il fait (?:beau|froid|chaud)|week-?end|le match|mon (?:chien|chat|mari|fils)|ma (?:femme|fille|chienne)|vacances scolaires)\b/,
  attempt:
    /\b(?:j'ai|nous avons|on a|j'avais)(?: deja| aussi| bien| tout)* (?:essaye|demande|redemarre|verifie|reinstalle|debranche|change|appele|contacte|ecrit|teste|cherche|regarde|reinitialise|relance|supprime|vide|signale|remplace|mis a jour|tente|fait)\b/,
  did: /^(?:(?:ok|oui|bon|voila)[, ]+)*(?:c'est fait|fait|j'ai (?:fait|essaye|demande)|toujours (?:pas|pareil|rien)|pareil|meme (?:chose|erreur|probleme)|rien|non|ca (?:marche|fonctionne)|ca ne)/,
  done: /\b(?:c'est fait|voila|(?:j'ai|nous avons|je viens d[e']|nous venons d[e'])(?: bien| deja| donc)* ?(?:vous |l'|la |le |les )*(?:envoye\w*|envoyer|rembourse\w*|transmis\w*|annule\w*|ouvert\w*|corrige\w*|modifie\w*|cree\w*|bloque\w*|effectue\w*|ajoute\w*|change\w*|active\w*)|(?:est|sont|a ete|ont ete) (?:maintenant |bien )?(?:envoye\w*|rembourse\w*|annule\w*|active\w*|bloque\w*|corrige\w*|modifie\w*|valide\w*|traite\w*|confirme\w*)|ci-joint|en piece jointe)\b/,
  fails:
    /\b(?:toujours (?:pas|rien|le meme|la meme|pareil)|ne (?:marche|fonctionne) (?:toujours )?pas|ca (?:ne )?marche pas|n'a rien change|meme (?:erreur|probleme|chose)|sans succes|pas mieux|encore le)\b/,
  works:
    /\b(?:ca (?:marche|fonctionne|y est)(?: maintenant| enfin)?|c'est (?:regle|resolu|bon|repare)|(?:probleme|souci) (?:est )?(?:regle|resolu)|fonctionne (?:maintenant|de nouveau|a nouveau)|remarche)\b/,
  problem:
    /\b(?:pas (?:encore )?(?:recu|arrive\w*|fonctionne\w*|marche|possible|livre\w*|rembourse\w*|conforme)|ne (?:marche|fonctionne|s'allume|demarre|peux|peut|charge|s'affiche|parviens)|erreur\w*|casse\w*|panne|defectu\w*|abime\w*|manqu\w*|perdu\w*|vole\w*|bloque\w*|mauvais\w*|deux fois|en double|trop (?:eleve\w*|cher|lent|petit|grand|tard)|retard\w*|annule\w*|impossible|probleme\w*|souci\w*|plus (?:de|d'|acces|internet)|prelev\w*|debite\w*|fuite|aucun\w*|reclam\w*|jamais (?:recu|arrive\w*)|n'est pas)\b/,
  wish: /\b(?:je (?:voudrais|veux|souhaite\w*|desire)|j'aimerais|j'ai besoin|nous (?:voudrions|souhaitons)|comment (?:puis-je|faire)|est-il possible|annuler|resilier)\b/,
  also: /^(?:et )?(?:aussi|autre chose|deuxiemement|par ailleurs|au fait|en plus|de plus|egalement|\(?[2-9][).])/,
  commit: new RegExp(
    `\\b(?:je|nous|on) (?:vais|allons|va) (?:tout de suite |maintenant |donc |egalement |aussi |tout |quand meme )*${PRONOUNS}(?:${INFINITIVES})|\\b(?:je|nous|on) ${PRONOUNS}(?:${PRESENTS}|${FUTURES})\\b|\\bj'(?:envoie|ecris|appelle|apporte|essaie|ouvre|expedie|y vais|en parle|essaierai|enverrai|appellerai|ecrirai|apporterai|ouvrirai)\\b`,
  ),
  commitOther:
    /\b(?:vous (?:recevrez|serez|aurez|allez recevoir)|(?:un|une|mon|ma|notre|le|la|l') ?(?:\S+ ){0,4}(?:vous |va vous )(?:rappellera|contactera|repondra|recontactera|appellera|rappeler|contacter|repondre|appeler|enverra)|sera (?:rembourse\w*|expedie\w*|envoye\w*|livre\w*|traite\w*)|(?:technicien|collegue|conseiller|livreur|service)\b.{0,30}(?:passera|viendra|va (?:passer|venir|vous)))\b/,
  commitVerb: new RegExp(`(?:${INFINITIVES}|${PRESENTS}|${FUTURES}|essaie|ecris)`),
  noCommit:
    /\b(?:je (?:regarde|verifie|consulte) (?:cela|ca|tout de suite)|je vous (?:demande|ecris car|ecris parce|passe|transfere|contacte (?:car|parce|pour))|je vais voir|je ne (?:peux|vais)|est-ce que (?:je|vous)|serai remboursee?|avez-vous|quand (?:est-ce que )?je|si vous)\b/,
  retract:
    /\b(?:laissez tomber|oubliez|finalement (?:non|pas)|annulez|ce n'est plus (?:la peine|necessaire)|pas la peine)\b/,
  offerIf:
    /\b(?:si (?:vous|cela|ca|le|la|besoin|necessaire|jamais|l')|s'il (?:faut|y a)|des que|une fois|au cas ou)\b/,
  human:
    /\b(?:(?:parler|discuter) (?:a|avec) (?:un|une|quelqu'un)|vrai(?:e)? (?:personne|humain|conseiller)|un humain|un conseiller)\b/,
  abandon:
    /\b(?:laissez tomber|tant pis|je (?:reviendrai|dois (?:y aller|partir|filer))|plus tard|j'abandonne)\b/,
  urgent:
    /\b(?:urgen\w+|au plus vite|le plus vite possible|immediatement|tout de suite|aujourd'hui meme|ce soir|des que possible|avocat|mise en demeure|dgccrf|delai)\b/,
  critical:
    /\b(?:medicament\w*|vole\w*|fraude\w*|pirate\w*|fumee|brule\w*|incendie|etincelle\w*|personne ne peut|tous (?:nos|les) (?:utilisateurs|employes)|totalement bloque\w*|a l'aeroport|bloquee? a)\b/,
  calm: /\b(?:pas (?:tres |du tout |si )?(?:urgent\w*|presse\w*)|rien d'urgent|quand vous (?:pouvez|aurez)|(?:juste|simple) (?:une )?(?:question|suggestion|idee)|par curiosite|prenez votre temps)\b/,
  repeat:
    /\b(?:(?:deuxieme|troisieme|quatrieme|2eme|3eme|enieme) fois|encore une fois|deja (?:appele|ecrit|contacte|explique)|plusieurs fois|depuis (?:des )?(?:semaines|mois|jours))\b/,
};
