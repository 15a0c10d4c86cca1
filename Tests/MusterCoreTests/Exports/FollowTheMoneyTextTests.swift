import MusterValues
import Testing

@testable import MusterCore

/// What a property of FollowTheMoney holds as it is. Its own program gave each answer here.
struct FollowTheMoneyTextTests {
    @Test(
        arguments: [
            ("2025", "2025"), ("2025-04", "2025-04"), ("2025-04-01", "2025-04-01"), ("1000", "1000"),
            ("2025-04~", nil), ("2025?", nil), ("XXXX-04", nil), ("202X", nil), ("2025-04/..", nil),
            ("2025-04/2025-05", nil),
            ("2025-21", nil), ("[2025-04-01,2025-05-02]", nil), ("0999", nil), ("3000", nil), ("-0044", nil),
            ("Y12025", nil),
        ] as [(String, String?)])
    func `a date is a day, a month or a year`(edtf: String, date: String?) {
        #expect(FollowTheMoneyText.clean(edtf, for: "date") == date)
    }

    @Test(
        arguments: [
            ("https://example.org", "https://example.org/"),
            ("https://example.org/a;b?x=1&y=2#p", "https://example.org/a;b?x=1&y=2#p"),
            ("HTTPS://Example.org/A", "https://Example.org/A"), ("https://example.org/?", "https://example.org/"),
            ("https://example.org:8080/x#", "https://example.org:8080/x"),
            ("https://example.org?q=1", "https://example.org/?q=1"),
            ("https://пример.рф/статья", "https://пример.рф/статья"),
            ("https://user@example.org/", "https://user@example.org/"),
            ("http://10.0.0.1/a", "http://10.0.0.1/a"), ("https://example.org/a;", "https://example.org/a"),
            ("https://example.org/a b|c", "https://example.org/a b|c"), ("tg://resolve?domain=a", nil),
            ("https://1.2/x", nil),
            ("https://a..b/", nil), ("https://exa mple.org/", nil), ("https://example.org:99999/", nil),
            ("example.org", nil),
            ("https://", nil),
        ] as [(String, String?)])
    func `an address is one of the web`(text: String, url: String?) {
        #expect(FollowTheMoneyText.clean(text, for: "sourceUrl") == url)
    }

    @Test(arguments: [("ru", "rus"), ("en", "eng"), ("rus", "rus"), ("tt", nil), ("xal", nil)] as [(String, String?)])
    func `a language has three letters`(code: String, three: String?) {
        #expect(FollowTheMoneyText.clean(code, for: "language") == three)
    }

    @Test(arguments: [("\"БАРС\"", "БАРС"), ("'a' \"b\"", "a' \"b"), ("«БАРС»", "«БАРС»"), ("O'Neill", "O'Neill")])
    func `a name loses the marks around it`(name: String, clean: String) {
        #expect(FollowTheMoneyText.clean(name, for: "name") == clean)
    }

    @Test func `every field of every kind has one place, and the page has all`() throws {
        var lines = ["| record | field | place | what is kept as text alone |", "| --- | --- | --- | --- |"]
        for kind in RecordKind.allCases {
            for field in kind.fields {
                let place = try #require(FollowTheMoneyPlace.of(field.name, in: kind), "\(kind) \(field.name)")
                lines.append("| \(kind.name) | `\(field.name.rawValue)` | \(Self.words(place)) | \(Self.loss(place)) |")
            }
        }
        let page = try Package.text("Sources/MusterCore/MusterCore.docc/GraphExports.md")
        let table = lines.joined(separator: "\n")
        #expect(page.contains(table), "it must be:\n\(table)")
        for kind in RecordKind.allCases {
            let schemas = FollowTheMoneyPlace.schemas(of: kind).map { "`\($0)`" }.joined(separator: ", ")
            #expect(page.contains("| \(kind.name) | \(schemas) |"), "the page has no schema of \(kind.name)")
        }
        for kind in RecordKind.allCases {
            for name in FieldName.allCases where kind.field(name) == nil {
                #expect(FollowTheMoneyPlace.of(name, in: kind) == nil, "\(kind) has no \(name)")
            }
        }
    }

    private static func words(_ place: FollowTheMoneyPlace) -> String {
        switch place {
        case .property(let property), .link(let property): "`\(property)`"
        case .entity(let schema): "an entity `\(schema)`"
        case .text: "text"
        }
    }

    private static func loss(_ place: FollowTheMoneyPlace) -> String {
        switch place {
        case .text: "all: there is no property for it"
        case .link, .entity: ""
        case .property(let property):
            switch FollowTheMoneyText.types[property] {
            case "date": "a date that is no day, month or year"
            case "url": "an address that is not of the web"
            case "language": "a language that it has no code for"
            case "name": "quotation marks around the whole"
            default: ""
            }
        }
    }
}
