const words = (list: string): readonly string[] => list.trim().split(/\s+/);

/** Folded words and stems (ending in `*`) with what they say about the mood, -3 to 3. */
export const moodWords: readonly (readonly [number, readonly string[]])[] = [
  [
    3,
    words(
      'amazing awesome brilliant excellent fantastic outstanding perfect superb wonderful flawless hervorragend ausgezeichnet fantastisch* perfekt genial grossartig spitze wunderbar excellent* parfait* genial* formidable merveilleu* magnifique excelente* perfecto perfecta fantastico fantastica maravillos* eccellent* perfetto perfetta meraviglios* ottimo ottima uitstekend perfect geweldig* fantastisch perfeito perfeita maravilhos* otimo otima love loved adore',
    ),
  ],
  [
    2,
    words(
      'great good glad happy thank thanks thankful grateful helpful pleased lovely nice kind quick appreciate* satisfied impressed gut toll danke freundlich super zufrieden hilfreich schnell froh merci content* satisfait* ravi* sympa aimable utile rapide gracias bueno buena contento contenta satisfech* amable util rapido grazie buono buona contento soddisfatt* gentile utile veloce bedankt goed fijn blij tevreden vriendelijk behulpzaam snel obrigado obrigada bom boa satisfeit* feliz gentil util rapido',
    ),
  ],
  [
    1,
    words(
      'fine works working solved fixed cheers okay easy resolved klappt funktioniert geht erledigt resolu* marche fonctionne funciona resuelto funziona risolto werkt opgelost resolvido',
    ),
  ],
  [
    -1,
    words(
      'problem* issue* slow confusing wrong unfortunately difficult waiting missing late delay* error* problem* langsam falsch leider schwierig verspat* fehler* probleme* lent lente faux erreur* malheureusement retard* dificil problema* lento lenta error* retraso* sbagliat* lento ritardo errore errori probleem traag fout* helaas vertraging erro* atraso* errado errada difficile moeilijk',
    ),
  ],
  [
    -2,
    words(
      'bad annoy* disappoint* upset unhappy unacceptable frustrat* poor rude broken useless fail* failed complaint complain* ridiculous dissatisf* sick tired fed joke stupid schlecht* enttausch* verarger* argerlich unzufrieden frustr* unfreundlich kaputt nutzlos lacherlich inakzeptabel unverschamt* mauvais* decu* decev* enerv* inadmissible inacceptable mecontent* frustre* malo mala decepcion* enfadad* molest* insatisfech* inaceptable frustrad* ridicul* cattivo cattiva delus* deludent* arrabbiat* insoddisfatt* inaccettabil* ridicol* slecht* teleurgesteld* boos geirriteerd ontevreden belachelijk onacceptabel ruim mau decepcion* irritad* insatisfeit* inaceitavel pessim* pior',
    ),
  ],
  [
    -3,
    words(
      'terrible awful horrible worst disgrace* disgusting appalling furious outrag* scam fraud* thieves liars hate pathetic shame* shambles angry livid garbage rubbish crap shit* fuck* furchtbar schrecklich* katastroph* unverschamtheit frechheit wutend betrug* abzocke sauer scheiss* mies horrible* honteux honteuse scandaleu* arnaque* furieu* nul nulle merde lamentable* horrible verguenza estafa* furios* asco pesim* mierda vergogn* truffa* orribil* schifo pessim* indecent* verschrikkelijk waardeloos schandalig* woedend oplicht* vreselijk kut horrivel vergonha golpe* furios* ridiculo nojent* merda',
    ),
  ],
];

/** Words that turn what follows them round, within a few words. */
export const negations: ReadonlySet<string> = new Set(
  words(
    "not no never nor without hardly isn't isnt wasn't wasnt don't dont doesn't doesnt didn't didnt can't cant cannot won't wont aren't arent couldn't couldnt nicht kein keine keinen nie niemals ohne ne pas jamais sans sin nunca jamas ni non mai senza niet geen nooit zonder nao nunca jamais sem",
  ),
);

/** Words that make the next one stronger (above 1) or weaker. */
export const intensifiers: ReadonlyMap<string, number> = new Map([
  ...words(
    'very really so extremely absolutely totally completely incredibly utterly truly super too sehr wirklich total absolut vollig ausserst tres vraiment tellement absolument muy realmente totalmente absolutamente molto davvero assolutamente heel erg echt zeer muito realmente absolutamente',
  ).map((word): [string, number] => [word, 1.5]),
  ...words(
    'slightly somewhat bit little fairly quite rather etwas bisschen wenig assez peu plutot algo poco bastante abbastanza beetje wat pouco',
  ).map((word): [string, number] => [word, 0.6]),
]);
