import type { SurveyKind, SurveyScale } from '../../../contracts/surveys.ts';
import type { Defaulted } from './tables-people.ts';

export interface SurveyTables {
  surveys: {
    workspace_id: string;
    id: string;
    ticket_id: string;
    customer_id: string;
    kind: SurveyKind;
    state: 'due' | 'sent' | 'answered';
    in_widget: boolean;
    by_mail: boolean;
    scale: SurveyScale;
    question: string;
    tag_choices: string[];
    revote_minutes: number;
    created_at: Date;
    due_at: Date;
    sent_at: Date | null;
    expires_at: Date;
    score: number | null;
    comment: Defaulted<string>;
    tags: Defaulted<string[]>;
    answered_at: Date | null;
    answered_by: 'widget' | 'mail' | null;
  };
  survey_credits: {
    workspace_id: string;
    id: string;
    survey_id: string;
    participant: 'bot' | 'assistant' | 'agent';
    member_id: string | null;
    messages: number;
    owned: boolean;
  };
}
