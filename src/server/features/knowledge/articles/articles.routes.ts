import { z } from 'zod';
import { doneSchema, idParamsSchema, idSchema } from '../../../../contracts/common.ts';
import {
  articlePageSchema,
  articleSchema,
  articleTextSchema,
  changeArticleSchema,
  createArticleSchema,
  kbSectionSchema,
  listArticlesQuerySchema,
  previewedSchema,
  previewSchema,
  saveKbSectionSchema,
  saveSynonymsSchema,
  setArticleStatusSchema,
  synonymsSchema,
} from '../../../../contracts/knowledge.ts';
import { callerOf } from '../../../platform/http/access.ts';
import type { HttpApp } from '../../../platform/http/app.ts';
import type { ArticleService } from './articles.service.ts';
import { renderMarkdown } from './markdown.ts';
import type { ShelfService } from './shelves.service.ts';

const done = { done: true as const };
const read = { access: 'knowledge:read' } as const;
const write = { access: 'knowledge:write' } as const;

/** Articles: read by everybody at the desk, written by supervisors. */
export function articleRoutes(app: HttpApp, articles: ArticleService): void {
  app.get(
    '/api/knowledge/articles',
    {
      config: read,
      schema: { querystring: listArticlesQuerySchema, response: { 200: articlePageSchema } },
    },
    (request) => articles.list(callerOf(request).workspaceId, request.query),
  );
  app.get(
    '/api/knowledge/articles/:id',
    { config: read, schema: { params: idParamsSchema, response: { 200: articleSchema } } },
    (request) => articles.get(callerOf(request).workspaceId, request.params.id),
  );
  app.get(
    '/api/knowledge/articles/:id/versions/:version',
    {
      config: read,
      schema: {
        params: z.object({ id: idSchema, version: z.coerce.number().int().min(1).max(2_000_000) }),
        response: { 200: articleTextSchema },
      },
    },
    (request) => {
      const { id, version } = request.params;
      return articles.version(callerOf(request).workspaceId, id, version);
    },
  );
  app.post(
    '/api/knowledge/articles',
    { config: write, schema: { body: createArticleSchema, response: { 200: articleSchema } } },
    (request) => articles.create(callerOf(request), request.body),
  );
  app.patch(
    '/api/knowledge/articles/:id',
    {
      config: write,
      schema: {
        params: idParamsSchema,
        body: changeArticleSchema,
        response: { 200: articleSchema },
      },
    },
    (request) => articles.change(callerOf(request), request.params.id, request.body),
  );
  app.post(
    '/api/knowledge/articles/:id/status',
    {
      config: write,
      schema: {
        params: idParamsSchema,
        body: setArticleStatusSchema,
        response: { 200: articleSchema },
      },
    },
    (request) => articles.setStatus(callerOf(request).workspaceId, request.params.id, request.body),
  );
  app.delete(
    '/api/knowledge/articles/:id',
    { config: write, schema: { params: idParamsSchema, response: { 200: doneSchema } } },
    async (request) => {
      await articles.remove(callerOf(request).workspaceId, request.params.id);
      return done;
    },
  );
  app.post(
    '/api/knowledge/preview',
    { config: read, schema: { body: previewSchema, response: { 200: previewedSchema } } },
    async (request) => ({ html: renderMarkdown(request.body.body) }),
  );
}

/** Sections and synonyms. */
export function shelfRoutes(app: HttpApp, shelves: ShelfService): void {
  app.get(
    '/api/knowledge/sections',
    {
      config: read,
      schema: { response: { 200: z.object({ sections: z.array(kbSectionSchema) }) } },
    },
    async (request) => ({ sections: await shelves.sections(callerOf(request).workspaceId) }),
  );
  app.post(
    '/api/knowledge/sections',
    { config: write, schema: { body: saveKbSectionSchema, response: { 200: doneSchema } } },
    async (request) => {
      await shelves.saveSection(callerOf(request).workspaceId, null, request.body.name);
      return done;
    },
  );
  app.put(
    '/api/knowledge/sections/:id',
    {
      config: write,
      schema: { params: idParamsSchema, body: saveKbSectionSchema, response: { 200: doneSchema } },
    },
    async (request) => {
      const { workspaceId } = callerOf(request);
      await shelves.saveSection(workspaceId, request.params.id, request.body.name);
      return done;
    },
  );
  app.delete(
    '/api/knowledge/sections/:id',
    { config: write, schema: { params: idParamsSchema, response: { 200: doneSchema } } },
    async (request) => {
      await shelves.removeSection(callerOf(request).workspaceId, request.params.id);
      return done;
    },
  );
  app.get(
    '/api/knowledge/synonyms',
    {
      config: read,
      schema: { response: { 200: z.object({ synonyms: z.array(synonymsSchema) }) } },
    },
    async (request) => ({ synonyms: await shelves.synonyms(callerOf(request).workspaceId) }),
  );
  app.post(
    '/api/knowledge/synonyms',
    { config: write, schema: { body: saveSynonymsSchema, response: { 200: doneSchema } } },
    async (request) => {
      await shelves.saveSynonyms(callerOf(request).workspaceId, null, request.body.words);
      return done;
    },
  );
  app.put(
    '/api/knowledge/synonyms/:id',
    {
      config: write,
      schema: { params: idParamsSchema, body: saveSynonymsSchema, response: { 200: doneSchema } },
    },
    async (request) => {
      const { workspaceId } = callerOf(request);
      await shelves.saveSynonyms(workspaceId, request.params.id, request.body.words);
      return done;
    },
  );
  app.delete(
    '/api/knowledge/synonyms/:id',
    { config: write, schema: { params: idParamsSchema, response: { 200: doneSchema } } },
    async (request) => {
      await shelves.removeSynonyms(callerOf(request).workspaceId, request.params.id);
      return done;
    },
  );
}
