-- The places where new words and changes of the counts in the vocabulary are gathered.
CREATE OR REPLACE TEMP TABLE added_words (word VARCHAR, stem VARCHAR, stem_id BIGINT, form INTEGER);

CREATE OR REPLACE TEMP TABLE word_changes (stem_id BIGINT, form INTEGER, change BIGINT);

CREATE OR REPLACE TEMP TABLE stem_changes (stem_id BIGINT, change BIGINT)
