import { plausiblePassages } from '../../../contracts/answers.ts';
import type { Category } from '../../../contracts/tickets.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import { notFound } from '../../platform/errors.ts';
import type { AttachmentService } from '../conversations/index.ts';
import type { CustomerService } from '../customers/index.ts';
import type { Letter } from '../mail/index.ts';
import type { AnswerService } from '../knowledge/index.ts';
import {
  findOfAddress,
  findReadable,
  findWorkspaceOfSlug,
  listOfAddress,
  listReadable,
  listReadableOf,
  listSaid,
  searchReadable,
} from './portal.store.ts';
import type { Question, QuestionDesk } from '../questions/index.ts';
import { createSignIn } from './sign-in.ts';

export interface PortalDeps extends Core {
  readonly secret: string;
  /** Where the portal of a workspace is reached. */
  readonly portalUrl: (slug: string) => string;
  readonly findWorkspace: (
    scope: Scope,
  ) => Promise<{ name: string; slug: string; widget_key: string }>;
  readonly settingsOf: (
    scope: Scope,
  ) => Promise<{ accentColor: string; greeting: string; portal: { enabled: boolean } }>;
  readonly categories: (workspaceId: string) => Promise<Category[]>;
  readonly customers: Pick<CustomerService, 'ofSender' | 'ofForm'>;
  readonly questions: QuestionDesk;
  readonly attachments: Pick<AttachmentService, 'store'>;
  readonly answers: Pick<AnswerService, 'answerSoon'>;
  readonly queueLetter: (scope: Scope, letter: Letter) => Promise<void>;
}

export interface UploadedFile {
  readonly name: string;
  readonly type: string;
  readonly content: Uint8Array;
}

/** The site a visitor is on. */
export interface Site {
  readonly workspaceId: string;
  readonly slug: string;
  readonly name: string;
  readonly accentColor: string;
  readonly greeting: string;
}

export type PortalService = ReturnType<typeof createPortalService>;

const mostFound = 20;
const searchWithinMs = 1_500;

/** The public site of a workspace: articles, the form, and one's own conversations. */
export function createPortalService(deps: PortalDeps) {
  const { database, clock } = deps;

  return {
    /** The site under a public name. Throws `not_found` when there is none or it is switched off. */
    async site(slug: string): Promise<Site> {
      const workspaceId = await findWorkspaceOfSlug(database.app, slug);
      if (workspaceId === null) throw notFound('page');
      return database.inWorkspace(workspaceId, async (scope) => {
        const { name } = await deps.findWorkspace(scope);
        const { accentColor, greeting, portal } = await deps.settingsOf(scope);
        if (!portal.enabled) throw notFound('page');
        return { workspaceId, slug, name, accentColor, greeting };
      });
    },

    articles: (site: Site) =>
      database.inWorkspace(site.workspaceId, (scope) => listReadable(scope, clock.now())),

    async article(site: Site, id: string) {
      const article = await database.inWorkspace(site.workspaceId, (scope) =>
        findReadable(scope, id, clock.now()),
      );
      if (!article) throw notFound('article');
      return article;
    },

    /** By meaning first, then what holds the words; only the latter while the index is not open. */
    async search({ workspaceId }: Site, query: string) {
      const text = query.trim();
      if (text === '') return [];
      const answer = await deps.answers.answerSoon(
        workspaceId,
        { text },
        { audience: 'customer', withinMs: searchWithinMs },
      );
      const ids = answer === null ? [] : plausiblePassages(answer).map((one) => one.articleId);
      return database.inWorkspace(workspaceId, async (scope) => {
        const words = text.toLowerCase().split(/\s+/).slice(0, 8);
        const holding = await searchReadable(scope, words, clock.now());
        const meant = await listReadableOf(scope, ids, clock.now());
        return [...meant, ...holding.filter(({ id }) => !ids.includes(id))].slice(0, mostFound);
      });
    },

    categories: (site: Site): Promise<Category[]> => deps.categories(site.workspaceId),

    /** Takes a question in as a new conversation. The address is claimed, not proved, unless signed in. */
    async ask(
      site: Site,
      question: Question,
      more: {
        category: Category | null;
        files: readonly UploadedFile[];
        provedEmail: string | null;
      },
    ): Promise<{ number: number }> {
      return database.inWorkspace(site.workspaceId, async (scope) => {
        const customerId =
          more.provedEmail === question.email
            ? await deps.customers.ofSender(scope, {
                email: question.email,
                name: question.name || null,
              })
            : await deps.customers.ofForm(scope, question);
        const { category, files } = more;
        const channel = 'portal';
        const opened = await deps.questions.open(scope, {
          question,
          category,
          customerId,
          channel,
        });
        await storeFiles(scope, opened.messageId, files);
        return { number: opened.number };
      });
    },

    ...createSignIn(deps),

    conversations: (site: Site, email: string) =>
      database.inWorkspace(site.workspaceId, (scope) => listOfAddress(scope, email)),

    async conversation(site: Site, email: string, ticketId: string) {
      return database.inWorkspace(site.workspaceId, async (scope) => {
        const found = await findOfAddress(scope, email, ticketId);
        if (!found) throw notFound('conversation');
        return { ...found, said: await listSaid(scope, found.conversationId) };
      });
    },

    /** Says something more. Throws `not_found` and `ticket_closed`. */
    async reply(
      site: Site,
      email: string,
      said: { ticketId: string; text: string; files: readonly UploadedFile[] },
    ): Promise<void> {
      await database.inWorkspace(site.workspaceId, async (scope) => {
        const found = await findOfAddress(scope, email, said.ticketId);
        if (!found) throw notFound('conversation');
        const messageId = await deps.questions.reply(scope, said);
        await storeFiles(scope, messageId, said.files);
      });
    },
  };

  async function storeFiles(
    scope: Scope,
    messageId: string,
    files: readonly UploadedFile[],
  ): Promise<void> {
    for (const file of files) {
      await deps.attachments.store(scope, {
        name: file.name,
        declaredType: file.type,
        content: file.content,
        uploader: 'portal',
        messageId,
      });
    }
  }
}
