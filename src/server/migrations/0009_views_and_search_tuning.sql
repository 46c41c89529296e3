-- Two letters that changed places leave a third of a word's trigrams: "taepot" is 0.33 like "teapot".
-- What is named here is a candidate only; the nearest word is chosen by its distance.
do $$
begin
  if exists (select from pg_extension where extname = 'pg_trgm') then
    alter function search_similar(text, integer) set pg_trgm.word_similarity_threshold = 0.3;
  end if;
end $$;
