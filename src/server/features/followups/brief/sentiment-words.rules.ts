const words = (value: number, list: string): [string, number][] =>
  list.split(' ').map((word) => [word, value]);

/** How a word makes a customer's sentence sound, -3 to 3, by folded word. */
export const sentimentWords: ReadonlyMap<string, number> = new Map([
  ...words(
    3,
    'amazing fantastic awesome excellent brilliant wonderful outstanding lifesaver hervorragend fantastisch genial excelente maravilloso fantastico eccellente geweldig otimo maravilhoso',
  ),
  ...words(
    2,
    'great perfect lovely love super excited delighted star grateful perfekt klasse parfait perfecto perfetto perfeito toll prima estupendo encantado contento ottimo benissimo top kind generous quick beautiful hero geholfen ravi ravie satisfait satisfaite encantada soddisfatto tevreden blij feliz',
  ),
  ...words(
    1,
    'thanks thank thx cheers cool happy glad helpful pleased appreciate danke dank merci gracias grazie bedankt obrigado obrigada haha hahaha lol relieved phew works valeu gentile aimable amable',
  ),
  ...words(0.5, 'good nice gut bien bene goed fijn bom ok fine'),
  ...words(
    -1,
    'sorry problem issue error wrong missing late slow waiting waited annoying annoyed confused unfortunately fehler falsch probleme langsam leider retard probleme erreur lento tarde errado errore ritardo helaas fout hmm still seriously embarrassing fault closing hurting fails failed worried worry broken kaputt panne roto rotto kapot quebrado stolen lost',
  ),
  ...words(
    -2,
    'bad poor angry upset disappointed disappointing frustrated frustrating unhappy rude useless ridiculous joke nonsense rubbish junk unfair never nobody enttauscht argerlich verargert schlecht unverschamt decue decu decevant inadmissible honteux enojado enfadado enfadada decepcionado decepcionada malo indignado deluso delusa arrabbiato pessimo slecht boos teleurgesteld ruim irritado decepcionante frustrado frustrada vergonha fed nightmare hurry pissed urgent damn hell smoking burnt threaten cancelling cares lawyer complaint anwalt beschwerde reclamo abogado avocat avvocato schlimm mist frechheit vergonzoso vergognoso chateado',
  ),
  ...words(
    -3,
    'worst unbelievable terrible horrible awful unacceptable disgusting furious disgrace scam scandal pathetic hate fraud thieves liars incompetent crap shit fucking fuck bullshit katastrophe skandal unfassbar betrug inakzeptabel inacceptable scandaleux arnaque catastrophe inaceptable horroroso estafa inaccettabile schandalig belachelijk inaceitavel absurdo',
  ),
]);

/** Words that turn round what follows within three words. */
export const negations: ReadonlySet<string> = new Set(
  'not no never dont don doesnt doesn didnt didn isnt isn wasnt wasn cant cannot wont aint nicht kein keine nie pas jamais ni no nunca non mai niet geen nooit nao nem without hardly'.split(
    ' ',
  ),
);

/** Words that make the next feeling stronger. */
export const intensifiers: ReadonlySet<string> = new Set(
  'very so really extremely absolutely totally completely truly super such sehr so wirklich total absolut echt tres vraiment tellement si muy tan realmente molto davvero erg heel zeer echt muito really bloody damn'.split(
    ' ',
  ),
);
