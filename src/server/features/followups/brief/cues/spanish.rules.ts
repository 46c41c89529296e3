import type { Cues } from './cue.rules.ts';

const PRONOUNS = '(?:(?:te|le|les|lo|la|los|las|se|os|me|nos) )*';
const DO =
  'envi\\w+|mand\\w+|llam\\w+|devolv\\w+|devuelv\\w+|reembols\\w+|escrib\\w+|contact\\w+|consult\\w+|pregunt\\w+|revis\\w+|prob\\w+|prueb\\w+|intent\\w+|pas(?:o|are|ar|amos)|tramit\\w+|abri\\w*|abro|cre(?:o|are|ar)|gestion\\w+|avis\\w+|inform\\w+|confirm\\w+|respond\\w+|hag\\w+|hare|hacer|solicit\\w+|anul\\w+|cancel\\w+|cambi\\w+|ingres\\w+|adjunt\\w+|sub(?:o|ir|ire)|llev(?:o|ar|are)|pon(?:er|go|dre)';

/** Spanish. */
export const spanish: Cues = {
  greeting:
    /^(?:hola|buenas|buenos dias|buenas (?:tardes|noches)|bienvenid\w+|estimad\w+|que tal)\b/,
  filler:
    /^(?:ok|vale|si|no|gracias|muchas gracias|perfecto|de acuerdo|claro|bien|genial|ah|oh|bueno|pues|entiendo|entendido|por supuesto|y|pero|perdon|estupendo|entonces)\b/,
  acknowledgement:
    /^(?:(?:ok|vale|si|gracias|muchas|mil|perfecto|de acuerdo|claro|muy|bien|genial|ah|oh|bueno|entiendo|entendido|estupendo|por (?:la|su|tu) (?:ayuda|atencion)|por todo|de nada|buena|idea|hm+|ya|veo)(?:[\s,.!:;)(-]+|$))+$/,
  thanks: /\b(?:gracias|agradezco|agradecid\w+)\b/,
  closing:
    /\b(?:adios|hasta (?:luego|pronto|manana)|que (?:tenga|tengas|pase|pases) (?:un |una )?(?:buen\w*|lindo)|un saludo|saludos|buen dia)\b/,
  satisfied: /\b(?:eso es todo|nada mas|es todo|todo (?:bien|listo|solucionado))\b|^no,? gracias/,
  yesNo:
    /^(?:si|no|claro|por supuesto|desde luego|efectivamente|exacto|todavia no|lamentablemente|desgraciadamente|normalmente|correcto)\b/,
  polarity:
    /\b(?:(?:usted )?(?:puede|puedes|debe|debes|tiene que|tienes que)|es (?:posible|gratis|gratuito)|no es|hay que|lamentablemente|gratis|sin coste|incluido)\b/,
  hold: /\b(?:un (?:momento|segundo|momentito|minuto)|dejeme|dejame|deme un|dame un|ahora (?:mismo )?(?:lo )?(?:miro|reviso|compruebo)|lo (?:reviso|compruebo|miro|verifico)|voy a (?:revisar|comprobar|mirar|verificar)(?:lo)?\b.{0,25}[.!]*$|le (?:paso|transfiero|comunico) con|estoy (?:revisando|comprobando|mirando))\b/,
  defer:
    /\b(?:no (?:lo )?se\b|no (?:tengo|dispongo de) (?:esa )?informacion|tengo que (?:consultar|preguntar|comprobar)|voy a (?:consultar|preguntar)|(?:lo )?(?:consultare|preguntare|consulto)|le (?:confirmo|aviso|informare)|no estoy segur\w)\b/,
  ask: /\b(?:(?:puede|puedes|podria|podrias|podemos|me (?:puede|puedes|podria))|por favor|necesit\w+|quiero|quisiera|queremos|me gustaria|digame|dime|cual es (?:su|tu)|indique\w*)\b/,
  instruction:
    /\b(?:por favor,? (?:\w+e|\w+a)\b|reinicie|reinicia|desenchuf\w+|abra|abre|pulse|pulsa|haga clic|haz clic|pruebe|prueba a|intente|intenta|vaya a|ve a|apague|apaga|encienda|enciende|desinstale|ha probado|has probado|puede (?:ir|entrar|hacer|usar)|puedes)\b/,
  questionStart:
    /^¿|^(?:(?:y|pero|hola|ok|vale)[, ]+)*(?:como (?:puedo|hago|es)|cuando|cuanto|donde|por que|que (?:pasa|hago|tengo|documentos|debo)|cual|quien|puedo|me (?:van|pueden|cobran))\b/,
  idle: /\b(?:en que (?:puedo|le puedo|te puedo)|(?:puedo|le puedo|te puedo) ayudar|algo mas|alguna (?:otra )?(?:duda|pregunta|cosa)|sigue ahi|sigues ahi|hay alguien|como esta|me puede ayudar|me pueden ayudar|le parece bien)\b/,
  smallTalk:
    /\b(?:que tiempo hace|fin de semana|futbol|el partido|mi (?:perro|gato|hijo|hija|marido|mujer)|hace (?:sol|calor|frio))\b/,
  attempt:
    /\b(?:he|hemos|ya he|ya)(?: ya| tambien)? (?:probado|intentado|reiniciado|llamado|escrito|comprobado|revisado|cambiado|desinstalado|instalado|desenchufado|contactado|actualizado|borrado|reseteado|hablado)\b|\b(?:probe|intente|reinicie|llame|cambie|desenchufe|revise) (?:el|la|los|las|a|con|de|todo|varias|ya|dos|tres|mi)\b/,
  did: /^(?:(?:ok|si|ya|vale)[, ]+)*(?:hecho|ya (?:lo hice|esta|lo he)|lo he|sigue|igual|lo mismo|el mismo|la misma|nada|no|ya funciona|funciona)\b/,
  done: /\b(?:hecho|listo|ya (?:esta|lo|la|le) .{0,40}|(?:he|hemos|acabo de|acabamos de|se ha|ha sido|han sido|queda)(?: ya)? (?:enviado|enviar|mandado|reembolsado|cancelado|bloqueado|bloqueada|cambiado|cambiada|corregido|solicitado|creado|activado|tramitado|anulado|abierto|hecho|adjuntado|confirmada|confirmado)|adjunto|aqui (?:esta|tiene|va))\b/,
  fails:
    /\b(?:sigue (?:sin|igual|fallando|dando)|sigo (?:sin|igual)|no (?:funciona|va|sirve|ha funcionado)|(?:lo|el) mismo (?:error|problema)|lo mismo|todavia no|aun no|sin exito)\b/,
  works:
    /\b(?:ya (?:funciona|va|puedo|esta solucionado)|ahora (?:si )?(?:funciona|va|puedo)|(?:ha )?funcionado|(?:problema )?(?:solucionado|resuelto|arreglado))\b/,
  problem:
    /\b(?:no (?:ha|han|me|se|puedo|funciona|llega|va|enciende|carga|aparece|recibi|he recibido|reconozco)|error\w*|fall\w+|rot[oa]s?|averi\w*|danad\w+|defectuos\w+|falta\w*|perdid\w+|robad\w*|robaron|bloquead\w+|equivocad\w+|incorrect\w+|dos veces|doble|duplicad\w*|demasiado|retras\w+|cancelad\w+|problema\w*|cobrad\w+|cobraron|nunca|sin (?:internet|conexion|luz|respuesta|senal|cobertura)|reclam\w+|lent[oa])\b/,
  wish: /\b(?:quiero|quisiera|queria|necesito|me gustaria|queremos|necesitamos|como puedo|es posible)\b/,
  also: /^(?:y )?(?:tambien|otra cosa|ademas|por cierto|segundo|una cosa mas|\(?[2-9][).])/,
  commit: new RegExp(
    `\\b(?:voy a|vamos a) ${PRONOUNS}(?:${DO})|\\b(?:te|le|les|os|se (?:lo|la)) (?:lo |la )?(?:envio|mando|llamo|devuelvo|aviso|confirmo|escribo|reembolso|informo|enviaremos|enviamos|mandamos|devolvemos|devolveremos|llamaremos|llamare|enviare|mandare|avisare|contactaremos|reembolsaremos|responderemos|adjunto)\\b|\\b(?:envio|mando|llevo|pruebo|enviare|mandare|llamare|probare|llevare|intentare|solicitare|abrire|preguntare|consultare|lo intento|lo pruebo)\\b`,
  ),
  commitOther:
    /\b(?:(?:recibira\w*|recibiran|tendra\w*|vera\w*) |(?:un|una|el|la|nuestr\w+|mi) (?:\w+ ){0,3}(?:le|te|se) (?:llamara|contactara|respondera|escribira|pondra)|se (?:le|te) (?:enviara|reembolsara|abonara|devolvera|ingresara)|(?:va|van) a (?:recibir|llegar|contactar|llamar))/,
  commitVerb: new RegExp(`\\b(?:${DO})\\b`),
  noCommit:
    /\b(?:puedo intentarlo|cuando recibira|siempre envio|le (?:llamo|escribo) porque|me (?:van|vais) a|si (?:usted )?quiere|no voy a|no le puedo)\b/,
  retract:
    /\b(?:olvidelo|olvidalo|dejelo|dejalo|ya no (?:hace falta|es necesario)|no hace falta|mejor no)\b/,
  offerIf:
    /\b(?:si (?:hace|no|usted|lo|la|el|es|quiere|necesita)|en caso|en cuanto|una vez|cuando (?:lo|la|el))\b/,
  human: /\b(?:hablar con (?:un|una|alguien)|persona real|un humano|un agente|un operador)\b/,
  abandon:
    /\b(?:dejelo|dejalo|olvidelo|me tengo que ir|tengo que irme|mas tarde|en otro momento)\b/,
  urgent:
    /\b(?:urgen\w+|cuanto antes|lo antes posible|inmediatamente|ahora mismo|hoy mismo|esta noche|emergencia|abogado|denuncia\w*|hoja de reclamaciones)\b/,
  critical:
    /\b(?:medicament\w*|medicin\w+|robad\w+|robaron|robo|fraude|estafa\w*|hackead\w*|humo|quema\w*|incendio|chispas|nadie puede|todos los (?:usuarios|empleados)|en el aeropuerto)\b/,
  calm: /\b(?:no (?:es|hay|corre) (?:urgente|prisa)|sin prisa|cuando (?:pueda|puedas|tenga)|solo (?:una )?(?:pregunta|duda|sugerencia)|por curiosidad)\b/,
  repeat:
    /\b(?:(?:segunda|tercera|cuarta) vez|otra vez|ya (?:llame|escribi|he llamado|lo he explicado)|varias veces|desde hace (?:semanas|meses|dias))\b/,
};
