import { createHmac, timingSafeEqual } from 'node:crypto';

/** A survey as its link names it. */
export interface SurveyPlace {
  readonly workspaceId: string;
  readonly surveyId: string;
}

export type SurveyLinks = ReturnType<typeof createSurveyLinks>;

const version = 'v1';
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Tokens in the links of surveys: `v1.<workspace>.<survey>.<signature>`. Each opens one survey and nothing
 * else, under a key that signs nothing else; knowing the ids of a survey or a conversation is no help.
 */
export function createSurveyLinks({ secret }: { secret: string }) {
  const sign = (body: string) => createHmac('sha256', secret).update(body).digest('base64url');

  return {
    create({ workspaceId, surveyId }: SurveyPlace): string {
      const body = `${version}.${workspaceId}.${surveyId}`;
      return `${body}.${sign(body)}`;
    },

    /** The survey of a token; null for anything that was not signed here. */
    read(token: string): SurveyPlace | null {
      if (token.length > 200) return null;
      const [given, workspaceId = '', surveyId = '', signature = '', ...rest] = token.split('.');
      if (given !== version || rest.length > 0) return null;
      if (!uuid.test(workspaceId) || !uuid.test(surveyId)) return null;
      const expected = Buffer.from(sign(`${version}.${workspaceId}.${surveyId}`));
      const shown = Buffer.from(signature);
      const right = expected.length === shown.length && timingSafeEqual(expected, shown);
      return right ? { workspaceId, surveyId } : null;
    },
  };
}
