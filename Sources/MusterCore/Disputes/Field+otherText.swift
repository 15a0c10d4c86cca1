import GRDB
import MusterValues

extension Field {
    /// The condition that a citation `c` of the field has another text than the record `r` holds in it; nil for a field whose value
    /// is not compared with what is stated, or stands in no column.
    ///
    /// It also holds for other words of the same value: it only says where the values have to be read. It must never fail to hold
    /// where they differ.
    ///
    /// - Returns: the condition; it is NULL or 0 for a record that holds nothing.
    /// - Throws: an error of writing the words of a list as JSON.
    func isOtherText() throws -> SQL? {
        guard let name = columns.first else { return nil }
        let held = SQL(sql: "r.\(name)")
        switch type {
        case .name, .subject, .day, .language, .digest: return nil
        case .text(let most): return "c.stated <> substr(\(held), 1, \(sql: String(min(most, 500))))"
        case .date, .term, .number: return "c.stated <> \(held)"
        case .list(let list): return "c.stated || '=' || \(held) NOT IN \(try SQL.list(Self.spellings(of: list)))"
        case .eventValue:
            let all = try SQL.list(
                Self.spellings(of: UnitStatus.self) + Self.spellings(of: UnitForm.self)
                    + Self.spellings(of: Tenure.self) + Self.spellings(of: EnrollmentState.self))
            return """
                CASE WHEN \(held) IS NULL THEN c.stated <> replace(r.facet, '_', ' ') || ' ' || \(Self.number("r.least", "r.most")) \
                ELSE c.stated || '=' || \(held) NOT IN \(all) END
                """
        case .people: return "c.stated <> \(Self.number(held, SQL(sql: "r.\(columns[1])")))"
        case .reference(let kind): return kind.isOtherName(than: held)
        }
    }

    /// The words for a number of people, as the register mostly writes them.
    private static func number(_ least: SQL, _ most: SQL) -> SQL {
        """
        CASE WHEN \(most) IS NULL THEN 'at least ' || \(least) WHEN \(most) = \(least) THEN \(least) || '' \
        WHEN \(least) = 0 THEN 'up to ' || \(most) ELSE \(least) || ' to ' || \(most) END
        """
    }

    /// The words and the synonyms of a list, each with the value that it means.
    private static func spellings<List: ClosedList>(of _: List.Type) -> [String] {
        List.allCases.flatMap { value in ([value.words] + value.synonyms).map { "\($0)=\(value.rawValue)" } }
    }
}

extension RecordKind {
    /// The condition that a citation `c` states no name and no id of the record of this kind in a column.
    fileprivate func isOtherName(than held: SQL) -> SQL {
        let id: SQL = self == .region ? held : "'\(sql: rawValue)' || \(held)"
        if !isNamed { return "c.stated <> \(id)" }
        return """
            c.stated <> \(id) AND NOT EXISTS (SELECT 1 FROM name n WHERE n.\(sql: column) = \(held) AND n.text = c.stated)
            """
    }
}
