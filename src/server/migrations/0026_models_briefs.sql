-- Who wrote a brief, and what was left out of it.

-- {"by": "rules" | "model", "model", "because", "dropped": [{"field", "text", "why"}], "rulesFields": []};
-- null for briefs from before, which rules wrote.
alter table briefs add column origin jsonb;
