-- Whether a word is so common that looking for it on its own makes no sense; within a phrase it
-- counts like any other. Words that mean something in capitals (US, WHO, MAY) are not among them.
-- Usage: SELECT search_index.is_stop_word('the')
CREATE OR REPLACE MACRO search_index.is_stop_word(word) AS
word IN (
    'a', 'an', 'and', 'are', 'as', 'at', 'be', 'been', 'but', 'by', 'for', 'from', 'had', 'has',
    'have', 'he', 'her', 'his', 'in', 'into', 'is', 'it', 'its', 'of', 'on', 'or', 'our', 'she',
    'so', 'such', 'than', 'that', 'the', 'their', 'them', 'then', 'there', 'these', 'they',
    'this', 'to', 'was', 'we', 'were', 'which', 'with', 'would'
)
