import { phrases } from '../text/words.rules.ts';

/** A sign of a risk: how telling it is by itself (0 to 1) and the words. */
export type RiskCue = { readonly weight: number; readonly pattern: RegExp };

/** Threats and announcements of legal steps. */
export const legal: readonly RiskCue[] = [
  {
    weight: 0.9,
    pattern: phrases(
      `lawyer*|attorney*|solicitor*|legal action|legal steps|legal proceedings|legal team|take you to court|take this to court|see you in court|small claims|lawsuit*|sue you|suing|will sue|going to sue|sue your|class action|ombudsman|trading standards|cease and desist|consumer protection|file a complaint with the|regulator|letter before action|press charges
      anwalt*|rechtsanwalt*|rechtsanwalte|rechtliche schritte|rechtlich vorgehen|klage|verklage*|klagen|vor gericht|verbraucherschutz*|verbraucherzentrale|strafanzeige|anzeige erstatten|mahnbescheid|schlichtungsstelle|juristische* schritte|gerichtlich
      avocat|avocate|mon avocat|porter plainte|porte plainte|depot de plainte|poursuites|poursuivre en justice|en justice|mise en demeure|tribunal|tribunaux|huissier|dgccrf|voie judiciaire|action judiciaire
      abogado*|abogada*|demandar*|demanda judicial|una demanda|juzgado|tribunales|acciones legales|medidas legales|via judicial|denunciar*|denuncia|oficina del consumidor|defensa del consumidor|hoja de reclamaciones
      avvocato|avvocati|legale rappresentante|mio legale|vie legali|azioni legali|azione legale|denuncia*|querela|tribunale|causa legale|far causa|faro causa|associazione consumatori|giudice di pace
      advocaat|advocaten|juridische stappen|rechtszaak|rechtbank|naar de rechter|voor de rechter|aanklagen|aangifte|dagvaarding|ingebrekestelling|geschillencommissie|rechtsbijstand
      advogado*|advogada*|processar voces|vou processar|processo judicial|acao judicial|na justica|tribunal|procon|medidas legais|queixa crime|defesa do consumidor|livro de reclamacoes`,
    ),
  },
  {
    weight: 0.35,
    pattern: phrases(
      `illegal|unlawful|breach of contract|my rights|against the law|liable|liability|rechtswidrig|vertragsbruch|illegale|rupture de contrat|mes droits|ilegal|mis derechos|illegale|miei diritti|onrechtmatig|contractbreuk|mijn rechten|ilegal|meus direitos`,
    ),
  },
];

/** Money taken back or disputed through a bank. */
export const paymentDispute: readonly RiskCue[] = [
  {
    weight: 0.85,
    pattern: phrases(
      `chargeback*|charge back|dispute the charge*|dispute the payment|dispute this charge|dispute this payment|disputing the*|disputed the*|disputed with my bank|payment dispute|charged twice|charged me twice|double charged|charged double|unauthorised charge*|unauthorized charge*|unauthorised payment*|unauthorized payment*|unauthorised transaction*|unauthorized transaction*|did not authorise|did not authorize|didn't authorise|didn't authorize|never authorised|never authorized|reverse the payment|reverse the charge|don't recognise this charge|do not recognise this charge|don't recognize this charge|do not recognize this charge|contacted my bank|my bank will|fraudulent charge*|fraudulent transaction*|paypal case|paypal dispute|stop the direct debit|billed twice
      ruckbuchung|lastschrift zuruck*|zuruckbuchen|doppelt abgebucht|zweimal abgebucht|unberechtigt* abgebucht|unberechtigte abbuchung|nicht autorisiert*|meine bank einschalten|kaferschutz|kauferschutz|abbuchung nicht
      opposition bancaire|retrofacturation|contester le paiement|conteste le paiement|contester ce prelevement|conteste ce prelevement|debite deux fois|debitee deux fois|preleve deux fois|prelevement non autorise|paiement non autorise|litige paypal
      contracargo|disputar el cargo|cargo no autorizado|cargos no autorizados|cobro no autorizado|cobrado dos veces|cobraron dos veces|doble cobro|devolver el recibo|no reconozco este cargo|no autorice
      storno del pagamento|contestare l'addebito|contesto l'addebito|contestare il pagamento|addebito non autorizzato|addebitato due volte|addebitata due volte|doppio addebito|non ho autorizzato|disconosco
      terugboeking|storneren|storneer|dubbel afgeschreven|twee keer afgeschreven|dubbel betaald|niet geautoriseerd*|betwist de betaling|betwist deze betaling|onterecht afgeschreven
      estorno do cartao|contestar a compra|contestar a cobranca|cobrado duas vezes|cobraram duas vezes|cobranca duplicada|cobranca indevida|nao autorizei|nao reconheco esta compra|nao reconheco essa compra|debitado duas vezes`,
    ),
  },
  {
    weight: 0.4,
    pattern: phrases(
      `my bank|overcharged|wrong amount|scam|fraud|meine bank|falscher betrag|ma banque|mauvais montant|mi banco|importe incorrecto|la mia banca|importo sbagliato|mijn bank|verkeerd bedrag|meu banco|valor errado`,
    ),
  },
];

/** Journalists, and customers who go public. */
export const press: readonly RiskCue[] = [
  {
    weight: 0.85,
    pattern: phrases(
      `journalist*|reporter|reporters|newspaper*|the press|press inquiry|press enquiry|press office|media inquiry|media enquiry|the media|news outlet*|tv station|consumer programme|go public|going public|publish an article|writing an article|article about your company|statement for publication|request for comment|watchdog|go viral|making this viral|investigative|editorial team|news desk
      journalist*|reporter|zeitung|die presse|presseanfrage|pressestelle|redaktion|die medien|offentlich machen|an die offentlichkeit|fernsehen|stellungnahme fur unseren
      journaliste*|la presse|un journal|le journal|les medias|attache* de presse|service de presse|redaction|rendre public|rendre publique|rendre cette affaire publique|emission de television|reportage
      periodista*|la prensa|periodico|los medios|medios de comunicacion|hacerlo publico|redaccion|gabinete de prensa|reportaje|television
      giornalista*|giornalisti|la stampa|giornale|giornali|ufficio stampa|redazione|rendere pubblic*|striscia la notizia|alla televisione|i media
      journalist*|de pers|de krant|krant|persvraag|persvoorlichter|redactie|naar de media|de media|openbaar maken|televisieprogramma
      jornalista*|a imprensa|imprensa|o jornal|jornais|assessoria de imprensa|redacao|tornar publico|reportagem|a midia|na televisao`,
    ),
  },
  {
    weight: 0.55,
    pattern: phrases(
      `post this on twitter|post this on social media|all over social media|tell everyone on|my followers|youtube channel|bad review everywhere|social media|soziale medien|sozialen medien|reseaux sociaux|redes sociales|social network|sui social|sociale media|redes sociais`,
    ),
  },
];

/** Being treated worse for who one is. */
export const discrimination: readonly RiskCue[] = [
  {
    weight: 0.88,
    pattern: phrases(
      `discriminat*|racist*|racism|racial*|sexist*|sexism|homophob*|transphob*|xenophob*|antisemit*|islamophob*|ableist|ableism|bigot*|because of my race|because i am black|because i'm black|because of my skin|skin colour|skin color|because i am a woman|because i'm a woman|because of my religion|because i am muslim|because i'm muslim|because i am jewish|because of my age|because of my disability|because i am disabled|because i'm disabled|because i'm gay|because i am gay|because of my accent|because of my nationality|because of my gender|treated differently because|racial slur*|hate speech|not accessible to wheelchair*|refused my guide dog|refused because of my
      diskriminier*|rassist*|rassismus|sexist*|sexismus|homophob*|transphob*|auslanderfeindlich*|antisemit*|wegen meiner hautfarbe|wegen meiner herkunft|wegen meiner religion|wegen meines geschlechts|wegen meiner behinderung|weil ich eine frau bin|weil ich auslander bin|fremdenfeindlich*|behindertenfeindlich*
      discrimin*|racist*|raciste*|racisme|sexiste*|sexisme|homophob*|xenophob*|antisemit*|a cause de ma couleur|couleur de peau|a cause de mon origine|en raison de mon origine|a cause de mes origines|a cause de ma religion|a cause de mon handicap|parce que je suis une femme|parce que je suis noir*
      racista*|racismo|machista*|machismo|sexista*|homofob*|xenofob*|antisemit*|por mi color|color de piel|por mi origen|por mi religion|por ser mujer|por ser extranjer*|por mi discapacidad|por mi acento
      razzist*|razzismo|sessist*|sessismo|omofob*|xenofob*|colore della pelle|per la mia origine|per la mia religione|perche sono una donna|perche sono straniero|perche sono straniera|per la mia disabilita
      gediscrimineerd|discriminatie|racistisch*|racisme|seksistisch*|seksisme|homofob*|xenofob*|vanwege mijn huidskleur|huidskleur|vanwege mijn afkomst|vanwege mijn geloof|vanwege mijn handicap|omdat ik een vrouw ben|omdat ik buitenlander ben
      racista*|racismo|machista*|sexista*|homofob*|xenofob*|cor da pele|pela minha cor|por causa da minha cor|por ser mulher|por ser negro|por ser negra|por ser estrangeiro|pela minha religiao|minha deficiencia`,
    ),
  },
  {
    weight: 0.4,
    pattern: phrases(
      `prejudice*|biased|harass*|slur*|offensive remark*|insulted my|beleidig*|belastig*|prejuge*|insulte*|prejuicio*|acoso|pregiudiz*|molestie|vooroordeel|vooroordelen|preconceito*|assedio`,
    ),
  },
];
