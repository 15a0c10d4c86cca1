import Foundation
@testable import MusterCore
import Testing

/// The public record of 2024-26, typed in as an analyst does, and the questions of the job.
///
/// Each right answer was worked out by hand from the record in `Tests/record/record.sh`; its reason stands beside it.
@Suite final class RecordTests {
    let muster: Command

    init() throws {
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "record/record.sh").path
        muster = try Command(after: "muster init && bash '\(script)' > typed.txt")
    }

    deinit { muster.remove() }

    private func rows(_ question: String) throws -> [[String: String]] {
        let result = try muster.shell("muster \(question) --format csv")
        #expect(result.code == 0, "\(result.errors)")
        return try CSVFile(result.output, path: question, requiring: []).rows
    }

    /// A question, the record that is asked about, a column, what it must hold (nil: the record is not listed), and why.
    private typealias Answer = (question: String, id: String, column: String, value: String?, why: String)

    private static let answers: [Answer] = [
        ("units --on 2024-01-01", "U3", "grade", nil, "recruiting for BARS-Kursk began on 2024-08-24"),
        ("units --on 2000-01-01", "U8", "grade", nil, "recruiting for БАРС-47 began on 2025-10-23"),
        ("units --on 1990-01-01", "U1", "grade", nil, "BARS-Crimea was established in 2023"),
        ("units --on 2023-06-01", "U1", "grade", "possibly", "it was established on some day of 2023"),
        ("units --on 2024-06-01", "U1", "grade", "presumably", "nothing is heard of it after 2023"),
        ("units --on 2024-06-01", "U1", "last_heard", "../2023-12-31", "2023 is the last that is heard of it"),
        ("units --on 2024-12-01", "U4", "grade", "definitely", "it is seen in August 2024 and in August 2025"),
        ("units --on 2024-12-01", "U4", "strength", "600", "2100 is stated only in August 2025"),
        ("units --on 2025-06-15", "U6", "strength", "", "500 is stated only in December 2025"),
        ("units --on 1990-01-01", "U4", "strength", "", "600 is stated only in November 2024"),
        ("units --on 2025-06-15", "U6", "grade", "definitely", "recruiting in April 2025, 500 people in December"),
        ("units", "U4", "strength", "2162", "the newest of 600, 2100 and 2162"),
        ("units", "U4", "form", "brigade", "a detachment in August 2024, a brigade in October 2025"),
        ("units", "U6", "status", "established or recruiting", "neither is dated after the other"),
        (
            "regions --programme BARS --borders NATO --on 2023-01-01", "RU-LEN", "grade", nil,
            "its unit is of October 2025"
        ),
        (
            "regions --programme BARS --borders NATO --on 2025-06-15", "RU-KGD", "grade", "definitely",
            "as the unit, and Lithuania was in NATO"
        ),
        (
            "officials --on 2024-10-15 --unit BARS-Belgorod", "O6", "grade", "possibly",
            "he joined on some day of October"
        ),
        ("officials --region RU-BEL --on 2025-08-01", "O6", "grade", "definitely", "joined in June, left in September"),
        ("enrollments --on 2025-08-01", "E8", "grade", "definitely", "joined on 2025-06-01, left on 2025-09-01"),
        ("enrollments --on 2025-10-01", "E8", "grade", nil, "he left on 2025-09-01"),
        (
            "enrollments --on 2025-10-01", "E11", "grade", "presumably",
            "he joined on 2025-09-01, the last that is heard"
        ),
        ("enrollments --on 2035-01-01", "E11", "grade", "presumably", "nothing later is known, and it is not definite"),
        ("enrollments --on 2035-01-01", "E11", "last_heard", "2025-09-01", "that is how far the evidence reaches"),
        ("enrollments --on 2025-02-01", "E9", "grade", nil, "he rotated out in November 2024"),
        ("enrollments --on 2024-11-10", "E9", "grade", "possibly", "he rotated out on some day of that month"),
        ("enrollments --on 2024-11-15", "E9", "grade", nil, "a source of 2024-11-14 says that he rotated out"),
        ("enrollments --on 2025-05-31", "E1", "grade", "possibly", "he only announced that he would join"),
        ("enrollments --on 2026-01-01", "E1", "grade", "presumably", "he had joined by 2025-12-16"),
        ("enrollments --on 2025-05-20/2025-06-10", "E8", "grade", "definitely", "he joined on 2025-06-01"),
        ("enrollments --on 2025-07/2025-08 --throughout", "E8", "grade", "definitely", "he left on 2025-09-01"),
        ("enrollments --on 2025-07/2025-09 --throughout", "E8", "grade", nil, "he left on 2025-09-01"),
        ("units --on 2023", "U1", "grade", "definitely", "it was established on some day of 2023"),
        ("units --on 2023 --throughout", "U1", "grade", "possibly", "it may have been established on the first day"),
        ("enrollments", "E1", "state", "joined or announced", "announced in May 2025, joined by December"),
        ("enrollments", "E6", "state", "left", "nothing else is said of him"),
        (
            "enrollments --on 2025-01-01", "E7", "grade", "possibly",
            "he is seen serving by March 2025, and may have begun"
        ),
        ("enrollments --on 2025-06-01", "E7", "last_heard", "../2025-03-10", "serving by 2025-03-10"),
        ("units", "U8", "planned_strength", "105", "105 are to be taken first, which is a plan"),
        ("units", "U8", "strength", "", "nobody says how many there are"),
        ("enrollments --on 2025-11-30", "E5", "grade", "presumably", "signed by the end of May 2025 for six months"),
        (
            "enrollments --on 2025-12-02", "E5", "grade", "possibly",
            "that contract has run out, and nothing was heard since"
        ),
        ("units --on 2025-09-30", "U10", "grade", "definitely", "seen in March, and merged the day after"),
        ("units --on 2025-10-01", "U10", "grade", nil, "it was merged into BARS-Bryansk on that day"),
        (
            "enrollments --on 2025-11-01 --unit BARS-Bryansk --with-origins", "E12", "grade", "possibly",
            "no source says that they went along, and none that they left"
        ),
        ("enrollments --on 2025-11-01 --unit BARS-Bryansk", "E12", "grade", nil, "they joined the detachment"),
        ("regions", "RU-PSK", "coverage", "none_found", "the press was read in February 2026"),
        ("regions", "RU-SMO", "coverage", "on_record", "the second detachment was there in March and April 2025"),
        ("regions", "RU-KOS", "coverage", "not_looked", "nobody looked"),
        ("regions --on 2025-01-01", "RU-PSK", "coverage", "not_looked", "that was before anybody looked"),
        ("units --region RU-SMO --on 2025-04-01", "U10", "grade", "definitely", "it was there in March and April"),
        ("officials --on 2024-11-10", "O7", "name", "Пётр Образцов", "he was renamed in September 2025"),
        ("officials --on 2025-10-01", "O7", "name", "Пётр Новообразцов", "he was renamed in September"),
        ("units --region RU-BRY --on 2025-04-01", "U10", "grade", nil, "it was in RU-SMO then"),
        ("units --region RU-BRY --on 2025-05-01", "U10", "grade", "definitely", "its region is RU-BRY after that"),
        ("regions --on 2025-04-01", "RU-SMO", "units", "1", "the second detachment was there"),
        ("due --on 2026-02-01", "E5", "due", "term_over", "the contract ran out by the end of November"),
    ]

    @Test func `the questions of the job have the answers worked out by hand`() throws {
        for (question, answers) in Dictionary(grouping: Self.answers, by: \.question) {
            let rows = try rows(question)
            for answer in answers {
                let row = rows.first { ($0["id"] ?? $0["code"] ?? $0["record"]) == answer.id }
                #expect(row.map { $0[answer.column] ?? "" } == answer.value, "\(question), \(answer.id): \(answer.why)")
            }
        }
    }

    @Test func `the surest rows come first, and a grade narrows to its own`() throws {
        let grades = try rows("enrollments --on 2025-08-01").map { $0["grade"] }
        let order = ["definitely", "presumably", "possibly"]
        #expect(grades.map { order.firstIndex(of: $0!)! } == grades.map { order.firstIndex(of: $0!)! }.sorted())
        for grade in order + ["no"] {
            let narrowed = try rows("enrollments --on 2025-08-01 --grade \(grade)").map { $0["grade"] }
            #expect(!narrowed.isEmpty && Set(narrowed) == [grade], "\(grade)")
        }
    }

    @Test func `a report says as of when it is, and what the others' dates make of a claimed order`() throws {
        let report = try muster("report", "region", "RU-KGD").output
        #expect(
            report.contains(
                "other regions with a unit: 6, first heard of before it: 4 (BARS-Crimea; BARS-Kursk; BARS-Bryansk; BARS-Belgorod), after it: 2; **agrees**"
            ))
        #expect(report.contains("\n\nEverything on record; answers about a day are for "))
        #expect(
            report.contains(
                "\nCite as: Register of regional defence units, “Kaliningrad Oblast RU-KGD”, edition region-RU-KGD-20"))
        // Three expansions are only disputed, so the registry does not stand for them.
        #expect(report.contains("on record: Combat Army Reserve of the Country; Боевой армейский резерв страны\n"))
    }

    @Test func `a report has what was so before, and who claims what, each with its source`() throws {
        let bryansk = try muster("report", "region", "RU-BRY").output
        for line in [
            "| **detachment** | 29 August 2024 | Брянская губерния, 29 August 2025 [S12](#S12) |",
            "| **strength 600** | 14 November 2024 | Наш Брянск, 14 November 2024 [S14](#S14) |",
            "| **brigade** | October 2025 | stated: бригада; Наш Брянск, October 2025 [S15](#S15) |",
            "| **strength 2162** | 19 February 2026 | Наш Брянск, 19 February 2026 [S13](#S13) |",
        ] {
            #expect(bryansk.contains("\n\(line)\n"), "\(line)")
        }
        let national = try muster("report", "national").output
        #expect(
            national.contains(
                "| [Crimea](#UA-43) | claimed by | Ukraine | RFE/RL, 2023 [S28](#S28) |\n"))
        #expect(national.contains("| 2162, 19 February 2026<br>Наш Брянск, 19 February 2026 [S13](#S13) |"))
        // All that the analyst typed in has a source, of a day that fits it.
        #expect(!national.contains("## Suspect"))
    }
}
