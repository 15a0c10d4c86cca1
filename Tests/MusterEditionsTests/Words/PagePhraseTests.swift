import Foundation
import Testing

/// The fixed texts, as their files have them.
struct PagePhraseTests {
    private struct Pair: CustomStringConvertible {
        let name: String
        let english: String
        let russian: String
        var description: String { name }
    }

    /// The files that hold phrases.
    private static let files: [URL] = {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..").standardized
        let folders = ["Sources/MusterEditions/Words", "Sources/MusterWeb/Pages"].map { root.appending(path: $0) }
        return folders.flatMap {
            (try? FileManager.default.contentsOfDirectory(at: $0, includingPropertiesForKeys: nil)) ?? []
        }.filter { $0.pathExtension == "swift" }
    }()

    private static let pairs: [Pair] = {
        files.filter { $0.lastPathComponent.hasPrefix("Phrase+") }.flatMap { file -> [Pair] in
            let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
            return text.matches(of: #/static let (\w+) = Phrase\(\s*"((?:[^"\\]|\\.)*)",\s*"((?:[^"\\]|\\.)*)"\s*\)/#)
                .map {
                    Pair(name: String($0.1), english: String($0.2), russian: String($0.3))
                }
        }
    }()

    @Test func `every phrase of every file is read`() throws {
        let texts = try Self.files.map { try String(contentsOf: $0, encoding: .utf8) }
        #expect(Self.pairs.count == texts.map { $0.ranges(of: "= Phrase(").count }.reduce(0, +))
        #expect(Self.pairs.count > 150)
    }

    @Test func `both languages have the same places`() {
        for pair in Self.pairs {
            let places = { (text: String) in Set(text.matches(of: #/\{(\d+)\}/#).map { String($0.1) }) }
            #expect(places(pair.english) == places(pair.russian), "\(pair)")
        }
    }

    @Test func `no phrase lacks its Russian, or has it where the English is`() {
        let isLetter = { (text: String, range: ClosedRange<UInt32>) in
            text.unicodeScalars.contains { range.contains($0.value) }
        }
        for pair in Self.pairs {
            let (english, russian) = (pair.english, pair.russian)
            let hasWords = isLetter(english, 0x61...0x7A)
            #expect(!isLetter(english, 0x400...0x4FF), "\(pair)")
            #expect(!hasWords || isLetter(russian, 0x430...0x44F) || russian.contains("№"), "\(pair)")
            // Foreign letters of a Russian phrase are those of names such as ISO and UTC.
            #expect(!isLetter(russian, 0x61...0x7A), "\(pair)")
        }
    }
}
