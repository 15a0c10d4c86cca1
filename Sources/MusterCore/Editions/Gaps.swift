import MusterValues

/// What the register does not hold, read from what a report shows.
enum Gaps {
    static func of(units: [ListedUnit], enrollments: [ListedEnrollment], sources: [ListedSource]) -> [Report.Gap] {
        [
            Report.Gap(what: "units of no stated region", records: units.filter { $0.region == nil }.map(\.id)),
            Report.Gap(what: "units of no stated form", records: units.filter { $0.form == nil }.map(\.id)),
            Report.Gap(what: "units of no stated status", records: units.filter { $0.status == nil }.map(\.id)),
            Report.Gap(
                what: "enrollments of no stated date",
                records: enrollments.filter { $0.date == nil && $0.certainty == nil }.map(\.id)),
            Report.Gap(
                what: "enrollments only announced",
                records: enrollments.filter { $0.state == EnrollmentState.announced.rawValue }.map(\.id)),
            Report.Gap(
                what: "enrollments of no stated contract",
                records: enrollments.filter { $0.contract == .notStated }.map(\.id)),
            Report.Gap(
                what: "groups of unknown number", records: enrollments.filter { $0.people.most == nil }.map(\.id)),
            Report.Gap(
                what: "enrollments with no source that stands",
                records: enrollments.filter { $0.sources == 0 }.map(\.id)),
            Report.Gap(what: "enrollments with one source", records: enrollments.filter { $0.sources == 1 }.map(\.id)),
            Report.Gap(what: "sources of no printed date", records: sources.filter { $0.published == nil }.map(\.id)),
            Report.Gap(
                what: "sources of no known address", records: sources.filter { $0.url == nil }.map(\.id)),
        ].filter { !$0.records.isEmpty }
    }
}
