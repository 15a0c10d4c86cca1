import Foundation
import MusterValues
import Testing

@testable import MusterCore
@testable import MusterEditions

/// An edition's id tells what it is of, so that it can be made again from the id alone.
final class EditionIDTests {
    let fresh: Fresh
    private var registry: Registry { fresh.registry }

    init() throws {
        fresh = try Fresh(.populated)
        _ = try registry.add(
            NewRegion(code: nil, name: "Gdov district", parent: "RU-PSK", evidence: Fresh.dispatch), by: Fresh.clerk)
        _ = try registry.add(NewRegion(code: "UA-43", name: "Crimea", evidence: Fresh.dispatch), by: Fresh.clerk)
    }

    static let ids: [(request: EditionRequest, id: String)] = [
        (EditionRequest(.region, of: "Kaliningrad Oblast"), "region-RU-KGD-2025-06-15-r10-en"),
        (EditionRequest(.region, of: "RU-PSK/gdov", in: .russian), "region-RU-PSK/gdov-2025-06-15-r10-ru"),
        (EditionRequest(.region, of: "UA-43", on: Day("2025-01-31")), "region-UA-43-2025-01-31-on-r10-en"),
        (EditionRequest(.unit, of: "BARS-Kursk"), "unit-U2-2025-06-15-r10-en"),
        (EditionRequest(.official, of: "O1", on: Day("2025-06-15")), "official-O1-2025-06-15-on-r10-en"),
        (EditionRequest(.national, in: .russian), "national-2025-06-15-r10-ru"),
        (EditionRequest(.national, on: Day("2024-02-29")), "national-2024-02-29-on-r10-en"),
        (EditionRequest(.timeline, of: "RU-KGD"), "timeline-RU-KGD-2025-06-15-r10-en"),
        (EditionRequest(.coverage), "coverage-2025-06-15-r10-en"),
        (EditionRequest(.changes, from: 3), "changes-2025-06-15-r3-r10-en"),
        (EditionRequest(.changes), "changes-2025-06-15-r9-r10-en"),
    ]

    @Test(arguments: ids)
    func `an id names the kind, the record, the day, the revision and the language`(
        request: EditionRequest, id: String
    ) throws { #expect(try registry.edition(request).header.id == id) }

    @Test(arguments: ids)
    func `the edition that is made from an id's parts has the same bytes`(request: EditionRequest, id: String) throws {
        let told = try #require(EditionHeader.parsed(id))
        #expect(told.revision == 10)
        #expect(told.request.kind == request.kind && told.request.language == request.language)
        #expect(told.request.day == request.day)
        // A later revision changes what is on record now, and not the edition.
        try fresh.enroll("Ivan Petrov", .serving, on: "2025-01-01")
        let known = try registry.known(at: .revision(told.revision))
        let again = try known.edition(told.request)
        #expect(again.header.id == id && again.header.day == told.day)
        #expect(try again.text(as: .md) == known.text(request))
    }

    @Test(arguments: [
        "", "region", "region-RU-KGD-2025-06-15-r10", "region-RU-KGD-2025-06-15-r10-de",
        "page-RU-KGD-2025-06-15-r10-en",
        "region-RU-KGD-2025-06-31-r10-en", "region-RU-KGD-2025-06-15-r99999999999999999999-en",
        "region-RU-KGD-2025-06-15-r10-en ", "region-ru-kgd-2025-06-15-r10-en",
    ])
    func `another text is no id`(text: String) { #expect(EditionHeader.parsed(text) == nil) }

    @Test func `every edition says how to cite it, with its id, the day, the revision and the head`() throws {
        let head = try #require(try registry.head())
        for (request, id) in Self.ids where request.language == .english {
            let text = try registry.text(request)
            let title = MarkdownReport.plain(String(text.prefix { $0 != "\n" }.dropFirst(2)))
            let day = request.day.map { StatedDate($0).said(in: .english, as: .cell) } ?? "15 June 2025"
            let cited =
                "Cite as: Register of regional defence units, “\(title)”, edition \(id), as of \(day), known at revision 10, head "
                + "\(head.prefix(8))…\(head.suffix(8)).\n"
            #expect(text.hasSuffix("\n\nEdition \(id), layout 9.\n\nHead of the history: \(head)\n\n\(cited)"), "\(id)")
        }
    }

    @Test func `an empty register has an edition, of no revision`() throws {
        let registry = try Registry.create(at: fresh.folder.appending(path: "empty.db").path, now: { Fresh.now })
        let text = try registry.text(EditionRequest(.national))
        #expect(text.contains("Nothing is on record yet: there is no revision."))
        #expect(text.contains("\nEdition national-2025-06-15-r0-en, layout 9.\n"))
        #expect(
            try registry.text(EditionRequest(.coverage)).contains("\nEdition coverage-2025-06-15-r0-en, layout 9.\n"))
    }
}
