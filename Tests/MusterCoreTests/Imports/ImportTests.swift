import Foundation
import GRDB
import MusterValues
import Testing

@testable import MusterCore

struct ImportTests {
    private let fresh = try! Fresh(.populated)
    private var registry: Registry { fresh.registry }

    /// What became of each row, and of the file a second time, which must change nothing.
    private func load(_ text: String) throws -> [ImportedRow] {
        let (result, rows) = try fresh.load(text)
        #expect(result.revision != nil && !result.isStopped, "\(rows.compactMap(\.fault))")
        let before = try fresh.dump()
        let (again, others) = try fresh.load(text)
        #expect(again.revision == nil, "\(others.map { ($0.outcome, $0.changes) })")
        #expect(others.allSatisfy { $0.outcome == .known })
        #expect(try fresh.dump() == before)
        return rows
    }

    @Test func `one row holds an enrollment with its official, post, unit and source`() throws {
        let rows = try load(
            """
            source,source_kind,source_publisher,source_published,locator,official,post,post_region,post_tenure,unit,unit_region,\
            unit_status,unit_status_date,state,state_date,contract,term,role
            Tula post,official_channel,Tula,2025-06-01,line 3,Anna Petrova,Mayor,RU-TUL,in office,BARS-Tula,RU-TUL,\
            forming,2025-05,joined,2025-05-31,reserve,6 months,driver
            """)
        #expect(rows.map(\.outcome) == [.added])
        let enrollment = try #require(try registry.enrollments().first { $0.official?.name == "Anna Petrova" })
        #expect(enrollment.unit.name == "BARS-Tula")
        let stated = try fresh.plain().read {
            try String.fetchAll(
                $0,
                sql: """
                    SELECT field || ' ' || stated || ' ' || coalesce(locator, '') FROM citation \
                    WHERE source_id = (SELECT max(id) FROM source) ORDER BY field, stated
                    """)
        }
        #expect(
            stated == [
                "contract reserve line 3", "date 2025-05 line 3", "date 2025-05-31 line 3", "name Anna Petrova line 3",
                "name BARS-Tula line 3", "official Anna Petrova line 3", "region Tula Oblast line 3",
                "region Tula Oblast line 3",
                "role driver line 3", "term 6 months line 3", "title Mayor line 3", "unit BARS-Tula line 3",
                "value forming line 3", "value in office line 3", "value joined line 3",
            ])
    }

    @Test func `headings may be Russian`() throws {
        let rows = try load(
            """
            Должностное лицо;должность;Должность: регион;ПОДРАЗДЕЛЕНИЕ;состояние;состояние, дата
            Анна Петрова;глава;RU-TUL;BARS-Kursk;joined;2025-05-31
            """)
        #expect(rows.map(\.outcome) == [.added])
        #expect(try registry.enrollments().contains { $0.official?.name == "Анна Петрова" })
    }

    @Test func `what is on the register is cited once more, and the state that is there is not told twice`() throws {
        let other = "source,source_kind\nSecond source,regional media\n"
        _ = try fresh.load(other, source: nil)
        let before = try registry.enrollments().count
        let rows = try load(
            """
            source,official,post,post_region,unit,state,state_date
            Second source,Dmitry Novikov,Governor,RU-KGD,BARS-Kaliningrad,announced,2025-05-31
            """)
        #expect(rows.map(\.outcome) == [.cited])
        #expect(try registry.enrollments().count == before)
        let counts = try fresh.plain().read {
            try Int.fetchAll(
                $0,
                sql:
                    "SELECT count(*) FROM citation WHERE source_id = (SELECT max(id) FROM source) GROUP BY event_id IS NULL"
            )
        }
        #expect(counts == [2, 5], "the value and the date; the name, the title, the region, the unit and the official")
    }

    @Test func `several sources each say the whole row, and a death needs two`() throws {
        _ = try fresh.load("source,source_kind\nA,other\nB,other\n", source: nil)
        let text = """
            source,official,post,unit,state,state_date
            %@,Anna Petrova,Mayor,BARS-Kursk,killed,2025-06-01
            """
        let (alone, faults) = try fresh.load(text.replacing("%@", with: "A"))
        #expect(alone.isStopped)
        #expect(faults.first?.fault?.column == "state")
        let rows = try load(text.replacing("%@", with: "A; B"))
        #expect(rows.map(\.outcome) == [.added])
        #expect(try registry.enrollments().last?.states == [.killed])
    }

    @Test func `a group, a unit with its strength, an event, a citation and a look are rows too`() throws {
        _ = try load(
            """
            group,group_least,group_most,group_kind,unit,state
            two clerks,2,4,other,BARS-Kursk,serving
            """)
        _ = try load(
            """
            unit,unit_region,unit_strength,unit_strength_date,unit_ordinal,unit_formed
            BARS-Tula,RU-TUL,300..500,2025-05,5,by decree
            BARS-Kursk,,2162,2025-06,,
            """)
        _ = try load("event_of,event,event_date,event_cause\nBARS-Kursk,disbanded,2025-06-10,by order\n")
        _ = try load("citation_of,citation_field,citation_stated,citation_held\nBARS-Kursk,role,guard,2025-05\n")
        _ = try load("look_region,look_date,look_place,look_found\nRU-PSK,2025-05-01,regional press,none\n")
        #expect(try registry.units().count == 3)
        #expect(
            try fresh.plain().read { try Int.fetchOne($0, sql: "SELECT count(*) FROM look WHERE found IS NULL") } == 1)
    }

    @Test func `dates are of the order that is declared, and others are shown with both readings`() throws {
        let text = "official,post,unit,state,state_date\nAnna Petrova,Mayor,BARS-Kursk,joined,01.06.2025\n"
        let (result, _) = try fresh.load(text, dates: .dmy)
        #expect(result.revision != nil)
        #expect(try registry.enrollments().last?.date?.edtf == "2025-06-01")
        for (date, hints) in [
            ("45808", ["2025-05-31", "2029-06-01"]), ("May-25", ["2025-05", "XXXX-05-25"]),
            ("3/4/2025", ["2025-04-03", "2025-03-04"]),
        ] {
            let (stopped, rows) = try fresh.load(
                "official,post,unit,state,state_date\nBoris Petrov,Mayor,BARS-Kursk,joined,\(date)\n")
            #expect(stopped.isStopped)
            let rule = rows.first?.fault?.error.rule ?? ""
            #expect(hints.allSatisfy(rule.contains), "\(rule)")
            #expect(rows.first?.fault?.column == "state_date")
        }
    }

    @Test(arguments: [
        ("oficial,post\nA,b\n", "its heading 'oficial' names no column (near it: official"),
        ("official,Official\nA,b\n", "its headings 'official' and 'Official' are the same column official"),
        ("official,post\n", "it has a heading and no records"),
    ])
    func `a heading that is not understood is refused`(text: String, rule: String) throws {
        let error = #expect(throws: MusterError.self) { try fresh.load(text) }
        #expect(error?.rule.contains(rule) == true, "\(String(describing: error))")
    }

    @Test func `a fault names line, column and value, and nothing of its row is left`() throws {
        let before = try fresh.dump()
        let (_, rows) = try fresh.load(
            """
            official,post,post_region,unit,unit_region,contract,ends
            Anna Petrova,Mayor,RU-TUL,BARS-Tula,RU-TUL,lease,
            Boris Petrov,Mayor,RU-TUL,BARS-Tula,,,
            Vera Petrova,Mayor,RU-TUL,BARS-Kursk,,,someday
            """)
        #expect(
            rows.map { "\($0.line) \($0.fault?.column ?? "") \($0.fault?.value ?? "")" } == [
                "2 contract lease", "3 unit BARS-Tula", "4 ends someday",
            ])
        #expect(try fresh.dump() == before)
    }

    @Test(arguments: [
        ("official,post,unit,state\nAnna Petrova,Mayor,,joined\n", "state"),
        ("official,post,unit,state\n,,BARS-Kursk,killed\n", "state"),
        ("official,post,unit,state_date\nAnna Petrova,Mayor,BARS-Kursk,2025-05-01\n", "state_date"),
        ("look_region,look_date,look_place,look_found\nRU-PSK,2025-05-01,press,\n", "look_found"),
        ("look_region,look_date,look_place,look_found,quote\nRU-PSK,2025-05-01,press,none,so\n", "quote"),
        ("official,,post\nAnna Petrova,left his wife,Mayor\n", nil),
        ("official,post,source,source_publisher\nAnna Petrova,Mayor,S1,Another\n", "source_publisher"),
        ("official,post,unit,unit_region\nAnna Petrova,Mayor,BARS-Kursk,RU-TUL\n", "unit_region"),
        ("official,post,unit,unit_region\nAnna Petrova,Mayor,BARS-Kursl,RU-KRS\n", "unit"),
    ])
    func `what a row cannot take stops it`(text: String, column: String?) throws {
        let (result, rows) = try fresh.load(text)
        #expect(result.isStopped)
        #expect(rows.first?.fault?.column == column, "\(String(describing: rows.first?.fault))")
    }

    @Test func `a row that says so is another person, also a second time and with two sources`() throws {
        _ = try fresh.load("source,source_kind\nA,other\nB,other\n", source: nil)
        let rows = try load(
            """
            source,official,post,post_region,unit,new
            A; B,Dmitry Novikov,Governor,RU-KGD,BARS-Kursk,yes

            """)
        #expect(rows.map(\.outcome) == [.added])
        #expect(try registry.officials().count == 2)
        _ = try load("source,official,post,unit\nA,Gleb Same,Clerk,BARS-Kursk\n")
        _ = try fresh.load(
            "source,official,post,unit,new\nA,Gleb Same,Clerk,BARS-Kursk,\nA,Gleb Same,Clerk,BARS-Kursk,yes\n")
        #expect(try registry.officials().filter { $0.name == "Gleb Same" }.count == 2)
    }

    @Test(arguments: [
        ("O1; O2", "O1 and O2 are both an official, and the row can be only one of them"),
        ("O1; E2", "E2 is an enrollment, and the row has none that it could be"),
        ("U1", "U1 is a unit, and the row has none that it could be"), ("O1; BARS-Nowhere", nil),
    ])
    func `a verdict that cannot be, or that no record of the row needs, stops the row`(same: String, rule: String?)
        throws
    {
        _ = try fresh.load("official,post,post_region\nAnna Petrova,Mayor,RU-TUL\n")
        let (result, rows) = try fresh.load("official,post,same_as\nDmitry Novikov,Governor,\(same)\n")
        #expect(result.isStopped && rows[0].fault?.column == "same_as" && rows[0].sameAs == same)
        if let rule { #expect(rows[0].fault?.error.rule == rule) }
        let (taken, _) = try fresh.load("official,post,same_as\nD. Novikov,Governor,O1\n")
        #expect(taken.revision != nil && taken.added[.official] == nil)
    }

    @Test func `a verdict on the unit leaves the official to be found, and the other way round`() throws {
        _ = try fresh.load("source,source_kind\nA,other\n", source: nil)
        let rows = try load(
            """
            source,official,post,post_region,unit,unit_region,state,same_as,new
            A,Anna Petrova,Mayor,RU-TUL,BARS-Kursc,RU-KRS,joined,U2,
            A,Anna Petrova,Mayor,RU-TUL,BARS-Kursc,RU-KRS,joined,U2,
            A,Anna Petrova,Mayor,RU-TUL,BARS-Kaliningrad-2,RU-KGD,joined,O2,yes
            """)
        #expect(rows.map(\.outcome) == [.added, .known, .added])
        #expect(try registry.officials().count == 2 && registry.units().count == 3)
        #expect(try registry.enrollments().filter { $0.official?.id == RecordID(.official, 2) }.count == 2)
    }

    @Test func `an undated state of another source is one of its own, and a quote proves no state that nobody typed`()
        throws
    {
        _ = try load("official,unit,quote\nDmitry Novikov,BARS-Kursk,he thinks about it\n")
        let quoted = try fresh.plain().read {
            try Int.fetchOne($0, sql: "SELECT count(*) FROM citation WHERE quote IS NOT NULL")
        }
        #expect(quoted == 0)
        _ = try fresh.load("source,source_kind\nA,other\n", source: nil)
        let before = try fresh.count("SELECT count(*) FROM event")
        _ = try load("source,official,unit,state\nA,Dmitry Novikov,BARS-Kursk,joined\n")
        #expect(try fresh.count("SELECT count(*) FROM event") == before + 1)
    }

    @Test func `what differs in speaker or side is said, and more of a post is not lost`() throws {
        _ = try load(
            """
            citation_of,citation_field,citation_stated,citation_stance,speaker
            BARS-Kursk,role,guard,,
            BARS-Kursk,role,guard,,the mayor
            BARS-Kursk,role,guard,disputes,
            """)
        #expect(try fresh.count("SELECT count(*) FROM citation WHERE field = 'role'") == 3)
        _ = try load(
            "official,post,post_region,post_body\nDmitry Novikov,Governor,RU-KGD,\nDmitry Novikov,Governor,RU-KGD,Government\n"
        )
        #expect(try fresh.count("SELECT count(*) FROM citation WHERE field = 'body'") == 1)
    }

    @Test func `what the disk refuses stops an import, and is not taken for a source that is not there`() throws {
        _ = try fresh.load("source,source_kind\nA,other\nB,other\n", source: nil)
        // Titles are searched for in this table, if none is exactly the text.
        try fresh.plain().write {
            try $0.execute(sql: "UPDATE source_search_data SET block = x'ffffffffff' WHERE id = 10")
        }
        let before = try fresh.dump()
        let error = #expect(throws: MusterError.self) {
            try fresh.load("source,official,post,unit\nA; B,Anna Petrova,Mayor,BARS-Kursk\n")
        }
        #expect(error?.exitCode == 65, "\(String(describing: error))")
        #expect(try fresh.dump() == before)
    }

    @Test func `every field that a clerk can cite has a column`() {
        let columns = Set(ImportColumn.all.map(\.content))
        for kind in [RecordKind.unit, .post, .enrollment, .event] {
            for field in kind.citedFields
            where ![.official, .unit, .groupSize].contains(field.name) || kind == .unit {
                #expect(columns.contains(.field(kind, field.name)), "\(kind) \(field.name)")
            }
        }
        #expect(Set(ImportColumn.all.map(\.name)).count == ImportColumn.all.count)
        #expect(Set(ImportColumn.all.map(\.heading.russian)).count == ImportColumn.all.count)
        for column in ImportColumn.all {
            #expect(ImportColumn.named(column.name) == column)
            #expect(ImportColumn.named(column.heading.russian) == column)
        }
    }

    @Test func `a cause too long to be cited is refused by its column, also of an event that is there`() throws {
        let rows = "event_of,event,event_date,event_cause\nBARS-Kursk,disbanded,2025-06-10,"
        for before in ["", rows + "by order\n"] {
            if !before.isEmpty { _ = try load(before) }
            let (result, refused) = try fresh.load(rows + String(repeating: "x", count: 501) + "\n")
            #expect(result.revision == nil && refused.map(\.fault?.column) == ["event_cause"])
        }
    }
}
