import type { FrameTexts } from './frame.types.ts';

/** What the assistant says of itself in Spanish. */
export const spanish: FrameTexts = {
  hello: 'Hola, {name}:',
  helloPlain: 'Hola:',
  who: 'Soy {assistant}, el asistente automático de {workspace}.',
  answer: 'Esto es lo que dicen nuestros artículos sobre su pregunta:',
  answerAgain: 'Con lo que ha añadido, esto es lo que dicen nuestros artículos:',
  onlyIn: 'El artículo solo existe en este idioma: {language}.',
  more: 'Más información:',
  notHelped: 'Esto no me ha ayudado, preguntar a una persona',
  helped: 'Con esto está resuelto',
  replyToo: 'También puede responder a este mensaje y añadir lo que falte.',
  ask: 'Para encontrar la respuesta correcta necesito saber algo más:',
  askOne: 'Para encontrar la respuesta correcta necesito saber una cosa más:',
  askHow: 'Basta con una respuesta breve con los números.',
  askHowOne: 'Basta con una respuesta breve.',
  askLetter:
    'Basta con una respuesta breve, por ejemplo «b». Si nada encaja, dígalo con sus propias palabras.',
  askPerson: 'Prefiero preguntar a una persona',
  closingGlad: 'Me alegra leer que está resuelto.',
  closingClosed: 'Esta conversación queda cerrada.',
  closingAgain: 'Si el problema vuelve, responda aquí y la conversación se abre de nuevo.',
  remindAnswer: 'No he sabido nada de usted desde mi respuesta. ¿Le ha ayudado?',
  remindQuestions: 'No he sabido nada de usted desde mis preguntas. Solo falta su respuesta.',
  remindClose:
    'Sin respuesta, esta conversación termina por sí sola; puede volver a ella cuando quiera.',
  handOver: 'A partir de aquí se ocupa una persona de nuestro equipo.',
  handOverKnows: 'Puede leer todo lo que ha escrito, así que no necesita repetir nada.',
  handOverHere: 'La respuesta le llega en esta conversación.',
  handOverBack: 'Nuestro equipo vuelve el {when}.',
  sorry: 'Siento que mi respuesta no haya ayudado.',
  incident: 'Lo que describe coincide con un problema que ya conocemos:',
  incidentTell: 'Tendrá noticias nuestras aquí en cuanto haya terminado.',
  correction:
    'Mi respuesta anterior era incorrecta: el artículo del que procede se ha corregido. Lo siento.',
  correctionNow: 'Esto es lo que dice ahora el artículo:',
  correctionNone: 'El artículo del que procede ya no es válido; no se fíe de esa respuesta.',
  sign: '{assistant}, asistente automático de {workspace}',
  linkInArticle: '[enlace en el artículo]',
};
