import Foundation
import GRDB
public import MusterValues

/// A search for units that was made in a region.
public struct NewLook: Codable, Hashable, Sendable {
    /// The region or district, by code or name.
    public var region: RecordReference
    /// When it was made.
    public var date: EDTF
    /// Where was looked, such as "regional press, governor's channel", at most 500 characters.
    public var place: String
    /// What was found, at most 500 characters; nil if nothing was.
    public var found: String?

    /// Names a search that found nothing, unless it says otherwise.
    public init(region: RecordReference, date: EDTF, place: String, found: String? = nil) {
        self.region = region
        self.date = date
        self.place = place
        self.found = found
    }

    /// True for a word that says that nothing was found.
    package static func isNothing(_ text: String) -> Bool {
        ["none", "nothing", "ничего", "нет"].contains(text.lowercased())
    }
}

/// The newest look at a region, as a listing shows it.
public struct Look: Codable, Hashable, Sendable {
    /// When it was made.
    public let date: StatedDate
    /// Where was looked.
    public let place: String
    /// What was found; nil if nothing was.
    public let found: String?

    /// The look in words, such as "2026-02-01, regional press: none found".
    public var words: String { "\(date.edtf), \(place): \(found ?? "none found")" }
}

extension Registry {
    /// Records that somebody looked for units in a region.
    ///
    /// - Throws: `MusterError` for an unknown region, text that is refused, or a date after today.
    public func add(_ new: NewLook, by authorship: Authorship) throws(MusterError) -> WriteResult {
        try write(authorship, doing: "record a look") { try $0.add(new) }
    }
}

extension Transaction {
    /// Records a search for units.
    func add(_ new: NewLook) throws {
        let region = try Resolver(db: db).entered(region: new.region)
        let date = try StoredDate(new.date)
        if let first = date.earliest, first > today.description {
            throw MusterError.badValue(
                field: "date", value: date.text, rule: "it is after today; a look is recorded once it was made")
        }
        let place = try Text.clean(new.place, field: "place", limit: 500)
        let found = try new.found.map { try Text.clean($0, field: "what was found", limit: 500) }
        if try isThere(region, date, place, found) {
            throw MusterError.refused(
                rule: "that look is on the register already: \(date.text), \(place): \(found ?? "none found")",
                fix: .see(region))
        }
        try insert(
            "look",
            [
                "id": try nextNumber(in: "look"), "region_code": region.code, "date": date.text,
                "earliest": date.earliest, "latest": date.latest, "place": place, "found": found,
            ])
        note(region, .looked("\(date.text), \(place): \(found ?? "none found")"))
    }

    /// True if a look of the same day, in the same place and with the same result is on the register, in whatever letter case.
    func isThere(_ region: RecordID, _ date: StoredDate, _ place: String, _ found: String?) throws -> Bool {
        let rows = try Row.fetchAll(
            db.cachedStatement(sql: "SELECT place, found FROM look WHERE region_code = ? AND date = ?"),
            arguments: [region.code, date.text])
        let wanted = (Text.folded(place), found.map(Text.folded))
        return try rows.contains { row in
            let (place, found): (String, String?) = try (row.get("place"), row.get("found"))
            return (Text.folded(place), found.map(Text.folded)) == wanted
        }
    }
}

extension Look {
    /// The newest look at each of some regions, or at a district of it, by the region's code.
    ///
    /// - Parameters:
    ///   - regions: the codes.
    ///   - day: the last day on which one can have been made; nil for any.
    ///   - db: the registry.
    /// - Returns: the looks; a region without one is left out.
    /// - Throws: an error of SQLite.
    static func newest(of regions: [String], by day: Day?, _ db: Database) throws -> [String: Look] {
        let limit = day?.description ?? "9999-12-31"
        let codes = String(decoding: try JSONEncoder().encode(regions), as: UTF8.self)
        let asked: SQL = "SELECT value FROM json_each(\(codes))"
        let query: SQL = """
            SELECT l.region_code, r.parent, l.date, l.earliest, l.latest, l.place, l.found FROM look l \
            JOIN region r ON r.code = l.region_code WHERE l.region_code IN (\(asked) UNION \
            SELECT code FROM region WHERE parent IN (\(asked))) AND coalesce(l.latest, l.earliest, '') <= \(limit) \
            ORDER BY coalesce(l.latest, l.earliest, ''), l.id
            """
        var looks: [String: Look] = [:]
        try query.each(db) { row in
            let (code, parent): (String, String?) = (try row.next(), try row.next())
            guard let date = try row.date() else { throw row.unreadable() }
            let look = Look(date: date, place: try row.next(), found: try row.next())
            looks[code] = look
            if let parent { looks[parent] = look }
        }
        return looks
    }
}
