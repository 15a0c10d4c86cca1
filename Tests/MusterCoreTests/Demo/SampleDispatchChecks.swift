import MusterValues

/// For each assertion of the dispatch that is recorded, SQL conditions that must hold in the registry.
///
/// Records are named, never numbered: a check then fails if its step is missing, and not because later numbers shift.
enum DispatchChecks {
    /// Tables for the conditions: citations with the record's name, and events with their citations.
    static let tables = """
        WITH word AS (
            SELECT coalesce(c.region_code, n.text) AS subject, c.field, c.stated, c.stance, c.speech, c.speaker, c.locator
            FROM citation c LEFT JOIN name n ON n.nature = 'primary' AND (n.programme_id = c.programme_id
                OR n.unit_id = c.unit_id OR n.official_id = c.official_id)
        ), held AS (
            SELECT n.text AS who, p.* FROM post p JOIN name n ON n.official_id = p.official_id AND n.nature = 'primary'
        ), joined AS (
            SELECT coalesce(o.text, e.group_who) AS who, u.text AS designation, e.* FROM enrollment e
            JOIN name u ON u.unit_id = e.unit_id AND u.nature = 'primary'
            LEFT JOIN name o ON o.official_id = e.official_id AND o.nature = 'primary'
        ), happened AS (
            SELECT coalesce(u.text, h.who, j.who) AS subject, v.value, v.date, v.cause, v.standing, v.standing_note,
                c.field, c.stated, c.stance, c.speech, c.speaker, c.locator
            FROM event v JOIN citation c ON c.event_id = v.id
            LEFT JOIN name u ON u.unit_id = v.unit_id AND u.nature = 'primary'
            LEFT JOIN held h ON h.id = v.post_id LEFT JOIN joined j ON j.id = v.enrollment_id
        )
        """

    static func word(_ subject: String, _ field: String, _ stated: String, paragraph: Int, _ more: String = "1")
        -> String
    {
        """
        EXISTS (SELECT 1 FROM word WHERE subject = '\(subject)' AND field = '\(field)' AND stated = '\(stated)' \
        AND locator = 'paragraph \(paragraph)' AND \(more))
        """
    }

    static func event(_ subject: String, _ value: String, paragraph: Int, _ more: String = "1") -> String {
        """
        EXISTS (SELECT 1 FROM happened WHERE subject = '\(subject)' AND value = '\(value)' AND date IS NULL \
        AND locator = 'paragraph \(paragraph)' AND \(more))
        """
    }

    static func row(of table: String, _ condition: String) -> String {
        "EXISTS (SELECT 1 FROM \(table) WHERE \(condition))"
    }

    private static let own = "speaker IS NULL AND speech = 'states' AND stance = 'supports'"
    private static let governor = "speaker = 'Alexei Besprozvannikov' AND speech = 'attributed' AND stance = 'supports'"
    private static let government = "speaker = 'the Russian government' AND speech = 'attributed'"
    private static let kaliningrad = "BARS-Kaliningrad"

    static let conditions: [String: [String]] = [
        "S01": [
            row(
                of: "held",
                "who = 'Alexei Besprozvannikov' AND title = 'Governor' AND kind = 'head_of_region' AND level = 'regional' "
                    + "AND region_code = 'RU-KGD'"),
            event("Alexei Besprozvannikov", "in_office", paragraph: 1, own),
        ],
        "S02": [
            row(of: "name", "official_id NOT NULL AND text = 'Alexei Besprozvannikov' AND script = 'Latn'"),
            word("Alexei Besprozvannikov", "name", "Alexei Besprozvannikov", paragraph: 1, own),
        ],
        "S03": [
            row(
                of: "joined",
                "who = 'Alexei Besprozvannikov' AND designation = '\(kaliningrad)' AND contract = 'not_stated' "
                    + "AND role IS NULL"),
            event(
                "Alexei Besprozvannikov", "announced", paragraph: 1,
                "speech = 'self' AND speaker = 'Alexei Besprozvannikov'"),
        ],
        "S04": [
            row(
                of: "unit JOIN name n ON n.unit_id = unit.id JOIN name g ON g.programme_id = unit.programme_id",
                "n.text = '\(kaliningrad)' AND unit.kind = 'regional' AND unit.region_code = 'RU-KGD' "
                    + "AND g.text = 'BARS'"),
            event(kaliningrad, "battalion", paragraph: 1, own),
            word(kaliningrad, "role", "territorial defense", paragraph: 1, own),
        ],
        "S05": [
            row(
                of: "source o JOIN source d ON d.derived_from = o.id",
                "o.kind = 'official_channel' AND o.url IS NULL AND o.published IS NULL AND o.sha256 IS NULL "
                    + "AND d.relation = 'follows'")
        ],
        "S06": [
            row(
                of: "joined",
                "who = 'members of the regional government' AND designation = '\(kaliningrad)' AND group_level = 'regional' "
                    + "AND group_region = 'RU-KGD' AND group_least = 2 AND group_most IS NULL"),
            event("members of the regional government", "joined", paragraph: 2, governor),
        ],
        "S07": [
            row(
                of: "joined",
                "who = 'heads of municipalities' AND designation = '\(kaliningrad)' AND group_level = 'municipal' "
                    + "AND group_kind = 'head_of_municipality' AND group_region = 'RU-KGD' AND group_least = 2 "
                    + "AND group_most IS NULL"),
            event("heads of municipalities", "joined", paragraph: 2, governor),
        ],
        "S12": [word("RU-KGD", "exclave", "Russian exclave", paragraph: 4, own)],
        "S13": [word("RU-KGD", "borders", "NATO members Lithuania and Poland", paragraph: 4, own)],
        "S14": [
            row(of: "unit JOIN name n ON n.unit_id = unit.id", "n.text = '\(kaliningrad)' AND ordinal = 5"),
            word(kaliningrad, "ordinal", "fifth region", paragraph: 5, governor),
        ],
        "S15": [event(kaliningrad, "established", paragraph: 5, governor)],
        "S16": [word("BARS", "expansion", "Battle Armored Reserve of the Army", paragraph: 6, own)],
        "S17": [
            row(of: "programme", "launched = 'XXXX-04' AND launched_earliest IS NULL AND launched_latest IS NULL"),
            word("BARS", "launched", "April", paragraph: 6, own),
            row(of: "programme", "launched_by = 'Russian Ministry of Defense'"),
            word("BARS", "launched_by", "Russian Ministry of Defense", paragraph: 6, own),
        ],
        "S18": [word("BARS", "aim", "a network of territorial defense battalions", paragraph: 6, own)],
        "S19": [word("BARS", "legal_nature", "mobilization reserve", paragraph: 7, own)],
        "S20": [word("BARS", "recruited_from", "local residents", paragraph: 7, own)],
        "S21": [word("BARS", "concluded_by", "military commissariats, with civilians", paragraph: 8, own)],
        "S22": [word("BARS", "contract", "roles in the mobilization reserve", paragraph: 8, own)],
        "S24": [word(kaliningrad, "formed", "after units in other regions", paragraph: 10, own)],
        "S25": [
            row(of: "region", "code = 'RU-KRS/konyshevsky' AND parent = 'RU-KRS' AND kind = 'district'"),
            row(
                of: "held JOIN citation c ON c.post_id = held.id AND c.field = 'title'",
                "who = 'Dmitry Novikov' AND held.kind = 'head_of_municipality' AND level = 'municipal' "
                    + "AND held.region_code = 'RU-KRS/konyshevsky' AND stated = 'former head of the Konyshevsky district'"
            ),
        ],
        "S26": [event("Dmitry Novikov", "left", paragraph: 11, "cause = 'to join BARS-Kursk' AND \(own)")],
        "S27": [
            row(of: "joined", "who = 'Dmitry Novikov' AND designation = 'BARS-Kursk' AND contract = 'not_stated'"),
            event("Dmitry Novikov", "joined", paragraph: 11, own),
        ],
        "S28": [
            row(
                of: "unit JOIN name n ON n.unit_id = unit.id",
                "n.text = 'BARS-Kursk' AND unit.region_code = 'RU-KRS' AND unit.kind = 'regional'"),
            word("BARS-Kursk", "role", "volunteer unit", paragraph: 11, own),
        ],
        "S29": [
            row(
                of: "held",
                "who = 'Ikonnikov' AND title = 'Health Minister' AND kind = 'regional_minister' AND region_code = 'RU-BEL'"
            ),
            event("Ikonnikov", "in_office", paragraph: 11, own),
        ],
        "S30": [
            word("Ikonnikov", "name", "Ikonnikov", paragraph: 11, own),
            row(
                of: "official o JOIN name n ON n.official_id = o.id",
                "n.text = 'Ikonnikov' AND o.standing = 'needs_work'"),
        ],
        "S31": [
            event(
                "Ikonnikov", "on_leave", paragraph: 11,
                "stated = 'medical leave of absence' AND cause = 'medical' AND speech = 'reported' AND speaker IS NULL"
            )
        ],
        "S32": [
            event(
                "Ikonnikov", "on_leave", paragraph: 11, "field = 'cause' AND speech = 'unclear' AND speaker IS NULL"),
            event(
                "Ikonnikov", "on_leave", paragraph: 11,
                "standing = 'needs_work' AND standing_note LIKE '%no enrollment%'"),
        ],
        "S36": [
            word(
                "BARS", "effect", "enhancing security, fostering civic engagement", paragraph: 14,
                "speaker = 'the government' AND speech = 'attributed' AND stance = 'supports'")
        ],
        "S37": [
            word(
                "BARS", "effect", "may place undue pressure on residents", paragraph: 14,
                "speaker = 'unnamed critics' AND speech = 'attributed' AND stance = 'disputes'")
        ],
        "S38": [word("BARS", "participation", "mandatory", paragraph: 15, own)],
        "S41": [word("BARS", "participation", "voluntary", paragraph: 17, "\(government) AND stance = 'disputes'")],
        "S42": [
            word("BARS", "compensation", "compensated", paragraph: 17, "\(government) AND stance = 'supports'"),
            word("BARS", "training", "trained", paragraph: 17, "\(government) AND stance = 'supports'"),
        ],
        "S43": [
            event(kaliningrad, "forming", paragraph: 18, own),
            event(kaliningrad, "established", paragraph: 18, "stance = 'disputes' AND speaker IS NULL"),
            event(kaliningrad, "established", paragraph: 5, "standing = 'disputed'"),
        ],
        "S48": [
            row(
                of: "source",
                "kind = 'rewrite' AND language = 'en' AND publisher IS NULL AND url IS NULL AND published IS NULL "
                    + "AND sha256 LIKE 'a9fa8f0ad7bb%'")
        ],
    ]
}
