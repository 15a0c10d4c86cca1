import Foundation
import MusterCore
import MusterDemo
import MusterValues
import Testing

@testable import MusterEditions

/// The editions of the sample dispatch.
final class DemoPageTests {
    private let folder: URL

    private static let bytes = Result { () throws -> Data in
        let path = FileManager.default.temporaryDirectory.appending(path: "muster-\(UUID()).db")
        defer { try? FileManager.default.removeItem(at: path) }
        do {
            let registry = try Registry.create(at: path.path)
            _ = try registry.loadReference(by: Authorship(author: "clerk", reason: "test"))
            _ = try registry.recordDispatch()
        }
        return try Data(contentsOf: path)
    }

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "muster-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Self.bytes.get().write(to: folder.appending(path: "demo.db"))
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private func page(_ request: EditionRequest) throws -> String {
        let registry = try Registry(at: folder.appending(path: "demo.db").path, for: .reading)
        return try Made.page(registry.edition(request))
    }

    private static let requests: [EditionRequest] = Language.allCases.flatMap { language in
        [
            EditionRequest(.region, of: "RU-KGD", in: language), EditionRequest(.unit, of: "U1", in: language),
            EditionRequest(.official, of: "O1", in: language), EditionRequest(.national, in: language),
            EditionRequest(.region, of: "RU-KGD", on: Day("2025-06-01"), in: language),
        ]
    }

    @Test(arguments: requests)
    func `a page nests, its links lead somewhere, and it is the same each time`(request: EditionRequest) throws {
        let page = try page(request)
        #expect(try self.page(request) == page)
        let markup = Markup(page)
        #expect(markup.faults == [])
        let ids = markup.values(of: "id")
        #expect(Set(ids).count == ids.count)
        let links = markup.values(of: "href").filter { $0.hasPrefix("#m-") == false }
        #expect(links.count > 3 && links.allSatisfy { $0.hasPrefix("#") && ids.contains(String($0.dropFirst())) })
        #expect(markup.values(of: "headers").allSatisfy(ids.contains))
    }

    @Test(arguments: requests.filter { $0.language == .russian })
    func `every head of a Russian page is in Russian`(request: EditionRequest) throws {
        let page = try page(request)
        let heads =
            page.matches(of: #/<(?:h2|caption)[^>]*>([^<]*)</#).map { String($0.1) }
            + page.matches(of: #/scope="col">([^<]*)</#).map { String($0.1) }
        #expect(heads.count > 8)
        for head in heads { #expect(head.contains { ("а"..."я").contains($0) }, "\(head)") }
    }
}
