import ArgumentParser
import Foundation
import Testing

/// Tests that the page *JSON* names the keys and the kinds of values that the commands print.
@Suite struct JSONPageTests {
    private static let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Sources/MusterCore/MusterCore.docc/JSON.md")

    /// Every command with `--format json`, by its name on the page, and the arguments for it here.
    private static let questions: [(command: String, arguments: [String])] = [
        ("regions", ["regions"]), ("regions", ["regions", "--unit", "U1", "--on", "2025-06-15"]), ("units", ["units"]),
        ("units", ["units", "--on", "2025-06-15"]),
        ("units", ["units", "--on", "2025-06-15", "--state", "forming"]), ("officials", ["officials"]),
        ("officials", ["officials", "--on", "2025-06-15", "--state", "left"]), ("enrollments", ["enrollments"]),
        ("enrollments", ["enrollments", "--on", "2025-06-15"]), ("sources", ["sources"]),
        ("programmes", ["programmes"]), ("events", ["events"]), ("looks", ["looks"]),
        ("search", ["search", "Novikov"]), ("search", ["search", "Kursk"]), ("search", ["search", "Dispatch"]),
        ("duplicates", ["duplicates", "--least", "1"]), ("log", ["log"]), ("log", ["log", "U1"]),
        ("diff", ["diff", "1"]), ("diff", ["diff", "1", "40"]),
        ("diff", ["diff", "42"]), ("diff", ["diff", "58"]), ("show", ["show", "E4"]), ("show", ["show", "V2"]),
        ("show", ["show", "BARS"]), ("show", ["show", "U2"]),
        ("show", ["show", "U2", "--on", "2024-09-01"]), ("timeline", ["timeline", "U2"]),
        ("show", ["show", "U1"]), ("show", ["show", "U1", "--on", "2025-06-15"]), ("show", ["show", "S3"]),
        ("show", ["show", "S4"]), ("timeline", ["timeline", "O4"]),
        ("timeline", ["timeline", "BARS"]),
        ("timeline", ["timeline", "E6"]), ("report region", ["report", "region", "RU-KGD"]),
        ("report region", ["report", "region", "RU-KGD", "--on", "2025-06-15"]),
        ("report region", ["report", "region", "RU-KRS"]), ("report region", ["report", "region", "RU-BEL"]),
        ("report region", ["report", "region", "RU-PSK"]),
        ("report region", ["report", "region", "RU-BRY", "--on", "2025-03-15"]),
        ("report national", ["report", "national"]), ("report national", ["report", "national", "--on", "2025-06-15"]),
        ("report unit", ["report", "unit", "U1"]), ("report unit", ["report", "unit", "U2"]),
        ("report official", ["report", "official", "O4", "--language", "ru"]),
        ("report timeline", ["report", "timeline", "RU-KGD"]), ("report coverage", ["report", "coverage"]),
        ("report changes", ["report", "changes", "35"]),
        ("disputes", ["disputes"]), ("disputes", ["disputes", "--settled"]), ("disputes", ["disputes", "BARS"]),
        ("due", ["due", "--on", "2027-01-01"]), ("show", ["show", "E3"]),
        ("tokens", ["tokens"]),
        ("import", ["import", "twins.csv", "--source", "S1", "--dry-run"]),
    ]

    /// Commands that add a strength, dates, a subunit, twins and records judged wrong to the demo's registry.
    private static let additions = """
        muster demo --db muster.db
        muster edit E4 standing=disputed --note "said twice"
        muster add source "Kursk post" --kind official-channel --publisher Kursk --published 2025-06-01 \\
            --url https://example.org/1
        muster add source "Kursk post copied" --kind rewrite --derived-from S1 --derived-from S3 --relation copies
        muster add unit Kursk-South --kind subunit --region RU-KRS --part-of BARS-Kursk --source S3 --new
        muster event U1 "strength 300..500" --on 2025-05 --source S3
        muster add official "Pavel Sidorov" --post Mayor --post-region RU-KRS/konyshevsky --source S3
        muster enroll O4 --unit BARS-Kursk --state serving --on 2025-05 --source S3 --quote serves
        muster edit O4 name="D. Novikov" --source S3
        muster event P4 "on leave" --on 2025-05-31 --cause illness --source S3
        muster enroll --group "two clerks" --at-least 2 --at-most 4 --group-kind other --group-level municipal \\
            --group-region RU-KRS --unit U1 --perhaps-same-as E2 --state serving --on 2025-06 --source S3
        muster edit E6 standing=rejected --note "another man"
        muster edit C5 standing=rejected --note misread
        muster enroll "Anna Clerk" --post Clerk --unit U1 --state denied --source S3
        muster add source "Kursk post, seen again" --kind official-channel
        muster merge S3 S5
        muster cite U1 --field role --stated guard --source S3
        muster revert $(muster log --limit 1 --format csv | tail -n 1 | cut -d , -f 1)
        muster edit V1 standing=needs-work --note "no day"
        muster event U1 disbanded --on 2090-01 --source S3
        muster event P4 left --on 2090-01 --source S3
        muster event E2 left --on 2090-01 --source S3
        muster event E4 left --on 2090-01 --source S3
        muster edit BARS-Kursk ordinal=7 --inferred "by its number"
        muster event U1 "strength 20" --on 2025-06-01 --source S3
        muster event U1 "strength 90" --on 2025-06-01 --source S1
        muster resolve E3 --to "Boris Head" --post Mayor --source S3
        muster edit E2 role=guards --inferred "by a photograph"
        muster edit P1 level=municipal --inferred "by the title"
        muster edit V1 cause="an order" --inferred "by its date"
        muster event U1 brigade --on 2091 --source S3
        muster add source "Mirror" --kind other --url http://www.example.org/1/ --captured 2025-06-02 --note mirror
        muster cite U1 --field formed --stated spring --source Mirror
        muster cite BARS-Kaliningrad --field name --stated BARS-Koenigsberg --on ../2025-03 --source Mirror
        muster event U1 "planned strength 105" --on 2025-06-01 --source S3
        muster event U2 "split from" --other U1 --on 2025-06-01 --source S3
        muster event U1 "merged into" --other U2 --on 2089-01 --source S3
        muster look RU-PSK --on 2025-06-01 --in "regional press" --found none
        muster look RU-KGD --on 2025-06-01 --in "regional press" --found "a battalion"
        muster edit S1 archive=https://archive.ph/Ab1
        muster add source "Mistaken" --kind other
        muster event U1 recruiting --on 2025-05 --source Mistaken
        muster set-aside Mistaken --note "another U1"
        muster cite U2 --field region --stated RU-BRY --on 2024-08/2024-10 --source S3
        muster cite U2 --field region --stated RU-BEL --on 2025-06-10~/2025-06-20 --source S3
        muster cite RU-KRS --field administered-by --stated Russia --on 1991-12/.. --source S3
        muster event P4 kept --for E5 --on 2025-06-01 --source S3
        muster edit BARS participation=voluntary
        muster event U1 "strength 30" --on 2025-05-20 --source S3
        muster event U1 "strength 95" --on 2025-05-20 --source S1
        muster edit $(muster disputes U1 --format csv | grep -o 'V[0-9]* strength 95' | cut -d ' ' -f 1) standing=disputed --note slip
        muster add source "Added twice" --kind other
        muster revert $(muster log --limit 1 --format csv | tail -n 1 | cut -d , -f 1)
        muster add source "Named somebody" --kind other
        muster redact "Named somebody" --reason "by order"
        printf 'official,post\\nA. Clerk,Mayor\\nGleb Other,Mayor\\n' > twins.csv
        muster add programme Shield --came-from BARS --launched XXXX-04 --source S3
        muster cite Shield --field expansion --stated "Strong Shield" --source S3
        muster edit Shield expansion="Strong Shield"
        muster edit Shield launched-by=Ministry --inferred "by an order"
        muster token add "Anna Clerk" --role editor --until 2090-12-31
        muster token revoke $(muster tokens --format csv | tail -n 1 | cut -d , -f 1)
        muster cite Kursk-South --field region --stated RU-BRY --on 2025-03 --source S3
        muster cite Kursk-South --field region --stated RU-PSK --source Mirror
        """

    /// An object on the page: the kind of value for each key.
    private typealias Shape = [String: String]

    /// The objects by heading; one heading can name two commands.
    private static func shapes() throws -> [String: Shape] {
        var shapes: [String: Shape] = [:]
        var names: [String] = []
        for line in try String(contentsOf: page, encoding: .utf8).split(separator: "\n").map(String.init) {
            if line.hasPrefix("#") {
                let title = line.drop { $0 == "#" || $0 == " " }
                names =
                    line.hasPrefix("### ")
                    ? title.replacing(" and ", with: ", ").components(separatedBy: ", ") : []
            } else if let row = line.wholeMatch(of: #/\| `(\w+)` \| ([^|]+) \|.*/#) {
                for name in names {
                    #expect(shapes[name]?[String(row.1)] == nil, "\(name) has \(row.1) twice")
                    shapes[name, default: [:]][String(row.1)] = String(row.2)
                }
            }
        }
        return shapes
    }

    @Test func `every key that a command prints is on the page, and every key on the page is printed`() throws {
        let muster = try Command()
        defer { muster.remove() }
        let made = try muster.shell(Self.additions)
        #expect(made.code == 0 && !made.errors.contains("muster: "), "\(made.errors)")
        var reading = Reading(shapes: try Self.shapes())
        for (command, arguments) in Self.questions {
            let result = try muster.start(arguments + ["--format", "json"]).result()
            let value = try JSONSerialization.jsonObject(with: Data(result.output.utf8), options: .fragmentsAllowed)
            let isList = command != "show" && !command.hasPrefix("report ")
            reading.read(value, as: isList ? "array of `\(command)`" : "`\(command)`", at: command)
        }
        #expect(reading.faults.sorted() == [])
        // If a key was null or empty every time, the kind of its value was never compared.
        // The demo's only bloc has lost no member, so no membership has a last day; and no unit of it is dated before the claimed fifth.
        #expect(reading.unseen == ["ordinal claim: earlier", "membership: until"])
    }

    @Test func `every command with a choice of formats is on the page`() throws {
        let shapes = try Self.shapes()
        let commands = ReadmeTests.types
        for command in commands {
            let help = command.type.helpMessage(columns: 200)
            let name = String(command.words.dropFirst("muster ".count))
            #expect(help.contains("--format") == (shapes["`\(name)`"] != nil), "\(name)")
        }
        #expect(commands.count > 30)
        #expect(Set(Self.questions.map { "`\($0.command)`" }).isSubset(of: shapes.keys))
    }

    @Test(arguments: [
        (#"{"id": "U1"}"#, "at: lacks name"), (#"{"id": "U1", "name": null, "kind": "x"}"#, "at: has kind besides"),
        (#"{"id": null, "name": "x"}"#, "at.id: null is no text"), (#"{"id": 1, "name": "x"}"#, "at.id: 1 is no text"),
        (#"[]"#, "at: [] is no record"),
    ])
    func `a key too many, one too few and another kind of value are faults`(json: String, fault: String) throws {
        var reading = Reading(shapes: ["record": ["id": "text", "name": "text or null"]])
        let value = try JSONSerialization.jsonObject(with: Data(json.utf8))
        reading.read(value, as: "record", at: "at")
        #expect(reading.faults.map { $0.filter { !$0.isNewline } } == [fault])
    }

    /// Compares values with the page.
    private struct Reading {
        let shapes: [String: Shape]
        private(set) var faults: Set<String> = []
        private var seen: Set<String> = []

        init(shapes: [String: Shape]) { self.shapes = shapes }

        /// The keys on the page that never had a value.
        var unseen: Set<String> {
            Set(shapes.flatMap { name, shape in shape.keys.map { "\(name): \($0)" } }).subtracting(seen)
        }

        mutating func read(_ value: Any, as kind: String, at place: String) {
            if kind.hasSuffix(" or null") {
                if !(value is NSNull) { read(value, as: String(kind.dropLast(" or null".count)), at: place) }
            } else if kind.hasPrefix("array of ") {
                guard let elements = value as? [Any] else { return note("\(value) is no array", place) }
                for element in elements { read(element, as: String(kind.dropFirst("array of ".count)), at: place) }
            } else if let shape = shapes[kind] {
                guard let object = value as? [String: Any] else { return note("\(value) is no \(kind)", place) }
                for key in Set(object.keys).subtracting(shape.keys) { note("has \(key) besides", place) }
                for key in Set(shape.keys).subtracting(object.keys) { note("lacks \(key)", place) }
                for (key, kind2) in shape {
                    guard let inner = object[key] else { continue }
                    if !(inner is NSNull), (inner as? [Any])?.isEmpty != true { seen.insert("\(kind): \(key)") }
                    read(inner, as: kind2, at: "\(place).\(key)")
                }
            } else if kind == "value" {
                readValue(value, at: place)
            } else if kind == "true or false" {
                if !(value is Bool) { note("\(value) is neither true nor false", place) }
            } else if kind == "number" {
                if !(value is NSNumber) { note("\(value) is no number", place) }
            } else if ["text", "id", "word", "day"].contains(kind) {
                guard let text = value as? String else { return note("\(value) is no text", place) }
                if kind == "word", text.wholeMatch(of: #/[a-z][a-z0-9_]*/#) == nil { note("\(text) is no word", place) }
                if kind == "id", text.contains(" ") { note("\(text) is no id", place) }
                if kind == "day", text.wholeMatch(of: #/\d{4}-\d\d-\d\d/#) == nil { note("\(text) is no day", place) }
            } else {
                note("\(kind) is not on the page", place)
            }
        }

        /// Checks a field's value: a text, a number, several texts, or an object with all keys of one of the page's
        /// objects.
        private mutating func readValue(_ value: Any, at place: String) {
            if let object = value as? [String: Any] {
                let kinds = ["record", "region", "date", "strength", "event value", "membership", "foreign border"]
                let kind = kinds.first { shapes[$0].map { Set($0.keys) } == Set(object.keys) }
                read(value, as: kind ?? "object of the keys \(object.keys.sorted())", at: place)
            } else if let elements = value as? [Any] {
                for element in elements {
                    if element is [String: Any] {
                        readValue(element, at: place)
                    } else {
                        read(element, as: "text", at: place)
                    }
                }
            } else if !(value is NSNumber) {
                read(value, as: "text", at: place)
            }
        }

        private mutating func note(_ fault: String, _ place: String) {
            faults.insert("\(place): \(fault.replacing("<null>", with: "null"))")
        }
    }
}
