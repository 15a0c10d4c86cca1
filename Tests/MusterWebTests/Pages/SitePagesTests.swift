import Foundation
import MusterCore
import MusterEditions
import MusterValues
import Testing

@testable import MusterWeb

/// The pages that are read.
struct SitePagesTests {
    @Test func `every page answers in both languages, and every link on it leads somewhere`() async throws {
        try await TestServer.run {
            $0.isPublic = true
        } _: { server in
            for language in ["en", "ru"] {
                var waiting = ["/\(language)"]
                var seen: Set<String> = []
                while let path = waiting.popLast(), seen.count < 160 {
                    guard seen.insert(path).inserted else { continue }
                    let reply = try await server.get(path, as: nil)
                    #expect([200, 303].contains(reply.status), "\(path): \(reply.status)")
                    guard reply.headers["content-type"]?.hasPrefix("text/html") == true else { continue }
                    let links = reply.text.matches(of: #/href="(/[^"#]*)/#).map { String($0.1) }
                    // What changes something asks to sign in; what is downloaded is tested apart.
                    waiting += links.filter { $0.hasPrefix("/\(language)") && !$0.contains("/reports/") }.map {
                        $0.replacing("&amp;", with: "&")
                    }
                }
                #expect(seen.count > 60, "\(language)")
            }
        }
    }

    @Test func `a page carries its day and its moment in every link`() async throws {
        try await TestServer.run {
            $0.isPublic = true
        } _: { server in
            let revision = try server.registry().newestRevision()
            _ = try server.registry().add(
                NewLook(region: RecordReference("RU-ARK"), date: EDTF(typed: "2025-05"), place: "press", found: nil),
                by: TestServer.clerk)
            let page = try await server.get("/en/units?on=2025-06-01&known-at=\(revision)", as: nil)
            #expect(page.status == 200)
            #expect(page.text.contains("You see the register as it was known at revision \(revision)"))
            let records = page.text.matches(of: #/href="(/en/units/U[^"]*)"/#).map { String($0.1) }
            #expect(!records.isEmpty)
            #expect(records.allSatisfy { $0.contains("on=2025-06-01") && $0.contains("known-at=\(revision)") })
        }
    }

    @Test func `a day that is none is told in its place, and the page answers without it`() async throws {
        try await TestServer.run {
            $0.isPublic = true
        } _: { server in
            let page = try await server.get("/en/units?on=2025-13-45", as: nil)
            #expect(page.status == 422)
            #expect(page.text.contains(#"value="2025-13-45""#))
            #expect(page.text.contains("BARS-Kaliningrad"))
        }
    }

    @Test func `a record has one address, and an edition has the same bytes as the command's`() async throws {
        try await TestServer.run {
            $0.isPublic = true
        } _: { server in
            let moved = try await server.get("/en/units/BARS-Kaliningrad", as: nil)
            #expect(moved.status == 308)
            #expect(moved.headers["location"]?.hasPrefix("/en/units/U") == true)
            let way = try await server.get("/en/reports/region-RU-KGD", as: nil)
            #expect(way.status == 303)
            let printed = try await server.get(way.headers["location"] ?? "", as: nil)
            let edition = try server.registry().edition(EditionRequest(.region, of: RecordReference("RU-KGD")))
            let text = try edition.text(as: .html)
            #expect(printed.text == text)
        }
    }

    @Test func `lists are narrowed, sorted, gone through and downloaded`() async throws {
        try await TestServer.run {
            $0.isPublic = true
        } _: { server in
            let one = try await server.get("/en/units?region=RU-KGD&sort=designation", as: nil)
            #expect(one.text.contains("BARS-Kaliningrad") && !one.text.contains("BARS-Belgorod"))
            let csv = try await server.get("/en/units.csv", as: nil)
            #expect(csv.headers["content-type"]?.hasPrefix("text/csv") == true)
            #expect(csv.text.contains("BARS-Kaliningrad"))
            let json = try await server.get("/ru/units.json", as: nil)
            let rows = try JSONSerialization.jsonObject(with: Data(json.bytes)) as? [[String: Any]]
            #expect(rows?.isEmpty == false)
        }
    }

    @Test func `every list has its files, and a sorted one goes on to its end`() async throws {
        try await TestServer.run {
            $0.isPublic = true
        } _: { server in
            for page in ["disputes", "due", "review", "duplicates", "history", "search?q=Novikov", "events", "sources"]
            {
                let shown = try await server.get("/en/\(page)", as: nil)
                let files = shown.text.matches(of: #/href="(\/en\/[a-z]+\.(csv|json)[^"]*)"/#).map { String($0.1) }
                #expect(files.count == 2, "\(page)")
                for file in files {
                    let reply = try await server.get(file.replacing("&amp;", with: "&"), as: nil)
                    #expect(reply.status == 200, "\(file)")
                }
            }
            for number in 0..<70 {
                _ = try server.registry().add(
                    NewSource(kind: .other, title: "Page \(number)"), by: TestServer.clerk)
            }
            let first = try await server.get("/en/sources?sort=title", as: nil)
            let way = try #require(first.text.firstMatch(of: #/href="(\/en\/sources\?[^"]*skip=50[^"]*)"/#)).1
            let second = try await server.get(String(way).replacing("&amp;", with: "&"), as: nil)
            #expect(second.status == 200 && second.text.contains("Page 69") && !second.text.contains("skip=100"))
            #expect(!first.text.contains(">Page 69<"))
        }
    }

    @Test func `a record has one address, and one of later is told from one that is not there`() async throws {
        try await TestServer.run {
            $0.isPublic = true
        } _: { server in
            #expect(try await server.get("/en/officials/U1", as: nil).headers["location"] == "/en/units/U1")
            let later = try await server.get("/en/units/U1?known-at=1", as: nil)
            #expect(later.status == 404 && later.text.contains("not yet"))
            #expect(try await server.get("/en/units/U999?known-at=1", as: nil).text.contains("not yet") == false)
            let record = try await server.get("/en/records/C1", as: nil)
            #expect(record.text.contains("Cite this"))
        }
    }

    @Test func `a list without a day gives no answer about one`() async throws {
        try await TestServer.run {
            $0.isPublic = true
        } _: { server in
            let newest = try await server.get("/en/enrollments", as: nil)
            #expect(!newest.text.contains(##"href="#m-no""##) && !newest.text.contains(##"href="#m-presumably""##))
            let day = try await server.get("/en/enrollments?on=2026-01-01", as: nil)
            #expect(day.text.contains(##"href="#m-"##))
        }
    }

    @Test func `a page of the same registry costs no query, and is another's for another reader`() async throws {
        try await TestServer.run { server in
            let editor = try await Visit.signedIn(.editor, at: server)
            let page = try await editor.open("/en/units")
            let tag = try #require(page.headers["etag"])
            let same = try await editor.open("/en/units", headers: ["If-None-Match": tag])
            #expect(same.status == 304)
            // A browser takes the headers of a 304 over to the page that it has.
            for name in ["content-security-policy", "vary", "referrer-policy"] {
                #expect(same.headers[name] == page.headers[name], "\(name)")
            }
            let reader = try await Visit.signedIn(.reader, at: server)
            let other = try await reader.open("/en/units", headers: ["If-None-Match": tag])
            #expect(other.status == 200)
            #expect(other.text.contains("The reader") && !other.text.contains("The editor"))
        }
    }

    @Test func `what is not there, and what is refused, is a page in the reader's language`() async throws {
        try await TestServer.run {
            $0.isPublic = true
        } _: { server in
            for path in ["/ru/nothing", "/ru/units/U999", "/ru/history/0", "/ru/reports/x", "/ru/a/b/c"] {
                let page = try await server.get(path, as: nil)
                #expect(page.status == 404, "\(path)")
            }
            let page = try await server.get("/ru/nothing", as: nil)
            #expect(page.text.contains("По этому адресу ничего нет"))
        }
    }
}
