import MusterValues
import Testing

@testable import MusterCore

/// The records of RIS.
@Suite final class RISTests {
    let fresh: Fresh

    init() throws { fresh = try Fresh(.populated) }

    private func exported() throws -> (text: String, leftOut: LeftOut) {
        try ExportedGraph.written { try fresh.registry.exportRIS(to: $0) }
    }

    @Test func `a cited source is a record, and one that nothing cites is counted`() throws {
        var source = NewSource(kind: .nationalMedia, title: "About \"БАРС\"")
        (source.published, source.captured, source.url) = ("2025-04", Day("2025-05-02"), "https://example.org/a;b")
        (source.publisher, source.language, source.note) = ("The Press", "ru", "page 2")
        (source.derivedFrom, source.relation) = (["S1"], .quotes)
        _ = try fresh.registry.add(source, by: Fresh.clerk)
        #expect(try exported().leftOut == LeftOut(rejected: [:], others: [.uncitedSources: 1]))
        let dispatch = "TY  - NEWS\r\nTI  - Dispatch\r\nAN  - S1\r\nN1  - kind: regional_media\r\nER  - \r\n\r\n"
        #expect(try exported().text == dispatch)
        try fresh.happen("U1", "operational", "2025-03", by: [Evidence(source: "S2")])
        let text = try exported().text
        #expect(
            text == dispatch
                + """
                TY  - NEWS
                TI  - About "БАРС"
                PB  - The Press
                PY  - 2025
                DA  - 2025/04//
                Y2  - 2025/05/02/
                LA  - ru
                UR  - https://example.org/a;b
                AN  - S2
                N1  - derived_from: S1 (quotes)
                N1  - kind: national_media
                N1  - note: page 2
                ER  -\u{20}


                """.replacing("\n", with: "\r\n"))
        #expect(try exported().leftOut.others == [:])
    }

    @Test func `a date that is no day, month or year is a note`() throws {
        try fresh.edit("S1", ["published": "XXXX-04"])
        let text = try exported().text
        #expect(text.contains("N1  - published: XXXX-04\r\n") && !text.contains("DA  -") && !text.contains("PY  -"))
    }

    @Test(arguments: [
        (SourceKind.officialChannel, "ICOMM"), (.officialDocument, "GOVDOC"), (.stateAgency, "NEWS"),
        (.foreignMedia, "NEWS"),
        (.thinkTank, "RPRT"), (.ngo, "RPRT"), (.rewrite, "ELEC"), (.other, "GEN"),
    ])
    func `the type is that of the kind`(kind: SourceKind, type: String) { #expect(RIS.type(kind) == type) }
}
