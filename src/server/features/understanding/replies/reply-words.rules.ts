import { phrases } from '../text/words.rules.ts';

/** The customer says that it is solved. */
export const solved = phrases(
  `managed to|i can log in|can log in now|came through|came back online|no further help needed|no further help|needed nothing else|awesome|excellent|that fixed it|that solved it|solved it|fixed it|sorted it|back to normal|good now|fine now|ok now|running again|yes|yep|yeah|yup|yess|yse|solved|resolved|sloved|it works|works now|working now|works fine|works again|works perfectly|working again|that works|that worked|it worked|that did it|did the trick|that did the trick|did it|that helped|this helped|it helped|helped a lot|that helps|very helpful|all good|all set|all fine|all sorted|sorted|fixed|got it|found it|it arrived|has arrived|received it|problem gone|case closed|you can close|please close|close the ticket|close this|close it|no more questions|nothing else|that's all|that is all|perfect|brilliant|thumbs up|thank you that|thanks that|worked like a charm|works like a charm|exactly what i needed|just what i needed|answers my question|answered my question|worked|no longer an issue|not an issue anymore|all is well|issue is gone|up and running
  klappt|lauft wieder|lauft jetzt|lauft es wieder|lauft es jetzt|es lauft|wieder da und geht|bin zufrieden|ja|jawohl|gelost|hat sich erledigt|erledigt|geht wieder|geht jetzt|geht nun|es geht|funktioniert wieder|funktioniert jetzt|funktioniert nun|es funktioniert|klappt jetzt|klappt wieder|hat geklappt|hat funktioniert|hat geholfen|alles gut|alles klar|alles bestens|passt|passt so|super danke|prima|perfekt|kann geschlossen werden|angekommen|keine weiteren fragen
  tout est rentre dans l'ordre|rentre dans l'ordre|j'ai reussi|c'est arrive|oui|ouais|resolu|resolue|c'est bon|ca marche|ca fonctionne|tout marche|tout fonctionne|cela fonctionne|ca a marche|ca a fonctionne|c'est regle|c'est resolu|tout est bon|tout est en ordre|parfait|nickel|super merci|vous pouvez fermer|vous pouvez cloturer|bien recu|probleme regle|ca m'a aide|impeccable
  lo consegui|he podido|ya lo tengo|si|solucionado|resuelto|arreglado|ya funciona|funciona|ha funcionado|funciono|ya esta|todo bien|todo correcto|perfecto|me ha servido|me sirvio|ha llegado|ya llego|pueden cerrar|puede cerrar|listo|genial|me ayudo
  ci sono riuscit*|ho risolto|risolto|risolta|funziona|ora funziona|ha funzionato|tutto ok|tutto bene|tutto a posto|a posto|perfetto|potete chiudere|e arrivato|mi ha aiutato|va bene|ottimo|sistemato
  het lukt|is gelukt|opgelost|het werkt|werkt nu|werkt weer|doet het weer|gelukt|het is gelukt|helemaal goed|alles goed|in orde|perfect|u kunt sluiten|mag gesloten|aangekomen|geholpen|top|prima
  consegui|ja chegou|sim|resolvido|resolveu|funcionou|agora funciona|esta funcionando|deu certo|tudo certo|tudo bem|tudo ok|perfeito|pode fechar|podem fechar|chegou|ajudou|otimo`,
);

/** The customer says that it is not solved. */
export const notSolved = phrases(
  `nothing happened|nothing happens|is dead|link is broken|link doesn't open|not what i was asking|isnt what i|isn't what i|did nothing|error is still|is still there|still there|remains|no|nope|nah|not solved|not resolved|not fixed|unresolved|unsolved|still not|still doesn't|still doesnt|still does not|still no|still the same|still broken|still happening|still getting|still have|still having|still waiting|still wrong|still fails|still can't|still cant|still cannot|still isn't|doesn't work|doesnt work|doesn t work|dosnt work|dosen't work|does not work|didn't work|didnt work|did not work|not working|isn't working|isnt working|does nothing|not help|didn't help|didnt help|did not help|doesn't help|doesnt help|does not help|not helpful|unhelpful|same problem|same error|same issue|same thing|nothing changed|no change|no luck|no difference|made no difference|made it worse|even worse|it's worse|back again|came back|happened again|happens again|broke again|broken again|failed again|not yet|never arrived|hasn't arrived|hasnt arrived|not arrived|wrong answer|not what i asked|not what i meant|doesn't answer|doesnt answer|does not answer|did not answer|didn't answer|problem persists|persists|tried that|already tried|tried it already|tried all|that's wrong|not correct|only for a day|worked once|stopped again|can't find that|cannot find that|useless
  nein|nee|no[e]|nicht gelost|geht nicht|geht immer noch nicht|immer noch|funktioniert nicht|klappt nicht|klappt immer noch nicht|hat nicht geholfen|hilft nicht|hilft mir nicht|leider nicht|leider nein|gleiche fehler|gleicher fehler|gleiche problem|selbe problem|selbe fehler|nichts geandert|noch nicht|weiterhin nicht|wieder da|nicht angekommen|nichts gebracht|bringt nichts|passiert nichts|weiterhin|schon versucht|schon probiert|besteht weiterhin
  non|pas resolu|pas du tout|ne marche pas|marche pas|ne marche toujours pas|marche toujours pas|ne fonctionne pas|fonctionne pas|toujours pas|toujours le meme|toujours la meme|meme probleme|meme erreur|pas encore|n'a pas aide|ne m'aide pas|ca ne m'aide|pas aide|rien n'a change|rien change|deja essaye|probleme persiste|pas regle|toujours en panne|toujours bloque*|toujours rien|rien ne se passe|n'est pas regle
  no funciona|sigue sin|sigue igual|sigue fallando|sigue dando|no ha funcionado|no funciono|no me ayuda|no me ha ayudado|no me sirve|no me sirvio|mismo problema|mismo error|lo mismo|todavia no|aun no|no esta resuelto|no se ha resuelto|no solucionado|ya lo he probado|ya lo intente|nada ha cambiado|sigo con|sigo sin|sigue el|sigue la
  non funziona|ancora non|non ancora|non ha funzionato|non e risolto|non risolto|non mi aiuta|non mi ha aiutato|non aiuta|non e servito|stesso problema|stesso errore|sempre uguale|gia provato|purtroppo no|niente da fare|non e cambiato|non cambia|ho ancora|non va
  nee|werkt niet|werkt nog steeds niet|nog steeds niet|nog steeds|nog niet|niet opgelost|helpt niet|niet geholpen|zelfde probleem|zelfde fout|doet het niet|lukt niet|al geprobeerd|helaas niet|niets veranderd|is er nog|er gebeurt niets
  nao|nao funciona|nao funcionou|ainda nao|nao resolveu|nao resolvido|nao ajudou|nao deu certo|nao adiantou|mesmo problema|mesmo erro|continua igual|continua sem|ja tentei|nada mudou|continuo com|continuo sem|continua com|nao consegui|nao chegou`,
);

/** Praise that may be meant the other way round, when something bad stands beside it. */
export const ironic = phrases(
  `oh great|oh well done|well done|nice job|good job|great job|bravo|wow|thanks for nothing|thank you for nothing|yeah right|yeah sure|sure thing|how helpful|very helpful not|so helpful|how lovely|just great|just perfect|just brilliant|oh perfect|oh brilliant|oh wonderful|what a surprise|congratulations|slow clap|best support ever|love it when|fantastic service|really great|big help|fat lot of good|as if|oh sure|oh yes
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
  `will try|i'll try|ill try|let me try|try it later|try later|try tonight|try tomorrow|trying now|will check|i'll check|will test|will have a look|will look|let you know|get back to you|not sure|i think so|i think|maybe|hopefully|we'll see|we will see|sort of|kind of|partly|partially|almost|don't know|dont know|no idea|perhaps|probably|half of it|sometimes|seems|too early|yes and no|on the one hand|mal sehen|werde es|ausprobieren|ich probiere*|ich teste|ich versuche|probiere ich|teste ich|vielleicht|weiss nicht|weiss ich nicht|teilweise|melde mich|schaue ich mir|jein|manchmal|ich glaube|bin nicht sicher|je vais essayer|je vais tester|j'essaie|je regarde|peut etre|je ne sais pas|je sais pas|en partie|on verra|parfois|je crois|je pense|pas sur|pas sure|voy a probar|lo pruebo|lo probare|lo miro|quizas|no se|no lo se|no estoy seguro|no estoy segura|en parte|ya veremos|a veces|creo que|ci provo|provero|forse|non so|non lo so|non sono sicur*|in parte|vediamo|a volte|credo|penso di|ik probeer|ga het proberen|misschien|weet niet|weet het niet|weet ik niet|deels|we zullen zien|soms|denk ik|ik denk|vou tentar|vou testar|talvez|nao sei|em parte|vamos ver|as vezes|acho que|nao tenho certeza`,
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
