import GRDB
import MusterValues
import Testing

@testable import MusterCore
@testable import MusterEditions

/// What the values of closed lists, fields and columns are called in both languages.
struct LabelWordsTests {
    static let lists: [any ClosedList.Type] = [
        UnitKind.self, UnitForm.self, UnitStatus.self, PostKind.self, PostLevel.self, Tenure.self, EnrollmentState.self,
        ContractKind.self, ContractParty.self, SourceKind.self, SourceRelation.self, Speech.self, Stance.self,
        Standing.self, NameNature.self, Grade.self, Coverage.self, Need.self, DueKind.self, DisputeKind.self,
        Wording.self, Role.self, MatchTier.self, MatchReason.self, Language.self, FieldName.self, Report.Gap.Kind.self,
        Report.Uncounted.Reason.self, ReportedSource.Reason.self, Changes.What.self,
    ]

    @Test func `every closed list of the libraries is tried here`() throws {
        let declaration = #/enum (\w+): String, (?:ClosedList|StateList)\b/#
        let declared = try Package.swiftFiles(under: "Sources").values.flatMap { text in
            text.matches(of: declaration).map { String($0.1) }
        }
        #expect(declared.sorted() == Self.lists.map { "\($0)" }.sorted())
    }

    @Test func `every value has Russian words of its own`() {
        for list in Self.lists {
            let labels = Self.labels(of: list)
            let left = labels.map(\.russian).filter { !Self.isRussian($0) && $0 != "SHA-256" }
            #expect(left == [], "\(list)")
            // Fields of different kinds of record may share a word, such as "название".
            if list != FieldName.self { #expect(Set(labels.map(\.russian)).count == labels.count, "\(list)") }
        }
    }

    /// The register records no gender. A past tense or a participle of a person would tell one: "вступил", "исполняющий".
    @Test func `no label tells a person's gender`() {
        #expect(Self.gendered(in: "объявила о вступлении") == ["объявила"])
        #expect(Self.gendered(in: "временно исполняющий обязанности") == ["исполняющий"])
        for list in Self.lists {
            for label in Self.labels(of: list) { #expect(Self.gendered(in: label.russian) == [], "\(label.russian)") }
        }
        // A short participle is of a thing, which the label names: "контракт подписан". Alone it would be of the person.
        for label in EnrollmentState.allCases.map(\.label) + Tenure.allCases.map(\.label) {
            let words = label.russian.split(separator: " ")
            let alone = words.first.map { $0.hasSuffix("н") || $0.hasSuffix("на") } ?? false
            #expect(!alone, "\(label.russian)")
        }
        let fields = RecordKind.allCases.flatMap(\.fields).flatMap { [$0.label, $0.help] }
        let columns = ImportColumn.all.flatMap { [$0.heading, $0.help] }
        for label in fields + columns {
            #expect(Self.gendered(in: label.russian) == [], "\(label.russian)")
        }
    }

    @Test(arguments: [
        (EnrollmentState.announced, "объявлено о вступлении"), (.joined, "вступление"),
        (.contractSigned, "контракт подписан"), (.training, "подготовка, сборы"),
        (.serving, "несёт службу в своём регионе"),
        (.deployed, "служба за пределами региона"),
        (.rotatedOut, "возвращение на должность после службы"), (.left, "контракт окончен или уход"),
        (.killed, "гибель"), (.denied, "опровержение вступления"), (.unclear, "сообщается, неясно"),
    ])
    func `a state of an enrollment is said without a gender`(state: EnrollmentState, russian: String) {
        #expect(state.said(in: .russian) == russian)
        #expect(state.said(in: .english) == state.words)
    }

    @Test func `the word of a person is told as the design has it`() {
        let voices = Speech.allCases.map(\.voice)
        #expect(
            voices.map { $0.said(in: .english) } == [
                "in its own voice", "own word", "as quoted", "hearsay", "only implied", "as a denial", "as unclear",
            ])
        #expect(
            voices.map { $0.said(in: .russian) } == [
                "от своего лица", "собственные слова", "в пересказе", "понаслышке", "только подразумевается",
                "как опровержение", "как неясное",
            ])
    }

    @Test func `grades and phrases are told as the design has them`() {
        #expect(
            Grade.allCases.map { $0.said(in: .russian) } == ["точно", "по последним данным", "возможно", "нет"])
    }

    @Test(
        arguments: [
            (EventValue.status(.disbanded), "disbanded", "расформировано"), (.form(.brigade), "brigade", "бригада"),
            (.tenure(.returned), "returned", "снова в должности"), (.state(.killed), "killed", "гибель"),
            (.strength(least: 300, most: 500), "strength 300 to 500", "численность от 300 до 500"),
            (
                .plannedStrength(least: 105, most: nil), "planned strength at least 105",
                "плановая численность не менее 105"
            ),
        ] as [(EventValue, String, String)])
    func `an event is said`(event: EventValue, english: String, russian: String) {
        #expect(event.said(in: .english) == english)
        #expect(event.said(in: .russian) == russian)
    }

    @Test func `a field is called by its kind of record`() {
        #expect(FieldName.kind.said(in: .russian, of: .post) == "вид должности")
        #expect(FieldName.kind.said(in: .russian, of: .citation) == "вид")
        #expect(FieldName.partOf.said(in: .english, of: .unit) == "part of")
        for name in FieldName.allCases {
            let names = Set(RecordKind.allCases.compactMap { $0.field(name)?.label.russian })
            if names.count == 1 { #expect(names.contains(name.label.russian) || name == .title, "\(name)") }
        }
    }

    @Test func `every table and column of an export is described in both languages`() throws {
        let fresh = try Fresh()
        defer { withExtendedLifetime(fresh) {} }
        let tables = try fresh.plain().read { try RecordTable.all($0) } + [RecordTable.selected]
        #expect(tables.count > 10)
        for table in tables {
            #expect(Self.isRussian(table.label.russian), "\(table.name)")
            for column in table.columns {
                let place: Comment = "\(table.name).\(column.name)"
                #expect(Self.isRussian(column.label.russian) || column.name == "sha256", place)
                #expect(Self.isRussian(column.help.russian) && column.help.russian.hasSuffix("."), place)
                #expect(column.help.english.hasSuffix("."), place)
            }
        }
    }

    private static func labels<List: ClosedList>(of list: List.Type) -> [Label] { list.allCases.map(\.label) }

    private static func isRussian(_ text: String) -> Bool {
        text.contains { ("А"..."я").contains($0) }
    }

    /// The words of a text that end as a past tense or a participle with a gender does.
    private static func gendered(in text: String) -> [String] {
        let words = text.split { !$0.isLetter }.map(String.init)
        let endings = ["л", "ла", "лся", "лась", "ший", "шая", "щий", "щая", "щийся", "шийся"]
        // These only end like them, or are of a thing.
        let others: Set = ["инициал", "числа", "начала", "наибольшая", "наименьшая", "выросла"]
        return words.filter { word in !others.contains(word.lowercased()) && endings.contains { word.hasSuffix($0) } }
    }
}
