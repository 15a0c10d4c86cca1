-- Documented views for other programs: the records with the names filled in, and ids as people type them.
-- Plain SQL that SQLite and PostgreSQL both take: no function of the program, no function of one of the two.
--
-- A view shows what is on record, also what is rejected; its column standing says so. A last state, status or tenure is the value
-- of the event with the latest day that is not after today, and says nothing of how sure it is: the program's listings do.

CREATE VIEW v_regions AS
SELECT r.code, n.text AS name, (SELECT min(l.text) FROM name l WHERE l.region_code = r.code AND l.nature = 'local') AS local_name,
       r.kind, r.federal_district, r.number, r.parent,
       (SELECT count(*) FROM unit u WHERE u.region_code = r.code AND u.standing <> 'rejected') AS units
FROM region r
LEFT JOIN name n ON n.region_code = r.code AND n.nature = 'primary';

CREATE VIEW v_units AS
SELECT 'U' || u.id AS id, n.text AS designation, u.kind, u.region_code AS region, r.text AS region_name,
       'G' || u.programme_id AS programme, g.text AS programme_name, 'U' || u.part_of AS part_of, w.text AS part_of_name, u.ordinal,
       (SELECT v.value FROM event v WHERE v.unit_id = u.id AND v.facet = 'status' AND v.standing <> 'rejected'
        AND (v.earliest IS NULL OR v.earliest <= CURRENT_DATE)
        ORDER BY coalesce(v.latest, v.earliest) IS NULL, coalesce(v.latest, v.earliest) DESC, v.id DESC LIMIT 1) AS last_status,
       (SELECT v.date FROM event v WHERE v.unit_id = u.id AND v.facet = 'status' AND v.standing <> 'rejected'
        AND (v.earliest IS NULL OR v.earliest <= CURRENT_DATE)
        ORDER BY coalesce(v.latest, v.earliest) IS NULL, coalesce(v.latest, v.earliest) DESC, v.id DESC LIMIT 1) AS last_status_date,
       (SELECT count(*) FROM enrollment e WHERE e.unit_id = u.id AND e.standing <> 'rejected') AS enrollments,
       (SELECT count(DISTINCT c.source_id) FROM citation c
        WHERE c.unit_id = u.id AND c.stance = 'supports' AND c.standing <> 'rejected') AS sources,
       u.standing, u.standing_note
FROM unit u
LEFT JOIN name n ON n.unit_id = u.id AND n.nature = 'primary'
LEFT JOIN name r ON r.region_code = u.region_code AND r.nature = 'primary'
LEFT JOIN name g ON g.programme_id = u.programme_id AND g.nature = 'primary'
LEFT JOIN name w ON w.unit_id = u.part_of AND w.nature = 'primary';

CREATE VIEW v_officials AS
SELECT 'O' || o.id AS id, n.text AS name,
       (SELECT p.title FROM post p WHERE p.official_id = o.id ORDER BY p.id LIMIT 1) AS first_post,
       (SELECT count(*) FROM post p WHERE p.official_id = o.id) AS posts,
       (SELECT count(*) FROM enrollment e WHERE e.official_id = o.id AND e.standing <> 'rejected') AS enrollments,
       o.standing, o.standing_note
FROM official o
LEFT JOIN name n ON n.official_id = o.id AND n.nature = 'primary';

CREATE VIEW v_posts AS
SELECT 'P' || p.id AS id, 'O' || p.official_id AS official, n.text AS official_name, p.title, p.kind, p.level, p.body,
       p.region_code AS region, r.text AS region_name,
       (SELECT v.value FROM event v WHERE v.post_id = p.id AND v.facet = 'tenure' AND v.standing <> 'rejected'
        AND (v.earliest IS NULL OR v.earliest <= CURRENT_DATE)
        ORDER BY coalesce(v.latest, v.earliest) IS NULL, coalesce(v.latest, v.earliest) DESC, v.id DESC LIMIT 1) AS last_tenure,
       (SELECT v.date FROM event v WHERE v.post_id = p.id AND v.facet = 'tenure' AND v.standing <> 'rejected'
        AND (v.earliest IS NULL OR v.earliest <= CURRENT_DATE)
        ORDER BY coalesce(v.latest, v.earliest) IS NULL, coalesce(v.latest, v.earliest) DESC, v.id DESC LIMIT 1) AS last_tenure_date,
       p.standing, p.standing_note
FROM post p
LEFT JOIN name n ON n.official_id = p.official_id AND n.nature = 'primary'
LEFT JOIN name r ON r.region_code = p.region_code AND r.nature = 'primary';

CREATE VIEW v_enrollments AS
SELECT 'E' || e.id AS id, 'O' || e.official_id AS official, o.text AS official_name, e.group_who, e.group_least, e.group_most,
       'U' || e.unit_id AS unit, n.text AS designation, u.region_code AS region, r.text AS region_name,
       'G' || u.programme_id AS programme, g.text AS programme_name,
       (SELECT v.value FROM event v WHERE v.enrollment_id = e.id AND v.facet = 'state' AND v.standing <> 'rejected'
        AND (v.earliest IS NULL OR v.earliest <= CURRENT_DATE)
        ORDER BY coalesce(v.latest, v.earliest) IS NULL, coalesce(v.latest, v.earliest) DESC, v.id DESC LIMIT 1) AS last_state,
       (SELECT v.date FROM event v WHERE v.enrollment_id = e.id AND v.facet = 'state' AND v.standing <> 'rejected'
        AND (v.earliest IS NULL OR v.earliest <= CURRENT_DATE)
        ORDER BY coalesce(v.latest, v.earliest) IS NULL, coalesce(v.latest, v.earliest) DESC, v.id DESC LIMIT 1) AS last_state_date,
       e.contract, e.concluded_by, e.role, e.term, e.ends,
       (SELECT count(DISTINCT c.source_id) FROM citation c
        WHERE c.enrollment_id = e.id AND c.stance = 'supports' AND c.standing <> 'rejected') AS sources,
       e.standing, e.standing_note
FROM enrollment e
JOIN unit u ON u.id = e.unit_id
LEFT JOIN name o ON o.official_id = e.official_id AND o.nature = 'primary'
LEFT JOIN name n ON n.unit_id = e.unit_id AND n.nature = 'primary'
LEFT JOIN name r ON r.region_code = u.region_code AND r.nature = 'primary'
LEFT JOIN name g ON g.programme_id = u.programme_id AND g.nature = 'primary';

CREATE VIEW v_events AS
SELECT 'V' || v.id AS id, coalesce('U' || v.unit_id, 'P' || v.post_id, 'E' || v.enrollment_id) AS record, v.facet, v.value, v.least,
       v.most, v.date, v.earliest, v.latest, v.cause, 'U' || v.other_unit AS other_unit, 'E' || v.for_enrollment AS for_enrollment,
       (SELECT count(DISTINCT c.source_id) FROM citation c
        WHERE c.event_id = v.id AND c.stance = 'supports' AND c.standing <> 'rejected') AS sources,
       v.standing, v.standing_note
FROM event v;

CREATE VIEW v_citations AS
SELECT 'C' || c.id AS id, 'S' || c.source_id AS source, s.title AS source_title,
       coalesce(c.region_code, 'G' || c.programme_id, 'U' || c.unit_id, 'O' || c.official_id, 'P' || c.post_id, 'E' || c.enrollment_id,
                'V' || c.event_id) AS record,
       c.field, c.stated, c.stance, c.held, c.locator, c.quote, c.speaker, c.speech, c.wording, c.standing, c.standing_note
FROM citation c
JOIN source s ON s.id = c.source_id;

CREATE VIEW v_sources AS
SELECT 'S' || s.id AS id, s.kind, s.title, s.publisher, s.url, s.archive, s.language, s.published, s.published_earliest,
       s.published_latest, s.captured, s.sha256, 'S' || s.derived_from AS derived_from, s.relation, s.set_aside, s.note,
       (SELECT count(*) FROM citation c WHERE c.source_id = s.id) AS citations
FROM source s;
