-- Paragraphs of one text of a cable, current or not, from the lake.
-- Grain: one row per paragraph.
-- Usage: $files are the Parquet files of its batch, as a pattern; $sighting is the text.
SELECT ordinal, number, classification, kind, heading, text
FROM read_parquet($files)
WHERE sighting_id = $sighting
ORDER BY ordinal
