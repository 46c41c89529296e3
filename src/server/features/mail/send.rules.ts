/** What a mail server's refusal means. */
import { headerLine } from './addresses.rules.ts';

/** What the transport tells about a failure. */
export interface SendFailure {
  /** Whether trying again is useless: the server refused this mail or its recipient for good. */
  readonly permanent: boolean;
  readonly words: string;
}

const maxWords = 500;
// Refusals of the sign-in or of the connection say nothing about the mail: somebody may mend the settings.
const aboutTheMail = new Set(['EENVELOPE', 'EMESSAGE']);

/** Reads an error of the transport: code and reply of the server where it gave one. */
export function failureOf(error: unknown): SendFailure {
  const { code, responseCode, response } = fieldsOf(error);
  const words = response ?? (error instanceof Error ? error.message : String(error));
  const refused = responseCode !== null && responseCode >= 500 && responseCode < 600;
  return {
    permanent: refused && code !== null && aboutTheMail.has(code),
    words: headerLine(words, maxWords) || 'The mail server gave no reason.',
  };
}

function fieldsOf(error: unknown) {
  const given: { code?: unknown; responseCode?: unknown; response?: unknown } =
    typeof error === 'object' && error !== null ? error : {};
  return {
    code: typeof given.code === 'string' ? given.code : null,
    responseCode: typeof given.responseCode === 'number' ? given.responseCode : null,
    response: typeof given.response === 'string' ? given.response : null,
  };
}
