-- The place where changes of the counts in the vocabulary are gathered.
CREATE OR REPLACE TEMP TABLE count_changes (word_id BIGINT, change BIGINT)
