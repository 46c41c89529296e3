import { phrases } from '../text/words.rules.ts';

/** The customer says that it is solved. */
export const solved = phrases(
  `as it should|problem is gone|thanks works|thx works|works thanks|works thx|works thank you|works again|it did thank*|it did thanks|yes it did|looking for|could log in|can sign in|could sign in|was it|up again|managed to|i can log in|can log in now|came through|came back online|no further help needed|no further help|needed nothing else|awesome|excellent|that fixed it|that solved it|solved it|fixed it|sorted it|back to normal|good now|fine now|ok now|running again|yes|yep|yeah|yup|yess|yse|solved|resolved|sloved|it works|works now|working now|works fine|works again|works perfectly|working again|that works|that worked|it worked|that did it|did the trick|that did the trick|did it|that helped|this helped|it helped|helped a lot|that helps|very helpful|all good|all set|all fine|all sorted|sorted|fixed|got it|found it|it arrived|has arrived|received it|problem gone|case closed|you can close|please close|close the ticket|close this|close it|no more questions|nothing else|that's all|that is all|perfect|brilliant|thumbs up|thank you that|thanks that|worked like a charm|works like a charm|exactly what i needed|just what i needed|answers my question|answered my question|worked|no longer an issue|not an issue anymore|all is well|issue is gone|up and running
  jetzt gehts|wieder gehts|wieder in ordnung|super geklappt|gut geklappt|genau das|genau was ich|kann mich wieder anmelden|klappt|lauft wieder|lauft jetzt|lauft es wieder|lauft es jetzt|es lauft|wieder da und geht|bin zufrieden|ja|jawohl|gelost|hat sich erledigt|erledigt|geht wieder|geht jetzt|geht nun|es geht|funktioniert wieder|funktioniert jetzt|funktioniert nun|es funktioniert|klappt jetzt|klappt wieder|hat geklappt|hat funktioniert|hat geholfen|alles gut|alles klar|alles bestens|passt|passt so|super danke|prima|perfekt|kann geschlossen werden|angekommen|keine weiteren fragen
  j'ai pu|c'est exactement|tout est rentre dans l'ordre|rentre dans l'ordre|j'ai reussi|c'est arrive|oui|ouais|resolu|resolue|c'est bon|ca marche|ca fonctionne|tout marche|tout fonctionne|cela fonctionne|ca a marche|ca a fonctionne|c'est regle|c'est resolu|tout est bon|tout est en ordre|parfait|nickel|super merci|vous pouvez fermer|vous pouvez cloturer|bien recu|probleme regle|ca m'a aide|impeccable
  ya puedo|he podido|lo consegui|he podido|ya lo tengo|si|solucionado|resuelto|arreglado|ya funciona|funciona|ha funcionado|funciono|ya esta|todo bien|todo correcto|perfecto|me ha servido|me sirvio|ha llegado|ya llego|pueden cerrar|puede cerrar|listo|genial|me ayudo
  ora riesco|adesso riesco|proprio quello|ci sono riuscit*|ho risolto|risolto|risolta|funziona|ora funziona|ha funzionato|tutto ok|tutto bene|tutto a posto|a posto|perfetto|potete chiudere|e arrivato|mi ha aiutato|va bene|ottimo|sistemato
  het lukt|is gelukt|opgelost|het werkt|werkt nu|werkt weer|doet het weer|gelukt|het is gelukt|helemaal goed|alles goed|in orde|perfect|u kunt sluiten|mag gesloten|aangekomen|geholpen|top|prima
  consegui|ja chegou|sim|resolvido|resolveu|funcionou|agora funciona|esta funcionando|deu certo|tudo certo|tudo bem|tudo ok|perfeito|pode fechar|podem fechar|chegou|ajudou|otimo`,
);

/** The customer says that it is not solved. */
export const notSolved = phrases(
  `greyed out|grayed out|misunderstood|stays blank|no better|not better|same result|still nothing|still crash*|still fail*|still shows|still says|still won't|still stuck|still error*|still down|still locked|unfortunately not|sadly not|sadly no|afraid not|afraid no|nothing works|works not|not my problem|not my question|not my issue|not the problem|does not exist|doesn't exist|doesnt exist|don't see|do not see|can't find|cant find|cannot find|couldn't find|nothing to do with|not related|nothing works|worse|nothing happened|nothing happens|is dead|link is broken|link doesn't open|not what i was asking|isnt what i|isn't what i|did nothing|error is still|is still there|still there|remains|no|nope|nah|not solved|not resolved|not fixed|unresolved|unsolved|still not|still doesn't|still doesnt|still does not|still no|still the same|still broken|still happening|still getting|still have|still having|still waiting|still wrong|still fails|still can't|still cant|still cannot|still isn't|doesn't work|doesnt work|doesn t work|dosnt work|dosen't work|does not work|didn't work|didnt work|did not work|not working|isn't working|isnt working|does nothing|not help|didn't help|didnt help|did not help|doesn't help|doesnt help|does not help|not helpful|unhelpful|same problem|same error|same issue|same thing|nothing changed|no change|no luck|no difference|made no difference|made it worse|even worse|it's worse|back again|came back|happened again|happens again|broke again|broken again|failed again|not yet|never arrived|hasn't arrived|hasnt arrived|not arrived|wrong answer|not what i asked|not what i meant|doesn't answer|doesnt answer|does not answer|did not answer|didn't answer|problem persists|persists|tried that|already tried|tried it already|tried all|that's wrong|not correct|only for a day|worked once|stopped again|can't find that|cannot find that|useless
  ohne erfolg|bleibt leer|bleibt weiss|bleibt schwarz|erfolglos|hat das nicht geholfen|nicht geholfen|nicht meine frage|gibt es nicht|gibt es bei mir nicht|gar nichts|geht gar nicht*|schlimmer|finde ich nicht|finde den|finde die|ich finde diese*|ich finde kein*|kommt immer noch|nein|nee|no[e]|nicht gelost|geht nicht|geht immer noch nicht|immer noch|funktioniert nicht|klappt nicht|klappt immer noch nicht|hat nicht geholfen|hilft nicht|hilft mir nicht|leider nicht|leider nein|gleiche fehler|gleicher fehler|gleiche problem|selbe problem|selbe fehler|nichts geandert|noch nicht|weiterhin nicht|wieder da|nicht angekommen|nichts gebracht|bringt nichts|passiert nichts|weiterhin|schon versucht|schon probiert|besteht weiterhin
  ne trouve pas|pas ma question|ne change rien|n'existe pas|pire|n'a rien a voir|non|pas resolu|pas du tout|ne marche pas|marche pas|ne marche toujours pas|marche toujours pas|ne fonctionne pas|fonctionne pas|toujours pas|toujours le meme|toujours la meme|meme probleme|meme erreur|pas encore|n'a pas aide|ne m'aide pas|ca ne m'aide|pas aide|rien n'a change|rien change|deja essaye|probleme persiste|pas regle|toujours en panne|toujours bloque*|toujours rien|rien ne se passe|n'est pas regle
  sigue apareciendo|sigue saliendo|no encuentro|no existe|no es lo que|no era|va peor|peor que|por desgracia no|nada que ver|no funciona|sigue sin|sigue igual|sigue fallando|sigue dando|no ha funcionado|no funciono|no me ayuda|no me ha ayudado|no me sirve|no me sirvio|mismo problema|mismo error|lo mismo|todavia no|aun no|no esta resuelto|no se ha resuelto|no solucionado|ya lo he probado|ya lo intente|nada ha cambiado|sigo con|sigo sin|sigue el|sigue la
  non trovo|non esiste|non e quello|non era|peggio|non c'entra|non ha cambiato|non funziona|ancora non|non ancora|non ha funzionato|non e risolto|non risolto|non mi aiuta|non mi ha aiutato|non aiuta|non e servito|stesso problema|stesso errore|sempre uguale|gia provato|purtroppo no|niente da fare|non e cambiato|non cambia|ho ancora|non va
  niet vinden|bestaat niet|niet mijn vraag|erger|niets mee te maken|nee|werkt niet|werkt nog steeds niet|nog steeds niet|nog steeds|nog niet|niet opgelost|helpt niet|niet geholpen|zelfde probleem|zelfde fout|doet het niet|lukt niet|al geprobeerd|helaas niet|niets veranderd|is er nog|er gebeurt niets
  continua em branco|continua em|nao encontro|nao existe|nao era|nao e o que|pior|nada a ver|infelizmente nao|nao|nao funciona|nao funcionou|ainda nao|nao resolveu|nao resolvido|nao ajudou|nao deu certo|nao adiantou|mesmo problema|mesmo erro|continua igual|continua sem|ja tentei|nada mudou|continuo com|continuo sem|continua com|nao consegui|nao chegou`,
);

/** Praise that may be meant the other way round, when something bad stands beside it. */
export const ironic = phrases(
  `ja toll|genial ahora|oh great|oh well done|well done|nice job|good job|great job|bravo|wow|thanks for nothing|thank you for nothing|yeah right|yeah sure|sure thing|how helpful|very helpful not|so helpful|how lovely|just great|just perfect|just brilliant|oh perfect|oh brilliant|oh wonderful|what a surprise|congratulations|slow clap|best support ever|love it when|fantastic service|really great|big help|fat lot of good|as if|oh sure|oh yes
  na toll|na super|na prima|ganz toll|wie toll|danke fur nichts|super gemacht|tolle leistung|ja klar|herzlichen gluckwunsch|na klasse|wirklich toll|grosses kino
  merci pour rien|quelle surprise|felicitations|genial merci|super boulot|ben voyons|c'est du propre|quel service
  gracias por nada|que sorpresa|felicidades|muy bonito|vaya servicio|menudo servicio|claro que si
  grazie per niente|grazie di niente|che sorpresa|complimenti|bel lavoro|bel servizio|proprio un bel
  bedankt voor niets|lekker dan|goed bezig|gefeliciteerd|fijn hoor|nou geweldig
  obrigado por nada|obrigada por nada|que surpresa|parabens|belo trabalho|belo servico|muito bom hein`,
);

/** Thanks alone: kind, and no answer. */
export const thanks = phrases(
  `thanks|thank you|thx|ty|cheers|many thanks|tnx|thnks|great|ok|okay|k|fine|alright|cool|noted|understood|will try|i will try|i'll try|let me try|will check|i'll check|will test|trying now|let you know|will let you know|get back to you|maybe|not sure|i think so|hopefully|we'll see|we will see|sort of|kind of|partly|partially|almost|don't know|dont know|no idea|perhaps|probably|danke|vielen dank|dankeschon|ok danke|mal sehen|ich probiere|ich teste|ich versuche|vielleicht|weiss nicht|teilweise|melde mich|schaue ich mir|merci|merci beaucoup|je vais essayer|je vais tester|j'essaie|peut etre|je ne sais pas|en partie|d'accord|on verra|gracias|muchas gracias|voy a probar|lo pruebo|lo probare|quizas|no se|no estoy seguro|en parte|vale|ya veremos|grazie|grazie mille|provo|ci provo|provero|forse|non so|in parte|vediamo|bedankt|dank u|dank je|ik probeer|ik ga het proberen|misschien|weet niet|deels|we zullen zien|obrigado|obrigada|vou tentar|vou testar|talvez|nao sei|em parte|vamos ver`,
);

/** Doubt or delay: whatever else is said, it is not settled yet. */
export const unsettled = phrases(
  `i read it|i have read|i've read|understood|i understand|in your dreams|gelesen|verstanden|j'ai lu|compris|leido|entendido|ho letto|ho capito|gelezen|begrepen|sim li|entendi|for now|for the moment|for everyone except|not sure|confirm tomorrow|seems to|vorerst|im moment noch|erst einmal|pour l'instant|pour le moment|a moitie|por ahora|de momento|a medias|por el momento|per ora|per il momento|a meta|voorlopig|voor nu|por enquanto|por agora|mais ou menos|nur manchmal|will try|i'll try|ill try|let me try|try it later|try later|try tonight|try tomorrow|trying now|will check|i'll check|will test|will have a look|will look|let you know|get back to you|not sure|i think so|i think|maybe|hopefully|we'll see|we will see|sort of|kind of|partly|partially|almost|don't know|dont know|no idea|perhaps|probably|half of it|sometimes|seems|too early|yes and no|on the one hand|mal sehen|werde es|ausprobieren|ich probiere*|ich teste|ich versuche|probiere ich|teste ich|vielleicht|weiss nicht|weiss ich nicht|teilweise|melde mich|schaue ich mir|jein|manchmal|ich glaube|bin nicht sicher|je vais essayer|je vais tester|j'essaie|je regarde|peut etre|je ne sais pas|je sais pas|en partie|on verra|parfois|je crois|je pense|pas sur|pas sure|voy a probar|lo pruebo|lo probare|lo miro|quizas|no se|no lo se|no estoy seguro|no estoy segura|en parte|ya veremos|a veces|creo que|ci provo|provero|forse|non so|non lo so|non sono sicur*|in parte|vediamo|a volte|credo|penso di|ik probeer|ga het proberen|misschien|weet niet|weet het niet|weet ik niet|deels|we zullen zien|soms|denk ik|ik denk|vou tentar|vou testar|talvez|nao sei|em parte|vamos ver|as vezes|acho que|nao tenho certeza`,
);

/** The customer does what they were told to, and will say how it went. */
export const later = phrases(
  `will try|i'll try|ill try|let me try|will test|i'll test|will check|i'll check|trying now|trying it now|let you know|report back|get back to you|ich probiere*|ich teste|ich versuche*|probiere ich|teste ich|versuche ich|werde es probieren|werde es versuchen|werde es testen|werde es ausprobieren|melde mich|sage bescheid|gebe bescheid|je vais essayer|je vais tester|j'essaie|j'essaierai|je vous tiens au courant|voy a probar*|lo pruebo|lo probare|ya les cuento|ci provo|provo|provero|vi faccio sapere|ik probeer|ik ga het proberen|ga het proberen|ik laat het weten|vou tentar|vou testar|vou experimentar`,
);

/** When that will be. */
export const soon = phrases(
  `this|it|that|tonight|tomorrow|later|today|weekend|week|morning|evening|afternoon|when i get home|once i am home|at home|soon|monday|tuesday|wednesday|thursday|friday|saturday|sunday|heute|abend|morgen|spater|wochenende|zuhause|gleich|ce soir|demain|plus tard|week end|esta noche|esta tarde|manana|luego|stasera|domani|piu tardi|vanavond|straks|vandaag|amanha|hoje|a noite|mais tarde|and|und|et|y|e|en`,
);

/** Until when a "yes" was one, or under what it would be: it is none any more. */
export const bounds = phrases(
  `until|till|at first|for a day|for one day|for two days|for a few|for a while|for a bit|for an hour|for a minute|for about|for five minutes|for ten minutes|for half|for some time|briefly|temporarily|i wish|if only|would work|would have|would help|no thanks to|throwing it|threw it
  bis heute|bis gestern|bis zum|bis eben|bis vorhin|bis ich|bis er|bis sie|bis es|einen tag lang|nur einmal|anfangs|zunachst|kurzzeitig|eine weile
  jusqu'a|jusqu'au|jusqu'en|une journee|un jour|une heure|une seule fois|au debut|pendant
  hasta esta|hasta hoy|hasta ayer|hasta que|hasta el|solo|solo una vez|por un dia|un rato|una hora|al principio|durante
  fino a|finche|un giorno|un'ora|una volta|solo per|all'inizio|per un po
  tot vanochtend|tot vanmiddag|tot vandaag|tot gisteren|totdat|een dag|een uur|een keer|in het begin
  ate hoje|ate ontem|ate esta|ate que|ate o|so um dia|por um dia|uma hora|uma vez|no comeco|no inicio`,
);

/** What makes a "yes" stop being one. */
export const turns = phrases(
  `but|however|although|though|except|only|yet|unfortunately|aber|jedoch|allerdings|leider|nur|mais|cependant|toutefois|sauf|malheureusement|pero|sin embargo|salvo|lamentablemente|ma non|ma ora|ma il|ma la|ma mi|ma adesso|ma ho|ma poi|tuttavia|purtroppo|maar|echter|helaas|mas|porem|infelizmente`,
);

/** Another matter is opened. */
export const another = phrases(
  `another question|one more question|one more thing|another thing|also|another issue|another problem|new question|different question|different problem|something else|while i have you|additional question|second question|by the way|btw|can you also|could you also|next question|follow up question|a question about|and how|and what|and where|and when|and can
  noch eine frage|weitere frage|andere frage|neue frage|noch was|noch etwas|ausserdem|ubrigens|anderes problem|und wie|und wann|und wo|und kann
  autre question|une autre question|encore une question|autre chose|nouvelle question|au fait|par ailleurs|aussi|et comment|et quand|et puis je
  otra pregunta|otra duda|otra cosa|una duda|una pregunta mas|por cierto|ademas|tambien|y como|y cuando|y puedo
  altra domanda|un'altra domanda|ancora una domanda|un'altra cosa|tra l'altro|inoltre|anche|e come|e quando|e posso
  andere vraag|nog een vraag|nog iets|iets anders|trouwens|ook|en hoe|en wanneer|en kan ik
  outra pergunta|outra duda|outra duvida|mais uma pergunta|outra coisa|alias|tambem|e como|e quando|e posso`,
);

/** Every word that denies: a yes beside one of these, and nothing that explains it, is not clear. */
export const denials = phrases(
  `not|never|nothing|none|neither|cannot|can't|cant|don't|dont|doesn't|doesnt|didn't|didnt|isn't|isnt|wasn't|won't|wont|couldn't|wouldn't|hasn't|haven't|no longer works|without success|nicht|nichts|nie|kein|keine|keinen|keinem|keiner|ohne erfolg|pas|jamais|rien|aucun|aucune|no|nunca|nada|tampoco|ningun|ninguna|non|mai|niente|nessun*|niet|niets|nooit|geen|nao|nenhum*`,
);

/** Things gone wrong: beside one of these a yes is about something else, or meant the other way round. */
export const spoils = phrases(
  `different|another|other|maybe|andere|anderer|anderes|anderen|autre|otro|otra|altro|altra|outro|outra|missing|slow|slower|bad|terrible|says|said|told me|colleague*|coworker|boss|wife|husband|one of|except|by buying|elsewhere|myself by|fehlt|fehlen|langsam|schlecht|kollege*|kollegin|chef|sagt|collegue*|lent|lente|manque*|dit que|companer*|colega*|dice|lento|lenta|faltan|falta|lentissim*|manca|mancano|collega*|dice|traag|slecht|zegt|ontbreekt|devagar|diz|broke|broken|breaks|wrong|died|dead|damaged|defective|empty|lost|stolen|crash*|fail*|expired|too late|another one|instead|blocked|locked|corrupt*|useless|refused|rejected|declined|kaputt|defekt|falsch*|leer|verloren|gestohlen|abgestur*|gesperrt|beschadigt|zu spat|casse*|mauvais*|vide|perdu*|vole*|bloque*|endommage*|trop tard|roto|rota|rotos|equivocad*|vacio|vacia|perdid*|robad*|bloquead*|danad*|tarde|rotto|rotta|sbagliat*|vuoto|vuota|pers*|rubat*|bloccat*|danneggiat*|tardi|kapot*|leeg|leeg*|kwijt|geblokkeerd|beschadigd|verkeerd*|te laat|quebrad*|errad*|vazi*|roubad*|danificad*`,
);

/** Words that often stand around a yes and take nothing from it. */
export const around: ReadonlySet<string> = new Set(
  'worries now again today already finally right away quick quickly fast help helping support answer reply response solution advice tip step steps second first third problem issue error matter ticket case conversation request question everything perfectly really very much many well done great super nice kind friendly appreciated team folks guys link trick cable password login account app phone screen close thanks thank regards best cheers dear hello hey hi morning afternoon evening follow needed further more worked works working jetzt nun wieder heute schon endlich schnell schnelle hilfe antwort losung tipp schritt problem fehler frage anfrage alles wirklich sehr vielen besten herzlichen dank danke anmeldung gruss grusse hallo guten morgen tag team maintenant enfin deja vite rapide aide reponse solution probleme question tout vraiment tres bien merci beaucoup bonjour cordialement equipe connecter ahora ya por fin rapido ayuda respuesta solucion problema pregunta todo muy muchas muchisimas gracias hola saludos buenos dias entrar perfectamente adesso ora subito aiuto risposta soluzione problema domanda tutto molto grazie mille buongiorno saluti gentili nu weer eindelijk snel snelle hulp antwoord oplossing probleem vraag alles heel erg hartelijk bedankt dank groet groeten hallo goedemorgen agora enfim rapido ajuda resposta solucao problema pergunta tudo muito obrigado obrigada ola bom dia abraco certinho valeu'.split(
    ' ',
  ),
);

/** Yeses that people also say to "have you read it": nothing else may stand beside them. */
export const weak: ReadonlySet<string> = new Set(
  "yes yep yeah yup yess yse ja jawohl oui ouais si sim|perfect|all good|all fine|all set|all well|got it|found it|received it|fixed|passt|passt so|alles klar|alles gut|prima|c'est bon|parfait|nickel|todo bien|listo|genial|perfecto|va bene|tutto bene|tutto ok|ottimo|perfetto|top|alles goed|in orde|tudo bem|tudo ok|tudo certo|otimo|perfeito|awesome|excellent|brilliant|es geht|did it|worked"
    .split('|')
    .flatMap((one, index) => (index === 0 ? one.split(' ') : [one])),
);
