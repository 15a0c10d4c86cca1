import MusterValues
import Testing

@testable import MusterEditions

struct HTMLEditionTests {
    static let hostile = [
        "<img src=x onerror=alert(1)>", "</title></style><script>alert(1)</script>", "<svg onload=alert(1)>",
        "[a](javascript:alert(1)) **b**", "\"><b x=\"", "'=1+1", "&amp;&lt;", "]]> --> <!--",
    ]

    /// Every kind of block with a text in each place.
    private static func blocks(_ text: String) -> [Block] {
        let words = Words.joined(
            [
                .text(text), .name(text), .quote(text), .address(text), .code(text), .strong(.text(text)),
                .quiet(.name(text)),
                .place(RecordID("S1")!, locator: text), .record(RecordID("U1")!, .name(text)),
            ], .comma)
        let people = Headcount(least: 1, most: nil, namedLeast: 1, named: 1, certain: 0)
        let cell = EditionTable.Cell(words: words, second: words, raw: text)
        let side = DisputedValue.Side(value: words, voices: [words])
        let tile = Tile(
            region: RecordID("RU-KGD")!, place: nil, letters: text, name: words, state: .counted(least: 1, most: 2),
            isInDispute: true, sentence: words)
        let span = Lives.Span(
            label: words, begun: nil, ended: nil, lastHeard: nil, isSuspended: false, isDenied: false, isEnd: false)
        let lane = Lives.Lane(name: words, about: words, posts: [span], units: [span], unplaced: [words])
        let table = EditionTable(
            name: "units", caption: words, columns: [EditionTable.Column(key: "what", title: words)],
            rows: [EditionTable.Row(place: RecordID("S1")!, cells: [cell], evidence: [words, words], depth: 2)])
        return [
            .figures([
                KeyFigure(name: "a", label: words, value: words, remark: words, people: people, sentence: words)
            ]),
            .section(Section(name: "units", title: words, count: words)), .paragraph(words, .warning),
            .part(
                Part(
                    place: RecordID("U1")!, title: words, marks: [Part.Mark(words: words, kind: .against)],
                    people: LabelledRange(label: words, people: people, sentence: words))),
            .table(table), .list([words]),
            .dispute(
                DisputedValue(
                    title: words, record: RecordID("U1")!, concluded: words, isConcluded: true, supporting: [side],
                    against: [side],
                    settled: words)),
            .drawing(Drawing(name: "map", sentence: words, kind: .tiles([tile]))),
            .drawing(
                Drawing(name: "lives", sentence: words, kind: .lives(Lives(day: Made.day, lanes: [lane])))),
            .drawing(
                Drawing(
                    name: "voices", sentence: words,
                    kind: .voices([
                        VoiceLine(source: RecordID("S1")!, title: words, depth: 0, relation: nil, isShownBefore: false),
                        VoiceLine(
                            source: RecordID("S2")!, title: words, depth: 1, relation: words, isShownBefore: true),
                    ]))),
        ]
    }

    @Test func `a text with a word that is wider than a column may be broken anywhere, and no other`() throws {
        let (long, short) = (String(repeating: "a", count: 31), "a short-" + String(repeating: "b", count: 30))
        let page = try Made.page(.paragraph(.joined([.text(long), .name(long), .text(short)], .comma), .plain))
        #expect(page.contains("<span class=\"long\">\(long)</span>"))
        #expect(page.contains("class=\"long\">\(long)</bdi>"))
        #expect(page.contains(short) && !page.contains("long\">\(short)"))
    }

    @Test(arguments: hostile, Language.allCases)
    func `a text made of markup stays a text in every place`(text: String, language: Language) throws {
        let page = try Made.page(Made.edition(Self.blocks(text), in: language, title: .name(text)))
        let markup = Markup(page)
        #expect(markup.faults == [])
        #expect(markup.tags.isDisjoint(with: ["script", "img", "title1", "b1", "!--"]))
        #expect(markup.texts.joined().components(of: text) > 60)
        #expect(markup.attributes.allSatisfy { !$0.name.hasPrefix("on") && $0.name != "style" && $0.name != "src" })
        #expect(markup.values(of: "href").allSatisfy { $0.hasPrefix("#") })
        // Nothing of the register is in the style sheet but strings without a sign.
        let style = page.split(separator: "<style>")[1].split(separator: "</style>")[0]
        #expect(!style.contains(text) && !page.split(separator: "</style>")[1].contains("alert(1)</script>"))
    }

    @Test func `an address of the web is a link, and any other a text`() throws {
        let words = ["https://example.org/a\"b", "javascript:alert(1)", "data:text/html,<b>"].map(Words.address)
        let markup = try Markup(Made.page(.paragraph(.joined(words, .comma), .plain)))
        #expect(markup.values(of: "href").filter { !$0.hasPrefix("#") } == ["https://example.org/a%22b"])
        #expect(markup.values(of: "rel") == ["noreferrer"])
        #expect(markup.texts.contains(", javascript:alert(1), data:text/html,<b>"))
    }

    @Test func `a record is linked if its place is in the edition`() throws {
        let row = EditionTable.Row(place: RecordID("S1")!, cells: [EditionTable.Cell(words: .id(RecordID("S1")!))])
        let table = EditionTable(
            name: "sources", caption: .text("c"), columns: [EditionTable.Column(key: "source", title: .text("h"))],
            rows: [row])
        let words = ["S1", "S2", "RU-KGD"].map { Words.id(RecordID($0)!) }
        let markup = try Markup(Made.page(.table(table), .paragraph(.joined(words, .comma), .plain)))
        #expect(
            markup.values(of: "href").filter { $0 != "#content" && !$0.hasPrefix("#m-") } == ["#S1", "#S1", "#RU-KGD"])
        #expect(
            markup.attributes.filter { $0.name == "id" && ["S1", "RU-KGD"].contains($0.value) }.map(\.tag) == [
                "h1", "tr",
            ])
    }

    @Test func `a name tells its script, and a text only if it is not the page's`() throws {
        let words: Words = .joined(
            [.name("Примеров"), .name("Primerov"), .text("совет"), .text("council"), .quote("да, сэр"), .name("123")],
            .dot)
        let page = try Made.page(.paragraph(words, .plain), language: .russian)
        #expect(
            page.contains(
                """
                <p class="plain"><bdi lang="und-Cyrl" dir="auto">Примеров</bdi> · <bdi lang="und-Latn" dir="auto">Primerov</bdi> · \
                совет · <bdi lang="und-Latn">council</bdi> · <span class="quote" lang="und-Cyrl" dir="auto">«да, сэр»</span> · \
                <bdi dir="auto">123</bdi></p>

                """))
    }

    @Test func `what programs need alone is left out, and evidence names its row`() throws {
        let table = EditionTable(
            name: "who", caption: .text("c"),
            columns: [
                EditionTable.Column(key: "id", title: .text("hidden"), isForPrograms: true),
                EditionTable.Column(key: "who", title: .text("who")),
                EditionTable.Column(key: "people", title: .text("people"), isNumber: true),
            ],
            rows: [
                EditionTable.Row(
                    place: RecordID("E1")!,
                    cells: [
                        EditionTable.Cell(words: .text("secret")), EditionTable.Cell(words: .text("a")),
                        EditionTable.Cell(words: .number(1)),
                    ], evidence: [.text("said")])
            ])
        let page = try Made.page(.table(table))
        #expect(!page.contains("hidden<") && !page.contains("secret"))
        #expect(
            page.contains(
                """
                <tbody class="one" role="rowgroup"><tr id="E1" class="row told" role="row">\
                <th class="led" id="E1-row" role="rowheader" scope="row">a</th><td class="number apart" role="cell">1</td></tr>\
                <tr class="evidence" role="row"><td role="cell" colspan="2" headers="E1-row"><div>said</div></td></tr></tbody>

                """))
    }

    @Test func `the end of a page proves and cites the edition`() throws {
        let page = try Made.page()
        #expect(page.contains("<meta name=\"muster-edition\" content=\"region-RU-KGD-2026-11-25-r112-en\">\n"))
        #expect(
            page.contains("<code>01234567 89abcdef 01234567 89abcdef 01234567 89abcdef 01234567 89abcdef</code>"))
        let texts = Markup(page).texts.joined()
        #expect(
            texts.contains(
                "Register of regional defence units, “Title”, edition region-RU-KGD-2026-11-25-r112-en, as of 25 November 2026, "
                    + "known at revision 112, head 01234567…89abcdef."))
        #expect(texts.contains("revision 112, 25 November 2026 09:30 UTC"))
    }

    @Test func `a page is read line by line`() throws {
        let page = try Made.page(Made.edition(Self.blocks("a")))
        #expect(page.hasSuffix("</html>\n"))
        let body = page.split(separator: "</style>")[1].split(separator: "\n")
        #expect(body.allSatisfy { $0.utf8.count < 6000 })
    }
}

extension String {
    /// How often a text is in this one.
    fileprivate func components(of text: String) -> Int { ranges(of: text).count }
}
