import type { Cues } from './cue.rules.ts';

const DO =
  'envi\\w+|mand\\w+|lig(?:o|ar|arei|amos|aremos)|devolv\\w+|reembols\\w+|escrev\\w+|contat\\w+|contact\\w+|consult\\w+|pergunt\\w+|verific\\w+|tent\\w+|test\\w+|abr\\w+|cri(?:o|ar|arei)|avis\\w+|inform\\w+|confirm\\w+|respond\\w+|faz\\w+|farei|solicit\\w+|cancel\\w+|troc\\w+|encaminh\\w+|retorn\\w+|estorn\\w+|anex\\w+|lev(?:o|ar|arei)|pedir|peco|pass(?:ar|o)|registr\\w+';

/** Portuguese, of Portugal and Brazil. */
export const portuguese: Cues = {
  greeting: /^(?:ola|oi|bom dia|boa (?:tarde|noite)|bem-?vind\w+|prezad\w+)\b/,
  filler:
    /^(?:ok|ta|certo|sim|nao|obrigad[oa]|perfeito|claro|entendi|entendo|ah|oh|entao|bem|otimo|esta bem|e|mas|desculpe|beleza|combinado|muito obrigad[oa])\b/,
  acknowledgement:
    /^(?:(?:ok|ta|bom|certo|sim|obrigad[oa]|perfeito|claro|entendi|entendo|ah|oh|bem|otimo|esta|beleza|combinado|muito|de nada|valeu|por nada|pela ajuda|legal|hm+)(?:[\s,.!:;)(-]+|$))+$/,
  thanks: /\b(?:obrigad[oa]|agradeco|valeu)\b/,
  closing:
    /\b(?:adeus|tchau|ate (?:logo|mais|breve)|(?:tenha )?(?:um )?bom (?:dia|fim)|cumprimentos|abraco)\b/,
  satisfied:
    /\b(?:e (?:so|tudo)|era (?:so|isso)|mais nada|tudo (?:certo|resolvido))\b|^nao,? obrigad/,
  yesNo:
    /^(?:sim|nao|claro|certamente|infelizmente|exato|exatamente|ainda nao|normalmente|com certeza)\b/,
  polarity:
    /\b(?:(?:voce |o senhor |a senhora )?(?:pode|deve|precisa|tem de|tem que)|nao e|e (?:possivel|gratuito|gratis)|infelizmente|gratis|gratuit\w+|basta)\b/,
  hold: /\b(?:um (?:momento|instante|segundo|minuto|momentinho)|deixe-?me|deixa eu|vou (?:verificar|ver|consultar|conferir)(?: isso| aqui| agora)?[^,.]{0,20}[.!]*$|so um|aguarde|vou (?:transferir|passar) (?:voce|para)|estou (?:verificando|a verificar))\b/,
  defer:
    /\b(?:nao sei|(?:tenho|preciso) (?:de |que )?(?:perguntar|consultar|confirmar|verificar)|vou (?:perguntar|confirmar com|consultar (?:o|a))|(?:aviso|informo)(?:-o|-a)? (?:depois|assim)|nao tenho (?:essa )?informac\w+|dou retorno)\b/,
  ask: /\b(?:(?:pode|poderia|podia|podemos|me pode)|por favor|preciso|quero|queria|queremos|gostaria|diga-me|me diga|qual e o|qual o)\b/,
  instruction:
    /\b(?:reinicie|desligue|ligue o|abra|clique|pressione|tente|va (?:a|em|ate)|acesse|desinstale|verifique|ja tentou|tentou|pode (?:ir|usar|fazer)|basta)\b/,
  questionStart:
    /^(?:(?:e|mas|ola|oi|ok)[, ]+)*(?:como (?:posso|faco|e)|quando|quanto|onde|por ?que|porque|o que|qual|quem|posso|vou (?:receber|ter|pagar)|tem como)\b/,
  idle: /\b(?:(?:como|em que) (?:posso|podemos) (?:ajudar|ser)|posso (?:ajudar|te ajudar)|mais alguma (?:coisa|duvida)|algo mais|ainda esta ai|tem alguem|alguem ai|tudo bem\?|pode(?:m)? me ajudar|como vai)\b/,
  smallTalk:
    /\b(?:que tempo|fim de semana|futebol|o jogo|meu (?:cachorro|gato|marido|filho)|minha (?:mulher|esposa|filha)|ta chovendo|faz sol)\b/,
  attempt:
    /\b(?:(?:ja )?(?:tentei|reiniciei|liguei|escrevi|verifiquei|troquei|desinstalei|instalei|desliguei|contatei|contactei|atualizei|testei|apaguei|pedi|abri))\b/,
  did: /^(?:(?:ok|sim|ja|pronto)[, ]+)*(?:feito|fiz|ja fiz|continua|mesmo|a mesma|o mesmo|nada|nao|funcionou|funciona)\b/,
  done: /\b(?:feito|pronto|(?:acabei de|ja|acabo de) (?:envi\w+|mand\w+|cancel\w+|bloque\w+|registr\w+|corrig\w+|alter\w+|abr\w+|solicit\w+)|(?:enviei|mandei|cancelei|bloqueei|reembolsei|corrigi|alterei|solicitei|registrei|registei)|(?:foi|foram|esta|ficou) (?:ja )?(?:enviad|cancelad|bloquead|reembolsad|corrigid|alterad|estornad|confirmad|ativad)\w+|em anexo|segue)\b/,
  fails:
    /\b(?:continua (?:sem|igual|a|dando|nao)|ainda nao|nao (?:funciona|funcionou|adiantou|resolveu)|mesmo (?:erro|problema)|mesma coisa|sem sucesso)\b/,
  works:
    /\b(?:(?:ja|agora) (?:funciona|funcionou|esta funcionando|consigo)|funcionou|(?:problema )?resolvido|deu certo)\b/,
  problem:
    /\b(?:nao (?:chegou|recebi|funciona|consigo|aparece|carrega|liga|foi|fui|fiz|reconheco|caiu|entrou|esta)|err[oa]\w*|falh\w+|quebrad\w+|estragad\w+|avari\w+|defeit\w+|danificad\w+|falta\w*|perdid\w+|perdi|roubad\w+|roubaram|bloquead\w+|errad\w+|duas vezes|em dobro|duplicad\w+|demais|demasiado|atras\w+|cancelad\w+|problema\w*|cobrad\w+|cobraram|nunca|sem (?:internet|sinal|resposta|luz)|reclam\w+|lent[oa])\b/,
  wish: /\b(?:quero|queria|gostaria|preciso|queremos|precisamos|como (?:posso|faco)|e possivel)\b/,
  also: /^(?:e )?(?:tambem|outra coisa|alem disso|por sinal|segundo|mais uma coisa|\(?[2-9][).])/,
  commit: new RegExp(
    `\\b(?:vou|vamos) (?:lhe |te |ja |tambem |entao )*(?:${DO})|\\b(?:lhe|te) (?:envio|mando|ligo|aviso|informo|confirmo)\\b|\\b(?:envio|mando|ligo|enviarei|enviaremos|mandarei|ligarei|ligaremos|tentarei|avisarei|devolveremos|reembolsaremos|entraremos em contato|entrarei em contato|entramos em contacto|encaminharei|solicitarei|farei|estornaremos|levo|aviso)(?:-lhe|-o|-a)?\\b`,
  ),
  commitOther:
    /\b(?:(?:voce |o senhor |a senhora )?(?:recebera|vai receber|tera|vai ter|sera) |(?:um|uma|o|a|noss\w+|meu|minha) (?:\w+ ){0,4}(?:vai|ira|entrara) (?:ligar|contatar|contactar|responder|entrar|lhe|te|em contato|em contacto|chegar|passar)|(?:colega|tecnico) .{0,30}(?:vai|ira|entrara))/,
  commitVerb: new RegExp(`\\b(?:${DO})\\b`),
  noCommit:
    /\b(?:quando vou|vou receber\?|nao vou|se (?:quiser|preferir)|estou (?:ligando|escrevendo) porque|nao posso prometer|sera que)\b/,
  retract:
    /\b(?:deixa (?:pra la|estar)|deixe estar|esquec\w+|nao precisa(?: mais)?|nao e mais necessario)\b/,
  offerIf: /\b(?:se (?:nao|voce|for|precisar|o|a|quiser)|caso|assim que|logo que|quando (?:o|a))\b/,
  human:
    /\b(?:falar com (?:um|uma|alguem)|pessoa (?:real|de verdade)|um humano|um atendente|atendente)\b/,
  abandon:
    /\b(?:deixa (?:pra la|estar)|tenho que (?:ir|sair)|preciso (?:ir|sair)|mais tarde|outra hora|desisto)\b/,
  urgent:
    /\b(?:urgen\w+|o quanto antes|o mais rapido|imediatamente|agora mesmo|hoje mesmo|esta noite|hoje a noite|emergencia|advogado|procon|prazo)\b/,
  critical:
    /\b(?:medicament\w*|remedios?|roubad\w+|roubaram|fraude|golpe|hackead\w*|clonad\w+|fumaca|fumo|queim\w+|incendio|faiscas|ninguem consegue|todos os (?:usuarios|funcionarios|colaboradores)|no aeroporto)\b/,
  calm: /\b(?:nao (?:e urgente|ha pressa|tem pressa)|sem pressa|quando (?:puder|der)|so (?:uma )?(?:pergunta|duvida|sugestao)|por curiosidade)\b/,
  repeat:
    /\b(?:(?:segunda|terceira|quarta) vez|de novo|outra vez|ja (?:liguei|escrevi|expliquei)|varias vezes|ha (?:semanas|meses|dias))\b/,
};
