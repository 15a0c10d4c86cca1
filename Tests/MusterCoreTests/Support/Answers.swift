import MusterValues

@testable import MusterCore
@testable import MusterEditions

/// The answers of a registry to all questions of its reading methods: text by question.
struct Answers {
    let registry: Registry
    private(set) var texts: [String: String] = [:]

    /// The filters of the listings, by name: each property of a filter alone, and some with a day.
    static let filters: [(name: String, set: @Sendable (inout Filter) -> Void)] = [
        ("all", { _ in }), ("region", { $0.region = "RU-KGD" }),
        ("federalDistrict", { $0.federalDistrict = "Central" }),
        ("borders", { $0.borders = "NATO" }), ("borders of a country", { $0.borders = "LT" }),
        (
            "sea",
            {
                $0.borders = "NATO"
                $0.sea = true
            }
        ),
        ("regions", { $0.regions = ["RU-KGD", "RU-KRS"] }), ("units", { $0.units = ["BARS-Kursk", "U1"] }),
        ("programme", { $0.programme = "BARS" }), ("standing", { $0.standing = .rejected }),
        ("standing that is usual", { $0.standing = .accepted }), ("unit", { $0.unit = "BARS-Kursk" }),
        ("official", { $0.official = "O2" }), ("day", { $0.day = Day("2025-06-15") }), ("limit", { $0.limit = 3 }),
        ("state of an enrollment", { $0.state = "joined" }), ("state of a unit", { $0.state = "battalion" }),
        ("state", { $0.state = "left" }), ("states", { $0.states = ["left", "joined"] }),
        ("statuses", { $0.statuses = [.forming, .established] }), ("forms", { $0.forms = [.battalion, .brigade] }),
        ("ever", { $0.ever = ["joined"] }), ("standings", { $0.standings = [.rejected, .disputed] }),
        ("post", { $0.post = "head" }), ("postKinds", { $0.postKinds = [.headOfRegion, .headOfMunicipality] }),
        ("contracts", { $0.contracts = [.notStated] }), ("sources", { $0.sources = ["S1"] }),
        ("speaker", { $0.speaker = "governor" }), ("needs", { $0.needs = [.date, .secondSource] }),
        ("sort", { $0.sort = "-id" }), ("sort by standing", { $0.sort = "standing" }),
        (
            "ever, day",
            {
                $0.ever = ["joined"]
                $0.day = Day("2025-06-15")
            }
        ),
        (
            "isWithOrigins",
            {
                $0.unit = "BARS-Kursk"
                $0.isWithOrigins = true
            }
        ),
        ("postChange", { $0.postChange = "left" }),
        (
            "isOwn",
            {
                $0.unit = "BARS-Kursk"
                $0.isOwn = true
            }
        ),
        (
            "grade",
            {
                $0.grade = .presumably
                $0.day = Day("2025-06-15")
            }
        ),
        ("period", { $0.period = Period(from: Day("2025-05-20")!, to: Day("2025-06-15")!) }),
        (
            "isThroughout",
            {
                $0.period = Period(from: Day("2025-05-20")!, to: Day("2025-06-15")!)
                $0.isThroughout = true
            }
        ),
        (
            "state, day",
            {
                $0.state = "joined"
                $0.day = Day("2025-06-15")
            }
        ),
        (
            "region, day",
            {
                $0.region = "RU-KRS"
                $0.day = Day("2025-03-01")
            }
        ),
    ]

    /// Names that some revisions do not know, or know as another record's, and the regions that have records.
    static let names = [
        "RU-KGD", "RU-KRS", "RU-BEL", "RU-KRS/konyshevsky", "UA-43", "RU-TUL", "BARS-Kaliningrad", "BARS-39", "BARS",
        "БАРС-Курск", "Dmitry Novikov", "Novikov", "Second dispatch", "https://example.org/2", "nobody",
    ]

    /// The names of the reading methods that are called here.
    static let methods: Set = [
        "regions", "units", "officials", "enrollments", "sources", "show", "timeline", "report", "newestRevision",
        "head",
        "search", "duplicates", "disputes", "due", "unitsOfNumberedRegion", "described",
        "programmes", "events", "looks", "reviewQueue",
    ]

    /// Asks every question if `oneIn` is 1; otherwise one in that many, different ones at each revision.
    static func of(_ registry: Registry, at revision: Int64, oneIn: Int) throws -> [String: String] {
        var answers = Answers(registry: registry, oneIn: oneIn, place: Int(revision))
        answers.askListings()
        answers.askReports()
        answers.askDossiers()
        return answers.texts
    }

    private let oneIn: Int
    private var place: Int

    private init(registry: Registry, oneIn: Int, place: Int) {
        self.registry = registry
        self.oneIn = oneIn
        self.place = place
    }

    private mutating func askListings() {
        for (name, set) in Self.filters {
            var filter = Filter()
            set(&filter)
            let asked = filter
            ask("regions \(name)") { try Self.csv($0.regions(asked)) }
            ask("units \(name)") { try Self.csv($0.units(asked)) }
            ask("officials \(name)") { try Self.csv($0.officials(asked)) }
            ask("enrollments \(name)") { try Self.csv($0.enrollments(asked, withCitations: true)) }
            ask("sources \(name)") { try Self.csv($0.sources(asked)) }
            ask("search \(name)") { try Self.csv($0.search("Novik", asked)) }
        }
        for text in ["Dmitry Novikov", "Новиков", "барс", "БАРС 39", "dispatch", "Анна Петрова", "RU-KGD"] {
            ask("search for \(text)") { try Self.csv($0.search(text)) }
        }
        ask("unitsOfNumberedRegion") { try $0.unitsOfNumberedRegion("БАРС 39").joined() }
        ask("described") { try JSON.text($0.described([RecordID(.source, 1), RecordID(.official, 1)])) }
        ask("due") { try Self.csv($0.due(on: Day("2025-12-31"), months: 3)) }
        ask("programmes") { try Self.csv($0.programmes()) }
        ask("events") { try Self.csv($0.events()) }
        ask("looks") { try Self.csv($0.looks()) }
        ask("review queue") { try Self.csv($0.reviewQueue()) }
        ask("duplicates") { try Self.csv($0.duplicates(least: 1)) }
        ask("units as JSON") { try JSON.text($0.units()) }
        ask("officials as JSON") { try JSON.text($0.officials()) }
        ask("enrollments as JSON") { try JSON.text($0.enrollments(withCitations: true)) }
        ask("sources as JSON") { try JSON.text($0.sources()) }
        ask("newestRevision") { "\(try $0.newestRevision())" }
        ask("head") { try $0.head() ?? "none" }
    }

    private mutating func askReports() {
        for region: RecordReference? in [nil, "RU-KGD", "RU-KRS", "UA-43"] {
            for day in [nil, Day("2025-06-15")] {
                ask("report \(region?.text ?? "national") \(day?.description ?? "newest")") { registry in
                    let report = try JSON.text(registry.report(region: region, on: day))
                    return try report
                        + EditionFormat.texts.map { try registry.text(of: region, on: day, as: $0) }.joined()
                }
            }
        }
    }

    private mutating func askDossiers() {
        for kind in [EditionKind.coverage, .changes] {
            ask("edition \(kind.rawValue)") { try $0.text(EditionRequest(kind)) }
        }
        for (kind, name) in [(EditionKind.unit, "U1"), (.official, "O2"), (.timeline, "RU-KRS")] {
            ask("edition \(kind.rawValue)") { registry in
                try registry.text(EditionRequest(kind, of: RecordReference(name), in: .russian))
            }
        }
        for name in Self.names {
            ask("show \(name)") { try JSON.text($0.show(RecordReference(name))) }
            ask("timeline \(name)") { try JSON.text($0.timeline(of: RecordReference(name))) }
            ask("disputes \(name)") { try JSON.text($0.disputes(of: RecordReference(name))) }
        }
        let counts: KeyValuePairs<RecordKind, Int64> = [
            .source: 6, .programme: 2, .unit: 8, .official: 6, .post: 8, .enrollment: 9, .event: 24, .citation: 110,
        ]
        for (kind, count) in counts {
            for number in 1...count {
                let id = RecordReference(RecordID(kind, number))
                ask("show \(id)") { try JSON.text($0.show(id)) }
                if kind.hasEvents {
                    ask("show \(id) on a day") { try JSON.text($0.show(id, on: Period(Day("2025-06-01")!))) }
                }
                ask("disputes \(id)") { try Self.csv($0.disputes(of: id)) }
                if kind != .citation { ask("timeline \(id)") { try Self.csv($0.timeline(of: id)) } }
            }
        }
    }

    private mutating func ask(_ question: String, _ answer: (Registry) throws -> String) {
        place += 1
        if !place.isMultiple(of: oneIn) { return }
        do { texts[question] = try answer(registry) } catch {
            // Only later on can it be told with which revision a record came.
            let later = #/; it came with revision \d+/#
            texts[question] = "refused: \("\(error)".replacing(later, with: ""))"
        }
    }

    private static func csv<Row: ListingRow>(_ rows: [Row]) -> String {
        ([Row.columns.map(\.name)] + rows.map { $0.cells.map { $0?.raw } }).map { CSV.line($0) }.joined()
    }

    /// The questions with different answers, each with the first line that differs.
    static func differences(_ then: [String: String], _ now: [String: String]) -> [String] {
        Set(then.keys).union(now.keys).sorted().compactMap { question in
            if then[question] == now[question] { return nil }
            let lines = [then, now].map { ($0[question] ?? "not asked").split(separator: "\n") }
            let place = zip(lines[0], lines[1]).prefix { $0 == $1 }.count
            let first = lines.map { $0.dropFirst(place).first ?? "nothing" }
            return "\(question): then '\(first[0])', known now '\(first[1])'"
        }
    }
}
