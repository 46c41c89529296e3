import type { FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { errors } from '../../../contracts/errors.ts';
import type { FieldProblem } from '../../../contracts/problems.ts';
import { AppError, problemOf } from '../errors.ts';
import { problemPage, problemPagePolicy, wantsPage } from './problem-page.ts';

/** Answers any error as RFC 9457 problem details, or as a page to people; logs what is our own fault. */
export function sendProblem(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const known = translate(error, request.method);
  const problem = problemOf(known, request.id);
  if (errors[problem.code as keyof typeof errors].report) {
    request.log.error({ err: error, requestId: request.id, url: request.url }, 'request failed');
  }
  void reply.status(problem.status);
  if (wantsPage({ url: request.url, accept: request.headers.accept })) {
    return reply
      .headers({ 'content-security-policy': problemPagePolicy, 'cache-control': 'no-store' })
      .type('text/html; charset=utf-8')
      .send(problemPage(problem, { sentForm: request.method === 'POST' }));
  }
  return reply.type('application/problem+json').send(problem);
}

/** Fastify's own refusals become codes of the registry; everything else stays what it is. */
function translate(error: unknown, method: string): unknown {
  if (hasZodFastifySchemaValidationErrors(error)) {
    if (method === 'GET' && 'validationContext' in error && error.validationContext === 'params')
      return new AppError('not_found', 'There is nothing at this address.');
    const fields = error.validation.map(fieldOf);
    return new AppError(
      'request_invalid',
      `Check ${fields.map((field) => field.path).join(', ')}.`,
      {
        fields,
      },
    );
  }
  if (isDatabaseAway(error))
    return new AppError('not_ready', 'The database does not answer. Try again in a moment.');
  const status = statusOf(error);
  if (status === 413) return new AppError('file_too_large', 'Send less at once.');
  if (status === 429) return new AppError('rate_limited', 'Wait a little and try again.');
  if (status !== null && status >= 400 && status < 500 && error instanceof Error) {
    return new AppError('request_invalid', error.message);
  }
  return error;
}

/** Errors of a connection, not of a statement, as of a server with no room for one more: nothing was wrong with the request. */
const awayCodes = new Set([
  '53300',
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '08001',
]);

function isDatabaseAway(error: unknown): boolean {
  return error instanceof Error && 'code' in error && awayCodes.has(String(error.code));
}

function statusOf(error: unknown): number | null {
  if (error instanceof AppError || !(error instanceof Error)) return null;
  return 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : null;
}

function fieldOf(issue: { instancePath: string; message?: string | undefined }): FieldProblem {
  return {
    path: issue.instancePath.replace(/^\//, '').replaceAll('/', '.') || 'body',
    message: issue.message ?? 'is not valid',
  };
}
