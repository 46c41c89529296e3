import type { JSONColumnType } from 'kysely';
import type { MacroAction } from '../../../contracts/macros.ts';
import type { Defaulted } from './tables-people.ts';

export interface MacroTables {
  macros: {
    workspace_id: string;
    id: string;
    name: string;
    description: Defaulted<string>;
    folder: Defaulted<string>;
    member_id: string | null;
    chat_text: Defaulted<string>;
    mail_html: Defaulted<string>;
    actions: JSONColumnType<MacroAction[], string | undefined, string>;
    created_at: Date;
    updated_at: Date;
  };
  macro_uses: {
    workspace_id: string;
    macro_id: string;
    member_id: string;
    uses: Defaulted<number>;
    last_used_at: Date;
  };
}
