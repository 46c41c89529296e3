import type { JSONColumnType } from 'kysely';
import type {
  ArticleStatus,
  Import,
  ImportKind,
  ImportLine,
  ImportOptions,
  Visibility,
} from '../../../contracts/knowledge.ts';
import type { Defaulted } from './tables-people.ts';

export interface KnowledgeTables {
  passage_vectors: {
    workspace_id: string;
    article_id: string;
    digest: string;
    model: string;
    vector: Buffer;
    made_at: Date;
  };
  kb_sections: { workspace_id: string; id: string; name: string; position: number };
  articles: {
    workspace_id: string;
    id: string;
    section_id: string | null;
    title: string;
    language: string;
    product: string | null;
    visibility: Visibility;
    status: ArticleStatus;
    owner_id: string | null;
    effective_from: Date | null;
    effective_until: Date | null;
    review_on: string | null;
    last_version: number;
    published_version: number | null;
    external_id: string | null;
    source_url: string | null;
    created_at: Date;
    updated_at: Date;
  };
  article_versions: {
    workspace_id: string;
    article_id: string;
    version: number;
    title: string;
    body: string;
    member_id: string | null;
    created_at: Date;
  };
  kb_imports: {
    workspace_id: string;
    id: string;
    kind: ImportKind;
    state: Import['state'];
    dry_run: boolean;
    content: Buffer | null;
    options: JSONColumnType<ImportOptions>;
    total: Defaulted<number>;
    report: JSONColumnType<ImportLine[], string | undefined, string>;
    error: string | null;
    member_id: string | null;
    created_at: Date;
    finished_at: Date | null;
  };
  kb_synonyms: { workspace_id: string; id: string; words: string[] };
}
