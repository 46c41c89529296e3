import type { JSONColumnType } from 'kysely';
import type { TicketColumn, TicketFilter, TicketSort } from '../../../contracts/views.ts';

type BulkItemState = 'pending' | 'done' | 'unchanged' | 'skipped' | 'undone' | 'kept';

export interface ViewTables {
  ticket_views: {
    workspace_id: string;
    id: string;
    member_id: string | null;
    name: string;
    filter: JSONColumnType<TicketFilter, string, string>;
    sort: JSONColumnType<TicketSort, string, string>;
    columns: JSONColumnType<TicketColumn[], string, string>;
    layout: 'list' | 'table';
    position: number;
    created_at: Date;
  };
  bulks: {
    workspace_id: string;
    id: string;
    member_id: string;
    act: JSONColumnType<object, string, string>;
    undone_by: string | null;
    created_at: Date;
  };
  bulk_items: {
    workspace_id: string;
    bulk_id: string;
    ticket_id: string;
    position: number;
    state: BulkItemState;
    reason: string | null;
    code: string | null;
    before: JSONColumnType<object | null, string | null, string | null>;
    after: JSONColumnType<object | null, string | null, string | null>;
  };
}
