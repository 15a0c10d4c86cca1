import Foundation
import HTTPTypes
import MusterCore

/// How far a server that follows another is behind.
struct Lag: Encodable, Hashable, Sendable {
    /// The newest revision that is served; 0 before the first.
    let revision: Int64
    /// When that was written on the primary; nil before the first.
    let written: String?
    /// The seconds since the file was changed.
    let unchanged: Int
    /// The primary's newest revision; nil as long as it has not answered.
    let primary: Int64?
    /// The seconds since the primary said so.
    let asked: Int?
    /// The revisions of the primary that are not served yet, as far as it has told them.
    let behind: Int64?

    init(newest: LoggedRevision?, changed: Date, told: PrimaryWatch.Told?, now: Date) {
        revision = newest?.revision ?? 0
        written = newest?.at
        unchanged = Self.seconds(from: changed, to: now)
        primary = told?.revision
        behind = told.map { max(0, $0.revision - (newest?.revision ?? 0)) }
        asked = told.map { Self.seconds(from: $0.at, to: now) }
    }

    private static func seconds(from start: Date, to end: Date) -> Int {
        max(0, Int(end.timeIntervalSince(start)))
    }

    /// The same as a dictionary in a header field (RFC 9651).
    var header: String {
        var parts = ["revision=\(revision)"]
        if let written { parts.append("written=\"\(written)\"") }
        parts.append("unchanged=\(unchanged)")
        if let primary, let asked, let behind { parts += ["primary=\(primary)", "asked=\(asked)", "behind=\(behind)"] }
        return parts.joined(separator: ", ")
    }

    /// The figures for Prometheus.
    var metrics: [String] {
        var figures = [("muster_following_unchanged_seconds", Int64(unchanged))]
        if let behind { figures.append(("muster_following_behind_revisions", behind)) }
        return figures.flatMap { ["# TYPE \($0.0) gauge", "\($0.0) \($0.1)"] }
    }
}

extension HTTPField.Name {
    /// How far a server that follows another is behind.
    static let following = HTTPField.Name("Muster-Following")!
}
