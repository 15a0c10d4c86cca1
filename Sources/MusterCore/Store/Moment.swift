import Foundation
import GRDB
public import MusterValues

/// A moment in the registry's own history: a revision, or the newest revision at or before a time.
public enum Moment: Hashable, Sendable {
    /// A revision, by its number.
    case revision(Int64)
    /// A time in UTC, YYYY-MM-DDTHH:MM:SSZ; `typed` is the text that the user wrote.
    case time(String, typed: String)

    /// Reads a moment as a person types it: `12` is a revision; `2026-11-24` is the end of that day in UTC;
    /// `2026-11-24T09:30Z` is a time (RFC 3339), with or without seconds, with `Z` or an offset such as `+02:00`.
    ///
    /// - Throws: `MusterError.badValue` for anything else.
    public init(typed text: String) throws(MusterError) {
        if let number = Int64(text), text.allSatisfy({ $0.isASCII && $0.isNumber }) {
            self = .revision(number)
            return
        }
        if let day = Day(text) {
            self = .time("\(day)T23:59:59Z", typed: text)
            return
        }
        guard let time = Self.time(text) else {
            throw .badValue(
                field: "moment", value: text,
                rule: "name a revision, as 12, a day, as 2026-11-24, or a time with its offset, as 2026-11-24T09:30Z")
        }
        self = .time(time.formatted(.iso8601), typed: text)
    }

    private static func time(_ text: String) -> Date? {
        let pattern = #/(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(?::(\d\d))?(Z|[+-]\d\d:\d\d)/#
        guard let match = try? pattern.wholeMatch(in: text), let day = Day(String(match.1)), match.2 < "24",
            match.3 < "60",
            (match.4 ?? "00") < "60", let offset = offset(String(match.5))
        else { return nil }
        let whole = "\(day)T\(match.2):\(match.3):\(match.4 ?? "00")Z"
        let date = (try? Date(whole, strategy: .iso8601))?.addingTimeInterval(-offset)
        // Times are compared as text, which works only if every year has four digits.
        return date.flatMap { $0.formatted(.iso8601).utf8.count == whole.utf8.count ? $0 : nil }
    }

    /// An RFC 3339 offset in seconds; nil if its hours and minutes are not a time of day.
    private static func offset(_ text: String) -> Double? {
        if text == "Z" { return 0 }
        let parts = text.dropFirst().split(separator: ":")
        guard let hours = Double(parts[0]), let minutes = Double(parts[1]), hours < 24, minutes < 60 else { return nil }
        return (text.hasPrefix("-") ? -1 : 1) * (hours * 3600 + minutes * 60)
    }

    /// The revision on this register that the moment means.
    ///
    /// - Throws: `MusterError.badValue` for a revision that does not exist, or a time that is before the first
    ///   revision, in the future, or before the history is whole.
    func revision(_ db: Database, now: Date) throws -> Int64 {
        let newest = try Int64.fetchOne(db, sql: "SELECT max(id) FROM main.revision") ?? 0
        let number = try number(newest, db, now: now)
        let start = try Int64.fetchOne(db, sql: "SELECT revision FROM history_start") ?? 0
        if number < start {
            throw MusterError.badValue(
                field: "moment", value: typed,
                rule: "versions are kept from revision \(start) on, when this registry was brought up to date")
        }
        return number
    }

    private func number(_ newest: Int64, _ db: Database, now: Date) throws -> Int64 {
        switch self {
        case .revision(let number):
            guard (1...max(newest, 1)).contains(number), newest > 0 else {
                throw MusterError.badValue(
                    field: "revision", value: typed,
                    rule: newest == 0
                        ? "there is no revision yet" : "the register has revisions 1 to \(newest)",
                    fix: newest == 0 ? nil : .log)
            }
            return number
        case .time(let time, _):
            if let day = Day(typed) {
                if "\(day)" > now.formatted(.iso8601.year().month().day()) {
                    throw MusterError.badValue(
                        field: "day", value: typed, rule: "it is in the future; nothing is known of it")
                }
            } else if time > now.formatted(.iso8601) {
                throw MusterError.badValue(
                    field: "time", value: typed, rule: "it is in the future; nothing is known of it")
            }
            let last = try Int64.fetchOne(db, sql: "SELECT max(id) FROM main.revision WHERE at <= ?", arguments: [time])
            if let last { return last }
            let first = try String.fetchOne(db, sql: "SELECT at FROM main.revision WHERE id = 1")
            throw MusterError.badValue(
                field: Day(typed) == nil ? "time" : "day", value: typed,
                rule: first.map { "nothing was known then; the first revision is of \($0)" }
                    ?? "there is no revision yet")
        }
    }

    /// True if the moment is the end of a day that is not over.
    func isOpen(now: Date) -> Bool {
        if case .time(let time, _) = self { return time > now.formatted(.iso8601) }
        return false
    }

    /// The newest revision before the day that the moment is the end of; nil if it is no day.
    func revisionBeforeDay(_ db: Database) throws -> Int64? {
        guard case .time = self, let day = Day(typed) else { return nil }
        let sql = "SELECT max(id) FROM main.revision WHERE at < ?"
        return try Int64.fetchOne(db, sql: sql, arguments: ["\(day)T00:00:00Z"]) ?? 0
    }

    private var typed: String {
        switch self {
        case .revision(let number): String(number)
        case .time(_, let typed): typed
        }
    }
}
