-- Cables whose sighting is not in the ledger, or was quarantined, or names another cable.
SELECT c.cable_id, c.sighting_id
FROM cables AS c
ANTI JOIN sightings AS s
    ON
        c.sighting_id = s.sighting_id
        AND c.cable_id = s.cable_id
        AND s.outcome <> 'quarantined'
