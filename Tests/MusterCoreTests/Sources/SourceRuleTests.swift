import Foundation
import MusterValues
import Testing

@testable import MusterCore

/// The rules for a source's address and its kept copy.
final class SourceRuleTests {
    let fresh: Fresh

    init() throws { fresh = try Fresh(.populated) }

    private func source(_ change: (inout NewSource) -> Void) -> NewSource {
        var source = NewSource(kind: .other, title: "Another")
        change(&source)
        return source
    }

    @Test(arguments: [
        "http://example.org", "HTTPS://Example.org/3?a=b#c", "tg://resolve?domain=x", "https://пример.рф/статья",
    ])
    func `an address of the web or of Telegram is taken`(_ address: String) throws {
        _ = try fresh.registry.add(source { $0.url = address }, by: Fresh.clerk)
        _ = try fresh.registry.edit(Edit(record: "S1", values: ["url": address + "x"]), by: Fresh.clerk)
    }

    @Test(arguments: [
        "ftp://example.org/a", "javascript:alert(1)", "https://", "https:///a", "see the paper", "mailto:a@example.org",
    ])
    func `any other address is refused, and changes nothing`(_ address: String) throws {
        let rule = "an address begins with http://, https:// or tg://; give one, or leave it out"
        let message = "address '\(address)' is refused: \(rule)"
        try fresh.expectRefusal(nil, message, exit: 65) { [new = source { $0.url = address }] in
            try $0.add(new, by: Fresh.clerk)
        }
        try fresh.expectRefusal(nil, message, exit: 65) {
            try $0.edit(Edit(record: "S1", values: ["url": address]), by: Fresh.clerk)
        }
    }

    @Test func `an address without its scheme is refused with the whole address, which is taken`() throws {
        let rule = "an address begins with http://, https:// or tg://; write it as https://example.org/2"
        try fresh.expectRefusal(nil, "address 'example.org/2' is refused: \(rule)", exit: 65) {
            try $0.edit(Edit(record: "S1", values: ["url": "example.org/2"]), by: Fresh.clerk)
        }
        _ = try fresh.registry.edit(Edit(record: "S1", values: ["url": "https://example.org/2"]), by: Fresh.clerk)
    }

    @Test func `a copy is kept neither before the source was published nor ahead of today`() throws {
        let early = source {
            $0.published = "2025-05"
            $0.captured = Day("2025-04-30")
        }
        let before = "a copy is not kept before its source is published, and this one was on 2025-05-01 or later"
        try fresh.expectRefusal(nil, "captured '2025-04-30' is refused: \(before)", exit: 65) {
            try $0.add(early, by: Fresh.clerk)
        }
        let late = source { $0.captured = Day("2025-06-16") }
        try fresh.expectRefusal(nil, "captured '2025-06-16' is refused: it lies ahead; today is 2025-06-15", exit: 65) {
            try $0.add(late, by: Fresh.clerk)
        }
        _ = try fresh.registry.edit(Edit(record: "S1", values: ["captured": "2025-05-02"]), by: Fresh.clerk)
        try fresh.expectRefusal(
            nil, "captured '2025-05-02' is refused: \(before.replacing("05-01", with: "05-03"))", exit: 65
        ) { try $0.edit(Edit(record: "S1", values: ["published": "2025-05-03"]), by: Fresh.clerk) }
    }

    @Test func `a mark of doubt widens the date of publication, and a copy keeps the day that is known`() throws {
        let doubtful = source {
            $0.published = "2025-05-10~"
            $0.captured = Day("2025-05-05")
        }
        _ = try fresh.registry.add(doubtful, by: Fresh.clerk)
        let copy = fresh.folder.appending(path: "copy.html")
        try Data("abc".utf8).write(to: copy)
        var edit = Edit(record: "S2", values: [:])
        edit.capture = copy.path
        _ = try fresh.registry.edit(edit, by: Fresh.clerk)
        let captured = try fresh.registry.show("S2").fields.first { $0.field == .captured }
        #expect(captured?.value?.words == "2025-05-05")
        edit.record = "U1"
        #expect(throws: MusterError.usage("only a source has a kept copy, and U1 is a unit")) {
            try fresh.registry.edit(edit, by: Fresh.clerk)
        }
    }

    @Test func `the copy is a file that holds something`() throws {
        let (folder, fresh) = (fresh.folder, fresh)
        let empty = folder.appending(path: "empty").path
        try Data().write(to: URL(fileURLWithPath: empty))
        let cases = [
            (folder.path, "it is a folder; give the file that holds the copy"),
            (folder.path + "/nothing", "it is not there; check its name"),
            (empty, "it is empty; give the file that holds the copy"),
            ("/dev/null", "it is no plain file; give the file that holds the copy"),
        ]
        for (path, rule) in cases {
            let new = source { $0.capture = path }
            try fresh.expectRefusal(
                .badFile(path: path, rule: rule), MusterError.badFile(path: path, rule: rule).said, exit: 65
            ) { try $0.add(new, by: Fresh.clerk) }
        }
        let both = source {
            $0.capture = "copy"
            $0.sha256 = String(repeating: "0", count: 64)
        }
        #expect(throws: MusterError.self) { try fresh.registry.add(both, by: Fresh.clerk) }
    }
}
