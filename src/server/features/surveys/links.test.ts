import { describe, expect, it } from 'vitest';
import { createSurveyLinks } from './links.ts';

const place = {
  workspaceId: '0198f000-0000-7000-8000-000000000001',
  surveyId: '0198f000-0000-7000-8000-000000000002',
};
const links = createSurveyLinks({ secret: 'one' });
const token = links.create(place);

describe('the link of a survey', () => {
  it('opens that survey', () => expect(links.read(token)).toEqual(place));

  it.each([
    ['nothing', ''],
    ['an id', place.surveyId],
    ['no signature', token.slice(0, token.lastIndexOf('.') + 1)],
    ['another survey', token.replace('000002', '000003')],
    ['another workspace', token.replace('000001', '000004')],
    ['something behind it', `${token}.x`],
    ['another key', createSurveyLinks({ secret: 'two' }).create(place)],
    ['far too much', token + 'a'.repeat(500)],
  ])('is not opened by %s', (_name, given) => expect(links.read(given)).toBeNull());
});
