import Foundation
import Testing

/// A listing in pages, as a person asks for it: the note of one page gives what the next one needs.
final class PageCommandTests {
    let muster: Command

    init() throws {
        muster = try Command(after: "muster init")
    }

    deinit { muster.remove() }

    private static func codes(_ output: String, _ format: String) throws -> [String] {
        if format == "csv" {
            return output.split(whereSeparator: \.isNewline).dropFirst().map { String($0.prefix { $0 != "," }) }
        }
        let rows = try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [[String: Any]] ?? []
        return rows.compactMap { $0["code"] as? String }
    }

    @Test(arguments: ["csv", "json"])
    func `the note's advice, followed to the end, gives every row once`(format: String) throws {
        let listing = try muster("regions", "--format", "csv")
        #expect(listing.code == 0, "\(listing.errors)")
        let whole = try Self.codes(listing.output, "csv")
        var codes: [String] = []
        var advice = ""
        var pages = 0
        repeat {
            let page = try muster.shell("muster regions --limit 40 --format \(format) \(advice)")
            #expect(page.code == 0)
            codes += try Self.codes(page.output, format)
            let note = page.errors.firstMatch(of: #/there are more: the same command with (--after \S+) goes on/#)
            advice = note.map { String($0.1) } ?? ""
            pages += 1
        } while !advice.isEmpty && pages < 10
        #expect(pages == 3)
        #expect(codes == whole && codes.count == 83)
    }

    @Test func `a page of the wrong listing is refused with its code`() throws {
        let page = try muster("units", "--after", "RU-KGD@1-00000000")
        #expect(page.code == 65 && page.output.isEmpty)
        #expect(page.errors.contains("'RU-KGD@1-00000000'") && page.errors.contains("this lists units"))
    }

    @Test func `nothing after the last row is said`() throws {
        let first = try muster("regions", "--limit", "1").errors
        let digits = try #require(first.firstMatch(of: #/@1(-[0-9a-f]{8})/#)?.1)
        let page = try muster("regions", "--after", "RU-ZAB@1\(digits)")
        #expect(page.code == 0 && page.output.isEmpty && page.errors.contains("nothing more matches"))
    }
}
