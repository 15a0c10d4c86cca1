import Foundation
import MusterValues
import Testing

/// With `--known-at` a command prints what it printed when that revision was the newest, byte for byte.
@Suite final class KnownAtCommandTests {
    let muster: Command

    init() throws { muster = try Command() }

    deinit { muster.remove() }

    private static let changes = [
        "add source Report --kind other", "add programme BARS --source S1",
        "add unit BARS-Kaliningrad --region RU-KGD --programme BARS --form battalion --source S1",
        "enroll 'Anna Example' --post Governor --post-region RU-KGD --unit U1 --on 2025-05-31 --source S1",
        "enroll --group clerks --at-least 2 --unit U1 --source S1",
        "edit U1 name=BARS-39 --source S1", "edit E2 standing=rejected --note 'counted twice'",
        "event E1 left --on 2025-06 --source S1", "cite BARS --field participation --stated mandatory --source S1",
        "revert 7", "edit RU-KGD name=Kaliningrad number=40 --inferred seen",
    ]

    private static let listings = [
        "regions --region RU-KGD", "units", "units --on 2025-06-15", "officials", "enrollments --state joined",
        "sources --unit U1", "show U1", "show BARS", "show RU-KGD", "timeline BARS", "timeline O1",
    ].flatMap { question in ["table", "csv", "json"].map { "\(question) --format \($0)" } }
    private static let reports = [
        "report region RU-KGD", "report national --on 2025-06-15", "report unit U1 --language ru", "report official O1",
        "report timeline RU-KGD", "report coverage",
    ].flatMap { report in ["md", "csv", "json"].map { "\(report) --format \($0)" } }

    /// The questions for a revision. Each question starts the command: every other one is asked of one of the two revisions
    /// and those between of the other, so that both have every question, and a question has every format at one of them.
    private static func questions(_ revision: Int) -> [String] {
        (listings + reports).enumerated().filter { ($0.offset + revision / 4).isMultiple(of: 2) }.map(\.element)
    }

    /// The answers to a revision's questions in one run of the shell, each with its output, its refusal and its exit code.
    private func answers(of revision: Int, knownAt moment: Int?) throws -> [String] {
        let past = moment.map { " --known-at \($0)" } ?? ""
        let lines = Self.questions(revision).map { "echo '== \($0)'; muster \($0)\(past) 2>&1; echo $?" }
        return try muster.shell("COLUMNS=100; export COLUMNS; " + lines.joined(separator: "; ")).output
            .split(separator: "== ").map(String.init)
    }

    @Test func `every question on a past revision prints what it printed then`() throws {
        try muster("init")
        #expect(Set(Self.questions(6) + Self.questions(10)) == Set(Self.listings + Self.reports))
        var printed: [Int: [String]] = [:]
        for (place, change) in Self.changes.enumerated() {
            let result = try muster.shell("muster \(change)")
            #expect(result.code == 0, "\(result.errors)")
            let revision = place + 2
            if [6, 10].contains(revision) { printed[revision] = try answers(of: revision, knownAt: nil) }
        }
        for (revision, then) in printed.sorted(by: { $0.key < $1.key }) {
            let now = try answers(of: revision, knownAt: revision)
            #expect(now.count == Self.questions(revision).count && now.count >= 19)
            #expect(now == then, "revision \(revision)")
        }
    }

    @Test(arguments: ["units", "show RU-KGD", "report national"])
    func `a moment that is not there is refused`(question: String) throws {
        try muster("init")
        let refused = try muster.shell("muster \(question) --known-at 2")
        #expect(
            refused.errors
                == "muster: revision '2' is refused: the register has revisions 1 to 1; 'muster log' lists them\n")
        #expect(refused.code == 65)
        #expect(try muster.shell("muster \(question) --known-at now").code == 65)
        #expect(try muster.shell("muster \(question) --known-at 1").code == 0)
    }
}
