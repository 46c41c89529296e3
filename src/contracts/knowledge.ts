/** The knowledge base: articles in sections, with versions, and how they come in. */
import { z } from 'zod';
import { idSchema, instantSchema, nameSchema, pageOf, pageQuerySchema } from './common.ts';

/** Who may read an article: everybody on the portal, or only people at the desk. */
export const visibilitySchema = z.enum(['public', 'internal']);
export type Visibility = z.infer<typeof visibilitySchema>;

export const articleStatusSchema = z.enum(['draft', 'published', 'archived']);
export type ArticleStatus = z.infer<typeof articleStatusSchema>;

/** A language as its two-letter code. */
export const languageSchema = z.string().regex(/^[a-z]{2}$/, 'Give two letters, like en');

export const kbSectionSchema = z.object({
  id: idSchema,
  name: z.string(),
  position: z.number().int(),
  articles: z.number().int(),
});
export type KbSection = z.infer<typeof kbSectionSchema>;

/** `POST /api/knowledge/sections` and `PUT /api/knowledge/sections/:id`. */
export const saveKbSectionSchema = z.object({ name: nameSchema.max(80) });

/** A row of the list of articles. */
export const articleSummarySchema = z.object({
  id: idSchema,
  title: z.string(),
  section: z.object({ id: idSchema, name: z.string() }).nullable(),
  language: z.string(),
  product: z.string().nullable(),
  visibility: visibilitySchema,
  status: articleStatusSchema,
  owner: z.object({ id: idSchema, name: z.string() }).nullable(),
  reviewOn: z.iso.date().nullable(),
  /** Whether there is a newer text than the published one. */
  hasDraft: z.boolean(),
  updatedAt: instantSchema,
});
export type ArticleSummary = z.infer<typeof articleSummarySchema>;
export const articlePageSchema = pageOf(articleSummarySchema);

/** `GET /api/knowledge/articles`. */
export const listArticlesQuerySchema = pageQuerySchema.extend({
  section: idSchema.optional(),
  status: articleStatusSchema.optional(),
  visibility: visibilitySchema.optional(),
  language: languageSchema.optional(),
  /** Words that must stand in the title or the text. */
  search: z.string().trim().max(200).optional(),
  /** Only those whose review date has come. */
  due: z.stringbool().optional(),
});
export type ListArticlesQuery = z.infer<typeof listArticlesQuerySchema>;

export const articleVersionSchema = z.object({
  version: z.number().int(),
  title: z.string(),
  author: z.string().nullable(),
  at: instantSchema,
});

/** An article with its newest text. */
export const articleSchema = articleSummarySchema.extend({
  /** Markdown. */
  body: z.string(),
  lastVersion: z.number().int(),
  publishedVersion: z.number().int().nullable(),
  effectiveFrom: instantSchema.nullable(),
  effectiveUntil: instantSchema.nullable(),
  externalId: z.string().nullable(),
  sourceUrl: z.string().nullable(),
  versions: z.array(articleVersionSchema),
});
export type Article = z.infer<typeof articleSchema>;

/** One earlier text of an article. */
export const articleTextSchema = articleVersionSchema.extend({ body: z.string() });
export type ArticleText = z.infer<typeof articleTextSchema>;

export const articleBodyMaxLength = 500_000;

const articleFields = {
  title: nameSchema.max(300),
  body: z.string().max(articleBodyMaxLength),
  sectionId: idSchema.nullable(),
  language: languageSchema,
  product: z.string().trim().min(1).max(80).nullable(),
  visibility: visibilitySchema,
  ownerId: idSchema.nullable(),
  effectiveFrom: instantSchema.nullable(),
  effectiveUntil: instantSchema.nullable(),
  reviewOn: z.iso.date().nullable(),
};

/** `POST /api/knowledge/articles`. */
export const createArticleSchema = z.object({
  title: articleFields.title,
  body: articleFields.body.default(''),
  sectionId: articleFields.sectionId.default(null),
  language: articleFields.language.default('en'),
  product: articleFields.product.default(null),
  visibility: articleFields.visibility.default('public'),
  ownerId: articleFields.ownerId.default(null),
  effectiveFrom: articleFields.effectiveFrom.default(null),
  effectiveUntil: articleFields.effectiveUntil.default(null),
  reviewOn: articleFields.reviewOn.default(null),
});
export type CreateArticle = z.infer<typeof createArticleSchema>;

/** `PATCH /api/knowledge/articles/:id`: what changes, and the version it was read at. */
export const changeArticleSchema = z
  .object({ ...articleFields })
  .partial()
  .extend({
    lastVersion: z.number().int(),
  });
export type ChangeArticle = z.infer<typeof changeArticleSchema>;

/**
 * `POST /api/knowledge/articles/:id/status`. Publishing shows the newest text; with the version that was read,
 * only if there is no newer one.
 */
export const setArticleStatusSchema = z.object({
  status: articleStatusSchema,
  lastVersion: z.number().int().optional(),
});
export type SetArticleStatus = z.infer<typeof setArticleStatusSchema>;

/** `POST /api/knowledge/preview`: Markdown as it will be shown. */
export const previewSchema = z.object({ body: z.string().max(articleBodyMaxLength) });
export const previewedSchema = z.object({ html: z.string() });

export const importKindSchema = z.enum(['files', 'jsonl', 'urls', 'help_centre']);
export type ImportKind = z.infer<typeof importKindSchema>;

/** What became of one thing of an import. */
const importOutcomeSchema = z.enum(['added', 'updated', 'unchanged', 'skipped']);

export const importLineSchema = z.object({
  name: z.string(),
  outcome: importOutcomeSchema,
  reason: z.string().nullable(),
});
export type ImportLine = z.infer<typeof importLineSchema>;

/** How imported articles are filed. */
export const importOptionsSchema = z.object({
  sectionId: idSchema.nullable().default(null),
  language: languageSchema.default('en'),
  visibility: visibilitySchema.default('public'),
  publish: z.boolean().default(true),
});
export type ImportOptions = z.infer<typeof importOptionsSchema>;

export const importSchema = z.object({
  id: idSchema,
  kind: importKindSchema,
  state: z.enum(['waiting', 'running', 'done', 'failed']),
  dryRun: z.boolean(),
  total: z.number().int(),
  report: z.array(importLineSchema),
  error: z.string().nullable(),
  at: instantSchema,
});
export type Import = z.infer<typeof importSchema>;

/** An import before, without what came in line by line. */
export const importSummarySchema = importSchema.omit({ report: true, dryRun: true }).extend({
  /** The name of the file; empty for addresses. */
  source: z.string(),
  /** Who started it; null where they are gone. */
  by: z.string().nullable(),
  counts: z.record(importOutcomeSchema, z.number().int()),
  /** What was left out, with the reason; the first hundred. */
  skipped: z.array(importLineSchema),
});
export type ImportSummary = z.infer<typeof importSummarySchema>;

/** `GET /api/knowledge/imports`: the latest twenty, newest first; tries are not among them. */
export const importsSchema = z.object({ imports: z.array(importSummarySchema) });

/** `POST /api/knowledge/imports/urls`. Files go to `/api/knowledge/imports/files` as multipart. */
export const importUrlsSchema = importOptionsSchema.extend({
  urls: z
    .array(z.url({ protocol: /^https?$/ }).max(2_000))
    .min(1)
    .max(500),
  dryRun: z.boolean().default(false),
});

/** Words that mean the same; the first is as good as the others. */
export const synonymsSchema = z.object({
  id: idSchema,
  words: z.array(z.string()),
});
export type Synonyms = z.infer<typeof synonymsSchema>;

/** A word of customers and the word of the articles that agents answer it with. */
export const synonymProposalSchema = z.object({
  id: idSchema,
  said: z.string(),
  meant: z.string(),
  /** Some of the tickets in which it was so. */
  tickets: z.array(z.object({ ticketId: idSchema, number: z.number().int(), subject: z.string() })),
});
export type SynonymProposal = z.infer<typeof synonymProposalSchema>;

/** `GET /api/knowledge/synonym-proposals`: those that wait for an answer. */
export const synonymProposalsSchema = z.object({ proposals: z.array(synonymProposalSchema) });

/** `POST /api/knowledge/synonym-proposals/:id/answer`. */
export const answerProposalSchema = z.object({ accepts: z.boolean() });

/** `POST /api/knowledge/synonyms` and `PUT /api/knowledge/synonyms/:id`. */
export const saveSynonymsSchema = z.object({
  words: z.array(z.string().trim().toLowerCase().min(1).max(60)).min(2).max(20),
});
