import Foundation
import MusterValues
import Testing

@testable import MusterCore

struct JSONTests {
    private struct Sample: Encodable {
        var name: String? = "a \"b\"\\ \u{1}\n/ё"
        var regionName: String?
        var counts: [Int] = []
        var people: Headcount? = nil
        var isFine = true
        var kind: UnitKind = .regionalNumber
    }

    @Test func `every key is there, in order, and nil is null`() throws {
        let text = try JSON.text(Sample())
        #expect(
            text == """
                {
                  "counts" : [],
                  "is_fine" : true,
                  "kind" : "regional_number",
                  "name" : "a \\"b\\"\\\\ \\u0001\\n/ё",
                  "people" : null,
                  "region_name" : null
                }

                """)
        let read = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        #expect(read?["name"] as? String == Sample().name)
        #expect(read?["people"] is NSNull)
    }

    @Test func `in one line it is the same value without blanks or line breaks, but for the last`() throws {
        #expect(
            try JSON.line([Sample()])
                == #"[{"counts":[],"is_fine":true,"kind":"regional_number","name":"a \"b\"\\ \u0001\n/ё","people":null,"region_name":null}]"#
                + "\n")
    }

    @Test func `the rows of a listing have the same keys, whatever they hold`() throws {
        let fresh = try Fresh(.populated)
        defer { withExtendedLifetime(fresh) {} }
        let registry = fresh.registry
        func keys(_ rows: [some Encodable]) throws -> Set<[String]> {
            let text = try JSON.text(rows)
            let all = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]] ?? []
            #expect(all.count == rows.count && all.count > 1)
            return Set(all.map { $0.keys.sorted() })
        }
        #expect(try keys(registry.enrollments()).count == 1)
        #expect(try keys(registry.units()).count == 1)
        #expect(try keys(registry.regions()).count == 1)
        #expect(try keys(registry.search("BARS")).count == 1)
    }
}
