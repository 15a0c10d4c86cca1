import Foundation
import MusterCore
import MusterEditions
import MusterValues
import Testing

@testable import MusterWeb

/// The forms that narrow lists, sent as a browser sends them, and what else stands in the address of a page.
struct ListFilterTests {
    /// What is typed into an input.
    private static let typed = [
        "region": "RU-KGD", "unit": "U1", "source": "S1", "speaker": "Besprozvannikov",
    ]

    /// The inputs of the form on a page, each with a value that it takes.
    private static func inputs(of page: String) throws -> [(name: String, value: String)] {
        let form = try #require(page.firstMatch(of: #/(?s)<details class="narrow".*?<\/details>/#)).output
        return try form.matches(
            of: #/(?s)<(input|select)([^>]*) name="([^"]+)"[^>]*>(.*?)(?=<label|<\/select>|<\/form>)/#
        )
        .map { match -> (name: String, value: String) in
            let name = String(match.3)
            if match.1 == "input" { return (name, try #require(typed[name], "\(name)")) }
            let option = try #require(match.4.firstMatch(of: #/value="([^"]+)"/#), "\(name)")
            return (name, String(option.1))
        }
    }

    @Test(arguments: [
        SitePage.regions, .units, .officials, .enrollments, .sources, .programmes, .events, .looks,
    ])
    func `a form with one input filled and all others empty is answered`(page: SitePage) async throws {
        try await TestServer.run {
            $0.isPublic = true
        } _: { server in
            let shown = try await server.get("/en/\(page.word)", as: nil)
            let inputs = try Self.inputs(of: shown.text)
            #expect(!inputs.isEmpty)
            for filled in inputs.map(\.name) + [""] {
                let query = inputs.map { "\($0.name)=\($0.name == filled ? $0.value.encodedSegment : "")" }
                    .joined(separator: "&")
                let answer = try await server.get("/en/\(page.word)?\(query)", as: nil)
                #expect(answer.status == 200, "\(query)")
                let file = try await server.get("/en/\(page.word).csv?\(query)", as: nil)
                #expect(file.status == 200, "\(query)")
            }
        }
    }

    @Test func `an empty input narrows nothing, and the filled one does`() async throws {
        try await TestServer.run {
            $0.isPublic = true
        } _: { server in
            let one = try await server.get(
                "/en/units?region=RU-KGD&unit=&standing=&status=&form=&source=&speaker=&sort=&on=&known-at=", as: nil)
            #expect(one.status == 200)
            #expect(one.text.contains("BARS-Kaliningrad") && !one.text.contains("BARS-Kursk"))
            // A program that sends an empty value is told so.
            #expect(try await server.get("/api/units?status=").status == 400)
        }
    }

    @Test func `a narrowed list says by what, shows at once what it found, and leads to the whole list`() async throws {
        try await TestServer.run {
            $0.isPublic = true
        } _: { server in
            let one = try await server.get("/en/units?region=RU-KGD&status=forming&on=2025-06-01", as: nil)
            #expect(one.text.contains("Region: RU-KGD; ") && one.text.contains(#"<details class="narrow">"#))
            #expect(one.text.contains(#"<a href="/en/units?on=2025-06-01">Show the whole list</a>"#))
            for path in ["units", "units?on=2025-06-01", "units?region=&skip=0"] {
                let whole = try await server.get("/en/\(path)", as: nil)
                #expect(whole.status == 200 && !whole.text.contains("Show the whole list"), "\(path)")
            }
        }
    }

    @Test(arguments: Condition.allCases) func `every condition has a phrase in both languages`(condition: Condition) {
        let (english, russian) = (condition.words.plain(in: .english), condition.words.plain(in: .russian))
        #expect(!english.contains("_") && english.first?.isUppercase == true)
        #expect(russian.unicodeScalars.contains { (0x430...0x44F).contains($0.value) }, "\(russian)")
    }

    @Test(arguments: [
        ("ru/enrollments?post_kind=head_of_region&from=2025-01-01", ["Вид должности: ", "С дня: 2025-01-01"]),
        ("en/enrollments?post_kind=head_of_region&from=2025-01-01", ["Kind of post: ", "From the day: 2025-01-01"]),
        ("ru/regions?borders=LT&sea=true", ["Граничит с: LT", "Считая морские границы: да"]),
    ])
    func `a condition without an input is told in the language of the page`(path: String, words: [String])
        async throws
    {
        try await TestServer.run {
            $0.isPublic = true
        } _: { server in
            let page = try await server.get("/\(path)", as: nil)
            #expect(page.status == 200)
            for words in words { #expect(page.text.contains(words), "\(words)") }
            for name in ["post_kind:", "borders:", "sea:"] { #expect(!page.text.contains(name)) }
        }
    }

    @Test func `the report to print is offered before everything that stands on the page of its record`() async throws {
        try await TestServer.run {
            $0.isPublic = true
        } _: { server in
            for (record, report) in [
                ("regions/RU-KGD", "region-RU-KGD"), ("units/U1", "unit-U1"), ("officials/O1", "official-O1"),
            ] {
                let page = try await server.get("/ru/\(record)", as: nil)
                let way = try #require(page.text.range(of: "href=\"/ru/reports/\(report)\""))
                let first = try #require(page.text.range(of: "<h2"))
                #expect(way.upperBound < first.lowerBound, "\(record)")
                let led = try await server.get("/ru/reports/\(report)", as: nil)
                #expect(led.headers["location"]?.hasSuffix("-ru.html") == true, "\(record)")
            }
        }
    }

    @Test(arguments: [
        ("enrollments?region=XX", "region", 404), ("units?status=establishd", "status", 400),
        ("officials?unit=BARS-Nowhere", "unit", 404), ("sources?sort=titel", "sort", 400),
    ])
    func `a condition that cannot be is told at its input, on the page of the list`(
        query: String, name: String, status: Int
    ) async throws {
        try await TestServer.run {
            $0.isPublic = true
        } _: { server in
            for language in ["en", "ru"] {
                let page = try await server.get("/\(language)/\(query)", as: nil)
                #expect(page.status == status)
                let field = try #require(
                    page.text.firstMatch(of: #/(?s)<div class="refused">.*?<\/div>/#), "\(query)"
                ).output
                #expect(field.contains("name=\"\(name)\"") && field.contains(#"aria-invalid="true""#))
                #expect(field.contains(#"id="narrow-fault""#))
                let typed = query.split(separator: "=")[1]
                #expect(field.contains(typed), "\(field)")
            }
        }
    }

    @Test func `a word that is near to what was typed is told`() async throws {
        try await TestServer.run {
            $0.isPublic = true
        } _: { server in
            let page = try await server.get("/en/units?status=establishd&region=RU-KGD", as: nil)
            #expect(page.text.contains("near it: established"))
            #expect(page.text.contains(#"name="region" value="RU-KGD""#))
            #expect(try await server.get("/en/units.csv?status=establishd", as: nil).status == 400)
        }
    }

    @Test func `a page takes both spellings of a parameter, and refuses one that it does not know`() async throws {
        try await TestServer.run {
            $0.isPublic = true
        } _: { server in
            for name in ["known_at", "known-at"] {
                let page = try await server.get("/en/units?\(name)=1", as: nil)
                #expect(page.status == 200 && page.text.contains("as it was known at revision 1"), "\(name)")
            }
            #expect(try await server.get("/en/enrollments?post-kind=head_of_region", as: nil).status == 200)
            let unknown = [
                "/en?bogus=1", "/en/units?bogus=1", "/en/units/U1?bogus=1", "/en/disputes?bogus=1",
                "/en/history?bogus=1",
                "/en/diff?bogus=1", "/en/timeline/U1?bogus=1", "/en/search?q=x&bogus=1", "/en/units.csv?bogus=1",
            ]
            for path in unknown {
                let page = try await server.get(path, as: nil)
                #expect(page.status == 400 && page.text.contains("bogus"), "\(path)")
            }
            #expect(try await server.get("/en/disputes?setled=true", as: nil).text.contains("near it: settled"))
            let editor = try await Visit.signedIn(.editor, at: server)
            #expect(try await editor.open("/en/record/source?titel=A").status == 400)
        }
    }

    @Test func `what other sites add to a link is left out`() async throws {
        try await TestServer.run {
            $0.isPublic = true
        } _: { server in
            let page = try await server.get("/en/units?utm_source=paper&region=RU-KGD&fbclid=x", as: nil)
            #expect(page.status == 200)
            #expect(!page.text.contains("utm_source") && !page.text.contains("fbclid"))
            #expect(page.text.contains("region=RU-KGD"))
        }
    }

    @Test func `a slash after an address leads to the page, and a browser gets a page where nothing is`() async throws {
        try await TestServer.run {
            $0.isPublic = true
        } _: { server in
            for path in ["/en/units/?region=RU-KGD", "/en/units//?region=RU-KGD"] {
                let moved = try await server.get(path, as: nil)
                #expect(moved.status == 308 && moved.headers["location"] == "/en/units?region=RU-KGD", "\(path)")
            }
            #expect(try await server.get("/en/units/U1/", as: nil).headers["location"] == "/en/units/U1")
            let accept = ["Accept": "text/html,application/xhtml+xml,*/*;q=0.8", "Accept-Language": "ru,en"]
            for path in ["/xx/units", "/units", "/xx/units/"] {
                let page = try await server.get(path, as: nil, headers: accept)
                #expect(page.status == 404, "\(path)")
                #expect(page.headers["content-type"]?.hasPrefix("text/html") == true, "\(path)")
                #expect(page.text.contains("По этому адресу ничего нет"), "\(path)")
                let program = try await server.get(path, as: nil)
                #expect(program.headers["content-type"] == "application/problem+json", "\(path)")
            }
            let api = try await server.get("/api/nothing", as: nil, headers: accept)
            #expect(api.status == 404 && api.headers["content-type"] == "application/problem+json")
        }
    }
}
