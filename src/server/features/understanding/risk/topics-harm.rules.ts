import { phrases } from '../text/words.rules.ts';
import type { RiskCue } from './topics-law.rules.ts';

/** Products or events that hurt people or could. */
export const safety: readonly RiskCue[] = [
  {
    weight: 0.85,
    pattern: phrases(
      `caught fire|on fire|fire hazard|set fire|started smoking|is smoking|smoke came|smoke coming|smoke is coming|burned my|was burned|were burned|was burnt|burnt my|burned me|burnt me|got burned|got burnt|is burnt|is burned|been burnt|been burned|burnt hand|burned hand|burnt finger*|burned finger*|burns on my|burn on my|burnt myself|burned myself|scald*|blisters on|cut myself|hurt myself|i am bleeding|i'm bleeding|is bleeding|burning smell|smells burnt|smell* of burning|melted|overheat*|exploded|explosion|explode*|electric shock|electrocuted|gave me a shock|got a shock|sparks|sparking|injured|injury|injuries|hurt my|cut my finger|cut my hand|hospital|choking|choked|suffocat*|poison*|toxic|allergic reaction|gas leak|smell gas|smell of gas|carbon monoxide|brakes failed|brake failure|broken glass in|glass in my|metal in my|mould in|swallowed|unsafe|danger to|dangerous|someone could get hurt|food poisoning|exposed wire*
      brennt|gebrannt|feuer gefangen|brandgefahr|brandgeruch|raucht|rauch|verbrannt|verbrennung*|geschmolzen|uberhitzt|explodiert|explosion|stromschlag|funken|verletzt|verletzung*|krankenhaus|erstick*|vergift*|giftig*|allergische reaktion|gasgeruch|gasleck|bremsen versagt|glassplitter|verschluckt|gefahrlich*|lebensgefahr*
      pris feu|en feu|incendie|fume|de la fumee|brule|brulee|brulure*|fondu|surchauffe|explose|explosion|choc electrique|decharge electrique|electrocute*|etincelle*|blesse|blessee|blessure*|hopital|etouff*|empoisonn*|intoxication|toxique*|reaction allergique|fuite de gaz|odeur de gaz|dangereu*|bouts de verre|morceaux de verre|freins ont lache
      se incendio|prendio fuego|incendio|humo|quemado|quemada|quemo|quemadura*|derretido|sobrecalienta|exploto|explosion|descarga electrica|calambre|chispas|herido|herida|lesion*|hospital|asfixia*|envenen*|intoxica*|toxico|reaccion alergica|fuga de gas|olor a gas|peligroso|peligrosa|cristales en|frenos fallaron
      preso fuoco|incendio|fumo|bruciato|bruciata|ustione|ustioni|fuso|surriscalda*|esploso|esplosa|esplosione|scossa elettrica|ho preso la scossa|scintille|ferito|ferita|ospedale|soffoca*|avvelena*|intossica*|tossico|reazione allergica|fuga di gas|odore di gas|pericoloso|pericolosa|pezzi di vetro|freni non
      in brand|vlam gevat|brandlucht|brandgevaar|rook|verbrand*|gesmolten|oververhit*|ontploft|explosie|elektrische schok|vonken|gewond|letsel|ziekenhuis|gestikt|stikken|vergift*|giftig*|allergische reactie|gaslek|gaslucht|gevaarlijk*|glasscherven|remmen weigerden|remmen werkten niet
      pegou fogo|incendio|fumaca|queimou|queimado|queimada|queimadura*|derreteu|superaquec*|explodiu|explosao|choque eletrico|levei um choque|faiscas|ferido|ferida|machucou|hospital|engasgou|sufoc*|envenen*|intoxic*|toxico|reacao alergica|vazamento de gas|cheiro de gas|perigoso|perigosa|vidro na|freios falharam`,
    ),
  },
  {
    weight: 0.35,
    pattern: phrases(
      `hot to touch|very hot|smell|sharp edge*|recall|too hot|heiss|scharfe kante*|chaud|caliente|scotta|heet|quente`,
    ),
  },
];

/** People who may hurt themselves. */
export const selfHarm: readonly RiskCue[] = [
  {
    weight: 0.95,
    pattern: phrases(
      `kill myself|killing myself|end my life|ending my life|take my own life|taking my own life|suicid*|want to die|wanna die|wish i was dead|wish i were dead|better off dead|better off without me|hurt myself|hurting myself|harm myself|harming myself|self harm*|selfharm*|cut myself|cutting myself|no reason to live|nothing to live for|don't want to live|do not want to live|dont want to live|can't go on living|cannot go on living|end it all|not be here tomorrow|overdose|unalive|jump off a bridge|don't want to be alive|dont want to be alive|want to disappear forever|goodbye forever|tired of living|kms
      umbringen will|bring mich um|mich umbringen|mir das leben nehmen|leben nehmen|selbstmord*|suizid*|nicht mehr leben|will sterben|mochte sterben|selbst verletze*|mir etwas antun|mir was antun|keinen sinn mehr|ritze mich|lebensmude|allem ein ende|besser ohne mich|ich kann nicht mehr leben
      me tuer|me suicider|suicid*|en finir avec la vie|mettre fin a mes jours|envie de mourir|veux mourir|plus envie de vivre|ne veux plus vivre|me faire du mal|me mutil*|m'automutil*|automutil*|en finir avec tout
      matarme|me voy a matar|quitarme la vida|suicid*|quiero morir|quiero morirme|no quiero vivir|no quiero seguir viviendo|acabar con mi vida|hacerme dano|autoles*|mejor muert*|no vale la pena vivir
      uccidermi|ammazzarmi|mi ammazzo|mi uccido|togliermi la vita|suicid*|voglio morire|non voglio piu vivere|farla finita|farmi del male|autoles*|non ha senso vivere
      zelfmoord*|suicid*|mezelf van kant|mezelf iets aandoen|mezelf pijn|mezelf snijden|wil dood|wil sterven|niet meer leven|einde aan mijn leven|eruit stappen|zelfdoding
      me matar|vou me matar|tirar minha vida|tirar a minha vida|suicid*|quero morrer|nao quero mais viver|nao quero viver|acabar com a minha vida|acabar com minha vida|me machucar|me cortar|automutil*|melhor sem mim`,
    ),
  },
  {
    weight: 0.4,
    pattern: phrases(
      `hopeless|can't take it anymore|cannot take it anymore|can't cope|no way out|desperate|hoffnungslos|verzweifelt|kann nicht mehr|a bout|desespere*|no puedo mas|desesperad*|non ce la faccio piu|disperat*|wanhopig|kan niet meer|nao aguento mais`,
    ),
  },
];

/** Accounts and systems in the hands of others. */
export const security: readonly RiskCue[] = [
  {
    weight: 0.85,
    pattern: phrases(
      `hacked|hacker*|hacking|been compromised|was compromised|is compromised|account takeover|taken over my account|someone logged in|somebody logged in|someone else logged|someone has access|someone accessed|somebody accessed|unknown login|unknown device|suspicious login|suspicious activity|unauthorised access|unauthorized access|login attempt*|phishing|malware|ransomware|virus|trojan|vulnerability|vulnerabilities|xss|sql injection|security hole|security issue|security flaw|security bug|security incident|security breach|bug bounty|exploit|stolen password|password leaked|password was stolen|leaked password*|api key leaked|leaked api key|fake email*|fake website|impersonat*|identity theft|sim swap|keylogger|stole my account|not me who logged
      gehackt|hacker*|kompromittiert|jemand hat sich in|fremder zugriff|unbefugt*|unbekannte anmeldung|unbekanntes gerat|verdachtige anmeldung|verdachtige aktivitat*|phishing*|schadsoftware|trojaner|virus|sicherheitslucke*|sicherheitsvorfall|passwort gestohlen|passwort geleakt|gefalschte e-mail*|gefalschte mail*|identitatsdiebstahl|konto ubernommen
      pirate|piratee|piratage|hacke|hackee|compte compromis|compromis|quelqu'un s'est connecte|connexion inconnue|connexion suspecte|appareil inconnu|activite suspecte|acces non autorise|hameconnage|phishing|logiciel malveillant|virus|faille de securite|faille|mot de passe vole|usurpation d'identite|faux mail*|usurp*
      hackead*|hackearon|me han hackeado|jaqueado|comprometid*|alguien entro|alguien ha entrado|alguien accedio|inicio de sesion sospechoso|inicio de sesion desconocido|dispositivo desconocido|actividad sospechosa|acceso no autorizado|phishing|malware|virus|vulnerabilidad*|contrasena robada|robaron la contrasena|correo falso|suplanta*|robo de identidad|me robaron la cuenta
      hackerat*|violato|account compromesso|compromess*|qualcuno e entrato|qualcuno ha effettuato|qualcuno ha avuto accesso|accesso sospetto|accesso sconosciuto|dispositivo sconosciuto|attivita sospetta|accesso non autorizzato|phishing|malware|virus|vulnerabilita|falla di sicurezza|password rubata|furto d'identita|furto di identita|email falsa|mi hanno rubato l'account
      gehackt|hacker*|gecompromitteerd|iemand heeft ingelogd|iemand is ingelogd|onbekende inlog|onbekend apparaat|verdachte inlog*|verdachte activiteit|onbevoegde toegang|ongeautoriseerde toegang|phishing*|malware|virus|kwetsbaarheid|beveiligingslek|lek gevonden|wachtwoord gestolen|nepmail*|identiteitsfraude|account overgenomen
      hackead*|hackearam|invadid*|invadiram|comprometid*|alguem entrou|alguem acessou|login suspeito|acesso suspeito|dispositivo desconhecido|atividade suspeita|acesso nao autorizado|phishing|malware|virus|vulnerabilidade*|falha de seguranca|senha roubada|roubaram minha senha|roubaram minha conta|email falso|roubo de identidade|clonaram`,
    ),
  },
  {
    weight: 0.35,
    pattern: phrases(
      `suspicious|not my login|password changed|changed my password|spam|verdachtig|passwort geandert|suspect|sospechoso|sospetto|verdacht|suspeito`,
    ),
  },
];

/** Personal data: rights, leaks, letters to the wrong person. */
export const privacy: readonly RiskCue[] = [
  {
    weight: 0.85,
    pattern: phrases(
      `gdpr|ccpa|data protection|data breach|data leak*|leaked my data|leaked my|personal data|personal information|subject access request|dsar|right to be forgotten|right to erasure|delete my data|delete all my data|erase my data|remove my data|delete all data|privacy commissioner|privacy complaint|privacy violation|privacy breach|my privacy|shared my data|share my data|sold my data|sell my data|sharing my data|someone else's data|another customer's|other customer's|somebody else's invoice|someone else's invoice|someone else's order|someone else's address|other people's data|medical record*|without my consent|withdraw my consent|withdraw consent|data you hold|data you have about me|data protection officer|tracking me|published my address|gave my number|gave out my|see other customers
      dsgvo|datenschutz*|datenleck|datenpanne|personenbezogen*|personliche* daten|meine daten|auskunft nach|auskunftsanspruch|daten loschen|loschung meiner|recht auf vergessen*|daten weitergegeben|daten verkauft|fremde daten|daten anderer|daten eines anderen|ohne meine einwilligung|ohne meine zustimmung|einwilligung widerruf*
      rgpd|cnil|protection des donnees|fuite de donnees|violation de donnees|donnees personnelles|donnees a caractere|mes donnees|supprimer mes donnees|effacer mes donnees|droit a l'oubli|droit d'acces|sans mon consentement|retire mon consentement|vendu mes donnees|vie privee|donnees d'un autre
      rgpd|lopd|proteccion de datos|filtracion de datos|fuga de datos|datos personales|mis datos|borrar mis datos|eliminar mis datos|derecho al olvido|derecho de acceso|sin mi consentimiento|vendido mis datos|mi privacidad|datos de otro|datos de otra
      gdpr|garante della privacy|garante privacy|protezione dei dati|violazione dei dati|fuga di dati|dati personali|miei dati|cancellare i miei|diritto all'oblio|diritto di accesso|senza il mio consenso|venduto i miei|mia privacy|dati di un altro|dati di altri
      avg-verzoek|avg verzoek|de avg|gegevensbescherming|autoriteit persoonsgegevens|datalek|persoonsgegevens|mijn gegevens|gegevens verwijderen|recht om vergeten|inzageverzoek|zonder mijn toestemming|gegevens verkocht|mijn privacy|gegevens van een ander|gegevens van iemand anders
      lgpd|rgpd|protecao de dados|vazamento de dados|vazaram meus|dados pessoais|meus dados|apagar meus dados|excluir meus dados|direito ao esquecimento|sem meu consentimento|sem o meu consentimento|venderam meus|minha privacidade|dados de outra|dados de outro`,
    ),
  },
  {
    weight: 0.35,
    pattern: phrases(
      `privacy|confidential|unsubscribe me|mailing list|vertraulich|confidentiel|confidencial|riservat*|vertrouwelijk`,
    ),
  },
];
