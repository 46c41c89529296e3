-- What passages of articles mean, by the embedder of the workspace.

-- One row a passage, named by a digest of its title, headings and text: made again only where that changed.
create table passage_vectors (
  workspace_id uuid not null,
  article_id uuid not null,
  digest text not null,
  model text not null,
  -- 32-bit floats, little-endian, of length one.
  vector bytea not null,
  made_at timestamptz not null,
  primary key (workspace_id, article_id, digest, model),
  foreign key (workspace_id, article_id) references articles (workspace_id, id) on delete cascade
);

call protect_workspace_table('passage_vectors');
