/** The one registry of errors: code, HTTP status, title, whether a retry can help, whether to report it. */
export const errors = {
  request_invalid: { status: 400, title: 'The request is not valid', retry: false, report: false },
  sign_in_required: { status: 401, title: 'Sign in first', retry: false, report: false },
  permission_denied: {
    status: 403,
    title: 'Your role may not do this',
    retry: false,
    report: false,
  },
  not_found: { status: 404, title: 'Not found', retry: false, report: false },
  ticket_version_conflict: {
    status: 409,
    title: 'Somebody changed this ticket meanwhile',
    retry: true,
    report: false,
  },
  version_conflict: {
    status: 409,
    title: 'Somebody changed it meanwhile',
    retry: true,
    report: false,
  },
  ticket_closed: { status: 409, title: 'The ticket is closed', retry: false, report: false },
  session_ended: { status: 409, title: 'The chat has ended', retry: false, report: false },
  chat_closed: { status: 409, title: 'The chat is closed', retry: false, report: false },
  session_end_not_allowed: {
    status: 403,
    title: 'This workspace does not let you end chats',
    retry: false,
    report: false,
  },
  offer_gone: { status: 409, title: 'The offer is no longer open', retry: false, report: false },
  capacity_exceeded: { status: 409, title: 'No capacity left', retry: false, report: false },
  agent_unavailable: {
    status: 409,
    title: 'The colleague takes nothing now',
    retry: false,
    report: false,
  },
  customer_unreachable: {
    status: 409,
    title: 'The customer has no email address',
    retry: false,
    report: false,
  },
  customer_deleted: {
    status: 409,
    title: 'The customer was deleted',
    retry: false,
    report: false,
  },
  article_version_conflict: {
    status: 409,
    title: 'Somebody changed this article meanwhile',
    retry: true,
    report: false,
  },
  approval_settled: {
    status: 409,
    title: 'It was decided already',
    retry: false,
    report: false,
  },
  gap_unsolved: {
    status: 409,
    title: 'No agent has solved such a case yet',
    retry: false,
    report: false,
  },
  proposal_settled: {
    status: 409,
    title: 'The proposal no longer stands',
    retry: false,
    report: false,
  },
  replay_running: {
    status: 409,
    title: 'Past cases are being asked already',
    retry: false,
    report: false,
  },
  in_use: { status: 409, title: 'Something still needs it', retry: false, report: false },
  survey_closed: { status: 409, title: 'The survey is closed', retry: false, report: false },
  name_taken: { status: 409, title: 'The name is taken', retry: false, report: false },
  file_too_large: { status: 413, title: 'The file is too large', retry: false, report: false },
  file_type_refused: {
    status: 415,
    title: 'This type of file is not accepted',
    retry: false,
    report: false,
  },
  rate_limited: { status: 429, title: 'Too many requests', retry: true, report: false },
  internal: { status: 500, title: 'Something went wrong on our side', retry: true, report: true },
  not_ready: { status: 503, title: 'Segue is starting or stopping', retry: true, report: false },
} as const satisfies Record<
  string,
  { status: number; title: string; retry: boolean; report: boolean }
>;

export type ErrorCode = keyof typeof errors;
