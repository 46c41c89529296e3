import { randomUUID } from 'node:crypto';
import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import {
  fastify,
  LogController,
  type FastifyBaseLogger,
  type FastifyInstance,
  type RawReplyDefaultExpression,
  type RawRequestDefaultExpression,
  type RawServerDefault,
} from 'fastify';
import {
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Log } from '../log.ts';
import { AppError } from '../errors.ts';
import { sendProblem } from './problems.ts';
import { wordsOf } from './validation-words.rules.ts';
import { storableInput } from './storable.rules.ts';

/** The web server as feature routes see it: schemas are zod, every route names its access. */
export type HttpApp = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>;

export interface HttpOptions {
  readonly log: Log;
  readonly trustProxy: boolean;
  readonly uploadMaxBytes: number;
  readonly version: string;
}

/** Builds the server with everything that is no feature: limits, headers, errors, API description. */
export async function createHttpApp(options: HttpOptions): Promise<HttpApp> {
  // One place for the words of every schema: they answer people, not programmers.
  z.config({ customError: wordsOf });
  const logger: FastifyBaseLogger = options.log;
  const app = fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: options.trustProxy,
    genReqId: () => randomUUID(),
    bodyLimit: 1_000_000,
    // Invitation tokens stand in the path.
    routerOptions: { maxParamLength: 1_000 },
    // __proto__ and constructor in a body are refused, never merged.
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler((error, request, reply) => sendProblem(error, request, reply));
  app.addHook('preValidation', async (request) => {
    request.body = storableInput(request.body);
    // Copied, as the parser makes it of a class without a prototype.
    request.query = storableInput({ ...(request.query as object) });
  });
  app.setNotFoundHandler((request, reply) =>
    sendProblem(
      new AppError(
        'not_found',
        request.method === 'GET'
          ? 'There is nothing at this address.'
          : `Nothing answers ${request.method} here.`,
      ),
      request,
      reply,
    ),
  );
  await app.register(helmet, { contentSecurityPolicy: false, crossOriginResourcePolicy: false });
  await app.register(cors, { origin: false });
  await app.register(rateLimit, {
    global: false,
    errorResponseBuilder: (_request, context) =>
      new AppError('rate_limited', `Wait ${context.after} and try again.`),
  });
  await app.register(multipart, {
    limits: { fileSize: options.uploadMaxBytes, files: 1, fields: 4 },
  });
  await app.register(swagger, {
    openapi: { info: { title: 'Segue', version: options.version } },
    transform: jsonSchemaTransform,
  });
  return app;
}
