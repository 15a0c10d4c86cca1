import Testing

/// The phrases of editions, read from the source files: a phrase that nobody prints in a test is checked, too.
struct PhraseTests {
    private struct Text {
        let path: String
        let english: String
        let russian: String
    }

    private static func phrases() throws -> (found: [Text], count: Int) {
        let literal = #/Phrase\(\s*"((?:[^"\\]|\\.)*)",\s*"((?:[^"\\]|\\.)*)"\s*\)/#
        var found: [Text] = []
        var count = 0
        for (path, text) in try Package.swiftFiles(under: "Sources/MusterEditions") {
            found += text.matches(of: literal).map { Text(path: path, english: String($0.1), russian: String($0.2)) }
            count += text.matches(of: #/\bPhrase\(\s*"/#).count
        }
        return (found, count)
    }

    private static func places(_ text: String) -> [String] {
        text.matches(of: #/\{\d+\}/#).map { String($0.output) }.sorted()
    }

    @Test func `every phrase has the same places in both languages`() throws {
        let (found, count) = try Self.phrases()
        #expect(found.count == count && count > 130)
        for phrase in found {
            let places = Self.places(phrase.english)
            #expect(places == Self.places(phrase.russian), "\(phrase.english)")
            // The places are 0, 1, 2 …, each once: an argument that has none would be lost.
            #expect(places == places.indices.map { "{\($0)}" }, "\(phrase.english)")
        }
    }

    @Test func `the Russian words are Russian, and no word of either is empty`() throws {
        for phrase in try Self.phrases().found {
            let (english, russian) = (phrase.english, phrase.russian)
            #expect(!english.isEmpty && !russian.isEmpty)
            let letters = { (text: String) in
                text.replacing(#/\{\d\}/#, with: "").unicodeScalars.filter(\.properties.isAlphabetic)
            }
            #expect(letters(english).allSatisfy { $0.isASCII }, "\(english)")
            #expect(letters(russian).allSatisfy { (0x400...0x4FF).contains($0.value) }, "\(russian)")
        }
    }
}
