import { expect, test } from 'vitest';
import { asksForNews, readRequestKind } from './kind.rules.ts';
import { asksForPerson, findPersonWish } from './person.rules.ts';

test.each([
  ['Please cancel my order', 'service_request'],
  ['I want my money back', 'service_request'],
  ['Where is my parcel?', 'service_request'],
  ['I was charged 29 euro for what cost 24. Can somebody check?', 'service_request'],
  ['Kann jemand die Rechnung prüfen?', 'service_request'],
  ['Ich möchte umtauschen, bitte Adresse ändern', 'service_request'],
  ['Je souhaite annuler ma commande', 'service_request'],
  ['Quiero cancelar mi pedido', 'service_request'],
  ['Vorrei annullare il mio ordine', 'service_request'],
  ['Ik wil mijn bestelling annuleren', 'service_request'],
  ['Quero cancelar meu pedido', 'service_request'],
  ['How long does delivery to Spain take?', 'question'],
  ['What is the warranty period?', 'question'],
  ['Wie lange ist die Garantie?', 'question'],
  ['Quel est le délai de livraison ?', 'question'],
  ['¿Cuánto cuesta el envío?', 'question'],
  ['Quanto costa la spedizione?', 'question'],
  ['Hoeveel kost de verzending?', 'question'],
  ['The app crashes and does not work', 'problem'],
  ['Der Drucker funktioniert nicht', 'problem'],
  ["L'application ne marche pas", 'problem'],
  ['hello', 'unclear'],
  ['', 'unclear'],
])('%s is a %s', (text, kind) => {
  expect(readRequestKind([{ id: 'm', text }]).value).toBe(kind);
});

test.each([
  ['Where is my parcel?', true],
  ['When do I get my refund?', true],
  ['Wo bleibt mein Paket?', true],
  ['Où est mon colis ?', true],
  ['Where is my parcel? Please cancel it.', false],
  ['Where is my order? One bag is missing.', false],
  ['Can somebody tell me where my order is?', false],
  ['My order', false],
])('“%s” asks for news alone: %s', (text, isNews) => {
  expect(asksForNews([{ id: 'm', text }])).toBe(isNews);
});

test.each([
  'I would like to speak with a human agent',
  'Get me a human!!',
  'Kann ich bitte mit einem Mitarbeiter sprechen',
  'Je veux une vraie personne',
  'Quiero hablar con alguien',
  'Voglio parlare con qualcuno',
  'Ik wil iemand spreken',
  'Quero falar com alguém',
])('%s asks for a person', (text) => {
  expect(asksForPerson(text)).toBe(true);
});

test.each([
  'How do I add a person to my account?',
  'The agent was friendly',
  'I spoke to my bank',
  'Please do not call me back, mail is fine',
  'Is the manager plan cheaper?',
  'Bitte keinen Rückruf',
  'Je voudrais une facture',
  'human resources form',
])('%s does not', (text) => {
  expect(asksForPerson(text)).toBe(false);
});

test('the wish is shown where it was said', () => {
  const { evidence } = findPersonWish([
    { id: 'a', text: 'hi' },
    { id: 'b', text: 'please  talk to a HUMAN' },
  ]);
  expect(evidence[0]).toMatchObject({ message: 'b', text: 'talk to a HUMAN' });
});
