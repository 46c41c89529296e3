import type { JSONColumnType } from 'kysely';

export interface UnderstandingTables {
  category_models: {
    workspace_id: string;
    id: string;
    version: number;
    packed: Buffer | null;
    lesson: JSONColumnType<object> | null;
    digest: string;
    categories: number;
    examples: number;
    accuracy: number | null;
    verdict: 'first' | 'challenger' | 'champion' | 'proposed' | 'declined' | 'restored';
    restores: number | null;
    cases: number | null;
    champion_share: number | null;
    challenger_share: number | null;
    trained_at: Date;
  };
  ticket_signals: {
    workspace_id: string;
    ticket_id: string;
    kind: 'risk' | 'person_wish' | 'category';
    topic: string;
    score: number;
    evidence: JSONColumnType<object[]>;
    found_at: Date;
  };
}
