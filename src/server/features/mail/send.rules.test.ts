import { expect, test } from 'vitest';
import { failureOf } from './send.rules.ts';

const refusal = (fields: object) => Object.assign(new Error('Sending failed'), fields);

test.each([
  [
    'a refused recipient',
    { code: 'EENVELOPE', responseCode: 550, response: '550 No such user' },
    true,
    '550 No such user',
  ],
  [
    'a refused mail',
    { code: 'EMESSAGE', responseCode: 554, response: '554 Spam' },
    true,
    '554 Spam',
  ],
  [
    'a recipient that is greylisted',
    { code: 'EENVELOPE', responseCode: 451, response: '451 Later' },
    false,
    '451 Later',
  ],
  [
    'a refused sign-in',
    { code: 'EAUTH', responseCode: 535, response: '535 Bad password' },
    false,
    '535 Bad password',
  ],
  ['a line that breaks', { code: 'ECONNECTION' }, false, 'Sending failed'],
  [
    'words over several lines',
    { code: 'EENVELOPE', responseCode: 550, response: '550-No\r\n550 such user' },
    true,
    '550-No 550 such user',
  ],
])('%s', (_name, fields, permanent, words) => {
  expect(failureOf(refusal(fields))).toEqual({ permanent, words });
});

test('anything else is a failure that may pass', () => {
  expect(failureOf('no')).toEqual({ permanent: false, words: 'no' });
  expect(failureOf(new Error(''))).toEqual({
    permanent: false,
    words: 'The mail server gave no reason.',
  });
});
