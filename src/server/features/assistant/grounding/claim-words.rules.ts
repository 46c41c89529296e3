/** Words on which the truth of a sentence turns, folded, for seven languages. */
const set = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Kinds of small words that a paraphrase must keep: dropping or adding one makes another statement. */
export const markers = {
  denial: set(
    'not no never none nothing neither nor cannot dont doesnt didnt isnt arent wasnt werent cant wont wouldnt shouldnt couldnt hasnt havent mustnt unable impossible nicht kein keine keinen keinem keiner nie niemals weder nichts pas jamais aucun aucune ni rien nunca jamas ningun ninguna nada tampoco non mai nessun nessuna nessuno niente niet geen nooit niets nao nem nenhum nenhuma',
  ),
  without: set('without ohne sans sin senza zonder sem'),
  only: set(
    'only solely exclusively nur ausschliesslich lediglich seulement uniquement exclusivement solo solamente unicamente exclusivamente soltanto esclusivamente alleen slechts uitsluitend apenas somente',
  ),
  except: set(
    'unless except excluding excepting otherwise ausser ausgenommen sauf excepte hormis excepto salvo tranne eccetto behalve uitgezonderd exceto',
  ),
  condition: set(
    'if when once whenever provided until wenn falls sobald sofern solange bis si lorsque quand des cuando se quando qualora als indien wanneer zodra tot ate caso',
  ),
  duty: set(
    'must required mandatory obligatory compulsory shall muss mussen erforderlich pflicht verpflichtet doit devez doivent obligatoire debe deben obligatorio obligatoria deve devono obbligatorio moet moeten verplicht devem obrigatorio obrigatoria',
  ),
  all: set(
    'all every always everyone everything each entire any alle allen alles jede jeder jedes immer tous toutes toujours chaque todos todas siempre cada tutti tutte sempre ogni altijd iedere elke todo',
  ),
  least: set(
    'least minimum over above exceeding longer mindestens mehr uber minimal moins minimum menos minimo almeno piu minstens meer pelo mais mas plus more',
  ),
  most: set(
    'most maximum under below less fewer within hochstens maximal innerhalb binnen weniger maximum maximo massimo entro hoogstens',
  ),
  before: set('before earlier prior vor vorher bevor avant antes prima voor voordat'),
  after: set(
    'after afterwards later following nach nachdem danach apres despues tras dopo na nadat depois apos',
  ),
} as const;

/** A kind of small word that must be kept. */
export type Marker = keyof typeof markers;

/** Words that order or begin something: what follows them may not be swapped. */
export const pivots = set(
  'on in at of by then auf im am dann danach sur dans puis ensuite en luego poi quindi op daarna em entao from before after until von vom vor nach nachdem bevor bis van vanaf voordat nadat totdat desde antes despues hasta dal dalla prima dopo depuis avant apres antes depois',
);

/** Words that restrict what stands before them: what follows may not be dropped ("with an adult"). */
export const restrictors = set(
  'with without for during while until within over under against mit ohne fur wahrend bis avec sans pour pendant con sin para durante hasta senza per entro met zonder voor tijdens com sem ate',
);

/** Words that stand for something said before. */
export const pronouns = set(
  'it its they them their this that these those he she er sie es ihn ihm davon dafur dies diese dieses il elle ils elles ce cela lui leur lo la ello eso ese esta este esso essa questo questa quello hij zij het dit dat die ele ela isso isto disso esse essa',
);

/** Words that may be said with no other support: they organise the sentence and state nothing. */
export const stateless = set(
  'according article articles says say said information below above follow follows following step steps way ways able simply just sure note means mean possible get got use used using please help helps need needs want would like case also then here there this that these those it its them they you your yours we our us i me my with via in order please artikel laut folgende folgenden schritt schritte einfach brauchen gerne selon article suivant suivante suivantes etape etapes simplement besoin segun articulo siguiente siguientes paso pasos simplemente necesita necesitas secondo articolo seguente seguenti passo passi semplicemente bisogno volgens artikel volgende stap stappen gewoon nodig segundo artigo seguinte seguintes passo passos simplesmente precisa do does done did doing make makes made have has had having be been being is are was were will can could may might should go goes take takes',
);

/** Words that stand for each other. */
export const sameMeaning: readonly ReadonlySet<string>[] = [
  'buy bought purchase purchased',
  'begin begins start starts',
  'choose chosen select selected pick',
  'delete deleted remove removed',
  'show shown display displayed see',
  'receive received get obtain',
  'require required need needed needs',
  'repair repaired fix fixed',
  'phone telephone',
  'email e-mail',
  'parcel package',
  'about approximately roughly around',
  'allow allowed permit permitted',
  'customer customers client clients',
  'send shipped ship sent',
  'click press tap',
  'loschen entfernen',
  'wahlen auswahlen',
  'supprimer effacer',
  'elegir seleccionar',
  'kiezen selecteren',
].map(set);

/** Words that turn a statement round when one stands for the other. */
export const opposites: readonly (readonly [ReadonlySet<string>, ReadonlySet<string>])[] = [
  ['on', 'off'],
  ['up', 'down'],
  ['in', 'out'],
  ['with', 'without'],
  ['enable enabled enables', 'disable disabled disables'],
  ['open opened', 'close closed'],
  ['increase increases increased', 'decrease decreases decreased'],
  ['include includes included including', 'exclude excludes excluded excluding'],
  ['used', 'unused'],
  ['free', 'paid charged'],
  ['first', 'last'],
  ['new', 'old'],
  ['left', 'right'],
  ['top', 'bottom'],
  ['buyer', 'seller'],
  ['sender', 'recipient'],
  ['monthly month months', 'yearly annual annually year years'],
  ['day days', 'week weeks hour hours month months'],
  ['can may', 'must cannot'],
  ['ein einschalten aktivieren', 'aus ausschalten deaktivieren'],
  ['vor', 'nach'],
  ['avec', 'sans'],
  ['con', 'sin senza'],
  ['met', 'zonder'],
  ['com', 'sem'],
].map(([one = '', other = '']) => [set(one), set(other)] as const);

/** Numbers in words, without "one", which is an article in most languages. */
export const numberWords: Readonly<Record<string, string>> = Object.fromEntries(
  [
    'two zwei deux dos due twee dois duas',
    'three drei trois tres tre drie',
    'four vier quatre cuatro quattro quatro',
    'five funf cinq cinco cinque vijf',
    'six sechs seis sei zes',
    'seven sieben sept siete sette zeven sete',
    'eight acht huit ocho otto oito',
    'nine neun neuf nueve nove negen',
    'ten zehn dix diez dieci tien dez',
    'eleven elf onze once undici',
    'twelve zwolf douze doce dodici twaalf doze',
    'thirteen dreizehn treize trece tredici dertien treze',
    'fourteen vierzehn quatorze catorce quattordici veertien',
    'fifteen funfzehn quinze quince quindici vijftien',
  ].flatMap((row, index) => row.split(' ').map((word) => [word, String(index + 2)])),
);
