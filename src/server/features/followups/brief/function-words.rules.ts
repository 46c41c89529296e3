const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** The small words that give a language away, folded; they double as stop words. */
export const functionWords: Readonly<Record<string, ReadonlySet<string>>> = {
  en: list(
    'the a an and or but if then of to in on at by for with from into about is are was were be been being am has have had having do does did doing i you he she it we they me him her us them my your his its our their this that these those there here not no can could will would should shall may might must just so too very what which who when where why how as than also any some all im ive dont cant didnt isnt wont doesnt youre thats theres ill its get got',
  ),
  de: list(
    'der die das ein eine einen einem einer und oder aber wenn dann von zu zum zur im an am auf bei fur mit aus nach uber ist sind war waren sein bin hat habe haben hatte ich du er sie es wir ihr mich mir dich dir ihn ihm ihnen uns euch mein meine meinen meiner dein ihre ihren dieser diese dieses nicht kein keine kann konnen konnte wird werden wurde soll muss doch nur auch noch schon sehr was wer wann wo warum wie als dass bitte gar viel',
  ),
  fr: list(
    'le la les un une des du de et ou mais si alors dans sur sous par pour avec sans est sont etait suis es sommes etes ai as avons avez ont avait je tu il elle nous vous ils elles me te se moi toi mon ma mes ton ta tes son sa ses notre votre nos vos leur ce cet cette ces ne pas plus non oui peut peux pouvez qui que quoi quand ou comment pourquoi tres aussi encore toujours c j l d n qu m s y au aux en bien merci donc',
  ),
  es: list(
    'el la los las un una unos unas y o pero si entonces de del a al en por para con sin sobre es son era soy eres somos esta estan estoy he has ha hemos han habia yo tu el ella nosotros usted ustedes ellos me te se le les nos mi mis su sus nuestro este esta esto estos ese esa eso no puedo puede pueden que quien cuando donde como por muy tambien mas ya hay cual porque hace hola',
  ),
  it: list(
    'il lo la i gli le un uno una e o ma se allora di del della dei delle a al alla in nel nella da dal su sul per con senza tra sono era sei siamo ho hai ha abbiamo hanno aveva io tu lui lei noi voi loro mi ti si ci vi mio mia miei suo sua nostro questo questa questi quello non posso puo potete che chi quando dove come perche molto anche piu gia ancora cosa quale buongiorno grazie',
  ),
  nl: list(
    'de het een en of maar als dan van naar in op bij voor met uit over is zijn was waren ben heb hebt heeft hebben had ik jij je hij zij ze wij we jullie mij me jou hem haar ons hun mijn jouw uw u dit dat deze die niet geen kan kunnen kon zal zullen wil moet er ook nog al heel wat wie wanneer waar waarom hoe dus wel graag om te aan',
  ),
  pt: list(
    'o a os as um uma uns umas e ou mas se entao de do da dos das em no na nos nas por para com sem sobre sao era sou somos esta estao estou tenho tem temos ha havia eu tu ele ela nos voce voces eles me te lhe lhes meu minha meus seu sua nosso este esta isto esse essa isso nao posso pode podem que quem quando onde como porque muito tambem mais ja qual ainda obrigado obrigada ola foi',
  ),
};

/** Chat words that carry no topic in any language. */
export const chatWords: ReadonlySet<string> = list(
  'hi hello hey hiya ok okay yes no yep nope yeah sure thanks thank thx cheers please pls sorry great good perfect fine cool nice lol haha hmm well right now back really still only want need know like make let see look think thing things way one two first last today anything something nothing else help name ca go going come take give tell say said ask hallo guten tag danke bitte gut ja nein bonjour oui non merci hola gracias vale si ciao prego hoi dag bedankt ola sim',
);
