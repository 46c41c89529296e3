import { expect, test } from 'vitest';
import { detectLanguage } from './detect.ts';

test.each([
  ['en', 'where is my parcel'],
  ['de', 'wo ist mein Paket'],
  ['fr', 'où est mon colis'],
  ['es', 'dónde está mi paquete'],
  ['it', "dov'è il mio pacco"],
  ['nl', 'waar is mijn pakket'],
  ['pt', 'onde está minha encomenda'],
  ['en', 'refund please'],
  ['de', 'Rechnung falsch'],
  ['fr', 'facture incorrecte, merci'],
  ['es', 'la factura es incorrecta'],
  ['it', 'fattura sbagliata'],
  ['nl', 'factuur klopt niet'],
  ['pt', 'fatura errada, obrigado'],
  ['pl', 'gdzie jest moja paczka'],
  ['sv', 'var är mitt paket'],
  ['da', 'hvor er min pakke'],
  ['cs', 'kde je můj balík'],
  ['fi', 'missä pakettini on'],
  ['ru', 'посылка ещё не пришла'],
  ['ar', 'لم يصل الطرد بعد'],
  ['ja', '商品が届きません。いつ届きますか？'],
  ['ko', '소포가 아직 도착하지 않았습니다'],
])('%s: %s', (language, text) => {
  expect(detectLanguage(text).value).toBe(language);
});

test.each([['ok'], ['🙂'], [''], ['4471902'], ['AB-1234 https://example.com/x']])(
  'says little about %j',
  (text) => {
    expect(detectLanguage(text).confidence).toBeLessThan(0.5);
  },
);

test('a whole sentence is surer than a word', () => {
  const long = detectLanguage(
    'mein Paket ist noch nicht angekommen und ich möchte wissen, wo es ist',
  );
  expect(long.confidence).toBeGreaterThan(0.75);
  expect(detectLanguage('Paket').confidence).toBeLessThan(long.confidence);
  expect(detectLanguage('x', 'fr').value).toBe('fr');
});
