-- Addressees of one cable, action first.
-- Grain: one row per addressee.
-- Usage: $id is the cable.
SELECT role, routing_indicator, plad, precedence, message_serial
FROM recipients
WHERE cable_id = $id
ORDER BY ordinal
