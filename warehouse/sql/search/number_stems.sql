-- What the number of each stem begins with, in the order of these: its first four bytes, so that
-- words that begin alike have numbers that lie together. Below them stand 31 bits that tell the
-- stem from all others.
-- Usage: the relation new_rows has the column stem.
SELECT
    hash(stem) AS stem_hash,
    concat('0x', rpad(left(hex(encode(stem)), 8), 8, '0'))::BIGINT AS beginning
FROM new_rows
