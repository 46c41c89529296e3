/** Ways to give orders to a machine that reads mail, folded; `weight` is how likely one alone means it. */

/** A sign of an instruction, and how sure it is. */
export interface InjectionCue {
  readonly weight: number;
  readonly pattern: RegExp;
}

const cue = (weight: number, source: string): InjectionCue => ({
  weight,
  pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})`, 'gu'),
});

const GAP = "[ \\p{P}]{1,4}(?:[\\p{L}']{1,14}[ \\p{P}]{1,3}){0,5}?";
const MACHINE =
  '(?:the |an? |any |dear |hey |attention |this )?(?:ai|a\\.i\\.|llm|gpt|chatgpt|claude|gemini|copilot|bot|chatbot|assistant|language model|ai agent|ai assistant|support bot|automated (?:agent|assistant|system)|ki|ki assistent|assistent|sprachmodell|ia|asistente|assistente|chatbot|modele de langage|modelo de lenguaje|modello linguistico|modelo de linguagem|taalmodel|asystent|yapay zeka|ассистент|бот|нейросеть)';

/** Order to drop what it was told. */
const override: readonly InjectionCue[] = [
  cue(
    0.95,
    `(?:ignore|disregard|(?:set|put|leave) aside|forget|override|overrule|bypass|neglect|discard|skip|(?:do not|don't|stop) follow(?:ing)? (?:your|the|those|these|any|previous))${GAP}(?:instructions?|rules?|prompts?|guidelines?|directives?|directions|programming|training|safeguards?|guardrails?|restrictions|system message|policies|constraints)`,
  ),
  cue(
    0.95,
    `(?:ignorier\\p{L}*|vergiss|vergessen sie|missachte\\p{L}*|uberschreib\\p{L}*|umgeh\\p{L}*)${GAP}(?:anweisung\\p{L}*|regeln|vorgaben|instruktion\\p{L}*|richtlinien|prompt\\p{L}*|systemnachricht)`,
  ),
  cue(
    0.95,
    `(?:ignore[zrs]?|oublie[zrs]?|ne ten(?:ez|ir) pas compte|fais abstraction|contourne[zr]?|neglige[zr]?)${GAP}(?:instructions?|consignes?|regles|directives|prompt|invite)`,
  ),
  cue(
    0.95,
    `(?:ignor[aeo]r?|ignoren|olvid(?:a|ar|en|ad|ate de)|olvide (?:todas|sus|tus|cualquier)|omit[ae]|descart[ae]|salt[ae]te|haz caso omiso)${GAP}(?:instruccion\\p{L}*|reglas|normas|indicaciones|directrices|prompt)`,
  ),
  cue(
    0.95,
    `(?:ignor[aio]|ignorate|ignorare|dimentic[ai]|dimenticate|trascura|scavalca)${GAP}(?:istruzion\\p{L}*|regole|indicazioni|direttive|prompt)`,
  ),
  cue(
    0.95,
    `(?:negeer|negeren|vergeet|vergeten|omzeil|sla)${GAP}(?:instructie\\p{L}*|regels|aanwijzing\\p{L}*|richtlijnen|opdrachten|prompt)`,
  ),
  cue(
    0.95,
    `(?:ignor[ae]r?|ignorem|esquec[ae]|desconsider[ae]|descart[ae])${GAP}(?:instruc\\p{L}*|regras|orientac\\p{L}*|diretrizes|comandos|prompt)`,
  ),
  cue(0.95, `(?:zignoruj|ignoruj|zapomnij)${GAP}(?:instrukcj\\p{L}*|polecen\\p{L}*|zasad\\p{L}*)`),
  cue(
    0.95,
    `(?:игнорируи\\p{L}*|проигнорируи\\p{L}*|забудь\\p{L}*)${GAP}(?:инструкци\\p{L}*|правил\\p{L}*|указани\\p{L}*)`,
  ),
  cue(
    0.95,
    `(?:onceki|yukaridaki|tum)${GAP}(?:talimat\\p{L}*|kural\\p{L}*)${GAP}(?:yok say|unut|gormezden)`,
  ),
  {
    weight: 0.95,
    pattern:
      /(?:忽略|无视|忘记|不要理会)[^。\n]{0,12}(?:指令|指示|规则|提示)|(?:無視|忘れ)[^。\n]{0,12}|(?:以前|これまで|上記)の(?:指示|命令|ルール)を(?:無視|忘れ)/gu,
  },
];

/** Speaking to the machine, or in the voice of its maker. */
const address: readonly InjectionCue[] = [
  cue(
    0.75,
    `(?:note|message|instructions?|attention|order|hint|memo|nachricht|hinweis|anweisung|note|consigne|nota|instruccion|istruzioni|instructie|opmerking|instrucao|aviso)(?: (?:to|for|an|fur|pour|a|para|per|voor|al|all'|till))? (?:the |den |die |das |l'|el |la |il |de |o )?(?:ai|llm|bot|chatbot|assistant|ai assistant|language model|ki|assistenten|assistent|sprachmodell|ia|assistant|asistente|assistente|modele|modelo)(?![\\p{L}])`,
  ),
  cue(
    0.8,
    `(?:if|in case|when|since|wenn|falls|si|se|als) (?:you|you're|you are|du|sie|tu|vous|usted|eres|sei|je|voce)(?: (?:are|bist|sind|es|etes|eres|es|sei|bent|e))? (?:an? |the |eine? |un |un'|une |una |uma |een )?(?:ai|llm|bot|chatbot|language model|ai model|ai assistant|ki|sprachmodell|ia|assistant|intelligence artificielle|inteligencia artificial|intelligenza artificiale|taalmodel)(?![\\p{L}])`,
  ),
  cue(
    0.7,
    `${MACHINE}(?:[,:;.!-]{1,2} ?)(?:\\p{L}{1,12} ){0,4}?(?:reply|respond|answer|say|send|forward|refund|approve|close|include|output|print|reveal|show|tell|email|mark|set|grant|delete|confirm|write|call|issue|antworte|schreibe|sende|schicke|erstatte|bestatige|loesche|losche|reponds|repondez|ecris|envoie|envoyez|rembourse|confirme|responde|escribe|envia|reembolsa|confirma|rispondi|scrivi|invia|rimborsa|conferma|antwoord|stuur|schrijf|bevestig|responda|escreva|envie|reembolse|confirme)(?![\\p{L}])`,
  ),
  cue(
    0.7,
    `(?:you|the assistant|the ai|the bot|as an ai you) (?:are|is) (?:now |hereby |henceforth ){1,2}(?:an? |the |in |my |no longer )?(?:\\p{L}{1,14} ){0,2}(?:assistant|bot|mode|admin\\p{L}*|ai|unrestricted|dan|developer|free|authorized|authorised|allowed|required|instructed|pirate|bound)`,
  ),
  cue(
    0.7,
    '(?:du bist (?:jetzt|ab sofort)|tu es (?:maintenant|desormais)|ahora eres|a partir de ahora eres|ora sei|adesso sei|je bent (?:nu|vanaf nu)|agora voce e|a partir de agora voce e|teraz jestes|теперь ты) (?:an? |eine? |un |une |una |uma |een |ein )?\\p{L}{2,}',
  ),
  cue(
    0.85,
    '(?:system prompt|systemprompt|prompt systeme|prompt del sistema|prompt do sistema|prompt di sistema|initial prompt|hidden prompt|prompt injection|jailbreak|do anything now|developer mode enabled|god mode|dan mode)(?![\\p{L}])',
  ),
  {
    weight: 0.9,
    pattern:
      /<\|?(?:im_start|im_end|system|endoftext|start_header_id|eot_id)\|?>|\[\/?inst\]|<<\/?sys>>|<\/?(?:system|assistant|instructions?|admin|tool_?(?:call|result|use)|function_?(?:call|results?))>|(?:^| )###+ ?(?:system|instruction|new instructions?|assistant|task)\b|\{ ?"role" ?: ?"(?:system|assistant|tool)"/gu,
  },
  {
    weight: 0.7,
    pattern:
      /(?:^|[\n.!] ?|\*\*|\[|\()(?:новые инструкции|new instructions?|new rules?|neue anweisung(?:en)?|nouvelles? instructions?|nuevas? instrucciones|nuove istruzioni|nieuwe instructies?|novas instrucoes)(?: (?:message|override|notice|update|alert|note))? ?(?:\]|\)|\*\*)?:/gu,
  },
  {
    weight: 0.5,
    pattern:
      /(?:^|[\n.!?>] ?|\*\*|\[|\()(?:system|assistant|developer|sistema|systeme|systeem)(?: (?:message|override|notice|alert|note))? ?(?:\]|\)|\*\*)?:/gu,
  },
  cue(
    0.4,
    '(?:the |this )?(?:customer|user|sender) is (?:already )?(?:verified|trusted|a vip|authori[sz]ed|an admin)',
  ),
  cue(
    0.7,
    '(?:as|to|for) (?:the|an|any|every|whichever|whatever) (?:ai|llm|language model)(?: model| assistant| agent)? (?:handl|read|process|summari[sz]|answer|repl|that|which|who)',
  ),
  cue(
    0.75,
    'your (?:new|real|actual|true|only) (?:task|role|job|goal|purpose|instructions?|objective)s? (?:is|are)(?![\\p{L}])',
  ),
  cue(
    0.75,
    '(?:print|repeat|output|copy|recite|translate) (?:everything|all text|all words|the text|the words) (?:above|before|preceding)(?![\\p{L}])',
  ),
  cue(0.7, "(?:note|nota) a l[' ](?:ia|assistant|assistente)(?![\\p{L}])"),
  cue(
    0.7,
    '(?:assistent|assistant|asistente|assistente|chatbot|ki|ia) (?:antworte|antworten sie|schreibe|bestatige|reponds|repondez|ecris|confirme|responde|escribe|confirma|rispondi|scrivi|conferma|antwoord|schrijf|bevestig|responda|escreva|reply with|answer with|say that)(?![\\p{L}])',
  ),
  cue(
    0.75,
    '(?:put|include|insert|add|append|embed|paste)(?: \\S{1,80}){1,8}? (?:in|into|to|at the end of) your (?:answer|reply|response|message)(?![\\p{L}])',
  ),
];

/** What an attacker wants of it. */
const wants: readonly InjectionCue[] = [
  cue(
    0.85,
    `(?:reveal|show|print|repeat|output|leak|dump|disclose|expose|quote|paste|display|give me|tell me|send me|list|what (?:is|are))${GAP}(?:your |the )?(?:system prompt|instructions above|your instructions|hidden instructions|initial instructions|your prompt|internal notes?|internal articles?|internal knowledge|api keys?|secrets|other customers?\\p{L}*|customer (?:list|database|emails)|customers' \\p{L}+)(?![\\p{L}])`,
  ),
  cue(
    0.75,
    '(?:list|dump|leak|reveal|disclose|send me|give me) (?:me )?(?:all|every) (?:\\p{L}{1,12} )?(?:customers?|tickets|conversations|users)(?! i )(?![\\p{L}])',
  ),
  cue(
    0.8,
    `(?:zeig\\p{L}*|nenn\\p{L}*|verrate\\p{L}*|gib|schick\\p{L}*|affiche[zr]?|montre[zr]?|revele[zr]?|donne[zr]?|muestra|muestrame|revela|dame|envia|mostra\\p{L}*|rivela|dammi|toon|geef|onthul|mostre|revele|liste|elenca|lista)${GAP}(?:systemprompt|system prompt|deine anweisungen|internen? notiz\\p{L}*|anderen? kunden\\p{L}*|kundendaten|kundenliste|prompt systeme|tes instructions|vos instructions|autres clients|notes internes|otros clientes|notas internas|tus instrucciones|altri clienti|note interne|tue istruzioni|andere klanten|interne notities|je instructies|outros clientes|notas internas|suas instrucoes)`,
  ),
  cue(
    0.7,
    `(?:reply|respond|answer|output|write|say|antworte\\p{L}*|reponds|repondez|responde|responda|rispondi|antwoord)(?: (?:me|back|only|just|with|nur|seulement|solo|solamente|soltanto|alleen|apenas|mit|avec|con|met|com|exactly|genau|exactement|exactamente|esattamente|precies|exatamente|the|this|following|verbatim)){2,5} ?["'“«:„]`,
  ),
  cue(
    0.75,
    `(?:when|while|before|after|as) (?:you )?(?:reply|replying|answer|answering|summari[sz]\\p{L}*|respond\\p{L}*|process\\p{L}*|read\\p{L}*|draft\\p{L}*)(?: \\p{L}{1,12}){0,5}?,? (?:always |also |first |you must |must )*(?:include|insert|add|append|say|state|tell|write|use|send|put|mention that|link|forward|output)(?![\\p{L}])`,
  ),
  cue(
    0.7,
    `(?:your (?:reply|answer|response)|the (?:reply|answer|response|summary)) (?:must|should|has to|needs to|shall|will) (?:always |only |also )*(?:include|contain|start|begin|end|say|state|be|consist)(?![\\p{L}])`,
  ),
  cue(
    0.7,
    `(?:mark|flag|classify|set|treat|label|rate|categori[sz]e) (?:this|the|my) (?:ticket|case|conversation|request|customer|message|mail|email|priority|confidence)(?: \\p{L}{1,12}){0,3}? (?:as|to) (?:approved|solved|resolved|trusted|verified|vip|admin|safe|authorized|authorised|urgent priority|100|1\\.0|paid)`,
  ),
  cue(
    0.7,
    `(?:call|invoke|execute|run|trigger) (?:the |your )?(?:\\p{L}+ )?(?:tool|function|api)(?: \\p{L}{1,12}){0,3}(?: (?:with|for|on|now)|[(:])`,
  ),
  cue(
    0.6,
    '(?:admin|administrator|developer|root|supervisor|security|manager) (?:override|bypass|mode|access) ?(?:code|granted|enabled|activated|active|:)',
  ),
  cue(
    0.7,
    '(?:this (?:message|mail|email|ticket|instruction) (?:is|comes) from (?:the |your )?(?:system )?(?:administrator|developers?|creators?|openai|anthropic|system|vendor))',
  ),
  cue(
    0.7,
    '(?:forward|send|email|mail|cc|bcc|exfiltrate|post|upload) (?:\\p{L}{1,12} ){0,5}?(?:conversation|history|transcript|thread|data|details|notes|tickets|emails?|records) (?:\\p{L}{1,12} ){0,3}?to (?:https?|\\S{1,60}@|www|this (?:address|url))',
  ),
  cue(
    0.6,
    '(?:end of (?:ticket|customer message|user input|email|mail)|begin (?:system|admin) (?:message|instructions)|end user (?:message|input))(?![\\p{L}])',
  ),
];

/** Every cue that is looked for. */
export const injectionCues: readonly InjectionCue[] = [...override, ...address, ...wants];
