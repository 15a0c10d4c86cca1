import Foundation
import MusterValues
import Testing

@testable import MusterWeb

/// The refusals of forms in Russian.
struct RussianRefusalTests {
    private func said(_ english: String, naming names: [String: String] = [:]) -> String {
        RussianRefusal(english, naming: names).clauses.map(\.text).joined(separator: "; ")
    }

    @Test func `a date says what is wrong and how it is written`() throws {
        let error = try #require(throws: MusterError.self) { try EDTF(typed: "31.02.2025") }
        #expect(said(error.description) == "«31.02.2025» — не дата; февраль 2025: дней в месяце 28")
        #expect(
            said("'yesterday' is not an EDTF date; write a year, month or day such as 2025, 2025-04 or 2025-04-01")
                == "«yesterday» — не дата; напишите год, месяц или день, например 2025, 2025-04 или 2025-04-01")
    }

    @Test func `a field goes by its label, and a value stays as it was typed`() {
        #expect(
            said("sha256 'x; y' is refused: a SHA-256 is 64 hexadecimal digits", naming: ["sha256": "сумма"])
                == "сумма: «x; y» не принимается: SHA-256 — это 64 шестнадцатеричные цифры")
        #expect(said("no official or unit 'ё' on the register") == "в реестре такого нет: лицо или подразделение «ё»")
    }

    @Test func `what is not known stays English and is told apart`() {
        let clauses = RussianRefusal("nothing was changed; the moon is full; O2 Dmitry Novikov (Governor)").clauses
        #expect(clauses.map(\.isEnglish) == [false, true, false])
        #expect(clauses[1].text == "the moon is full")
    }

    /// A sentence that the library no longer says is of no use to anybody.
    @Test func `every sentence is one of the library's`() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Sources").standardized
        let files = try #require(FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil))
        let sources = try files.compactMap { $0 as? URL }.filter {
            $0.pathExtension == "swift" && !$0.path.contains("/Refusals/")
        }.map { try String(contentsOf: $0, encoding: .utf8) }.joined().replacing(#/"\s*\+\s*"/#, with: "")
        let lost = RussianRefusal.sentences.filter { english, _ in
            let parts = english.split(separator: #/\{[0-9]\}/#).map {
                $0.trimmingCharacters(in: ["'", " ", ",", "(", ")", "“", "”"])
            }
            return !parts.filter { $0.count > 8 }.allSatisfy { sources.contains($0) }
        }
        #expect(lost.map(\.english) == [])
    }

    @Test func `no sentence in Russian has English words`() {
        let forms = [#/[A-Za-z]{2,}/#]
        for (english, russian) in RussianRefusal.sentences {
            let words = forms.flatMap { russian.matches(of: $0).map { String(russian[$0.range]) } }
                .filter {
                    !["SHA", "ISO", "UTF", "http", "https", "tg", "XXXX", "same", "as", "yes", "new"].contains($0)
                }
            #expect(words.allSatisfy { english.contains($0) }, "\(russian)")
        }
    }
}
