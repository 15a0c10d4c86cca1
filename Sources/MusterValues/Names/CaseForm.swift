/// The cases of Russian names, on spelling keys. Most Russian text names people in one: Иконникова is Иконников.
///
/// A form only suggests the name it may be a case of, because it can be a name of its own.
package enum CaseForm {
    /// Cases of a noun, without the nominative.
    struct Cases: OptionSet {
        let rawValue: UInt8
        static let genitive = Cases(rawValue: 1)
        static let dative = Cases(rawValue: 2)
        static let accusative = Cases(rawValue: 4)
        static let instrumental = Cases(rawValue: 8)
        static let prepositional = Cases(rawValue: 16)
        static let any = Cases(rawValue: 31)
        static let all: [Cases] = [.genitive, .dative, .accusative, .instrumental, .prepositional]
    }

    /// An ending of a case and the ending of the nominative.
    private struct Ending {
        let oblique: [UInt8]
        let nominative: [UInt8]
        let cases: Cases
    }

    /// The fewest letters that stay when the ending is taken off: Ли has no cases here.
    private static let minStem = 2

    private static let endings: [Ending] = {
        let object: Cases = [.genitive, .accusative]
        let others: Cases = [.genitive, .dative, .instrumental, .prepositional]
        let table: [(String, [(String, Cases)])] = [
            // Олег, Новиков, Гоголь: no ending.
            (
                "",
                [
                    ("a", object), ("u", .dative), ("om", .instrumental), ("em", .instrumental), ("im", .instrumental),
                    ("e", .prepositional), ("ya", object), ("yu", [.dative, .instrumental]),
                    ("i", [.genitive, .dative, .prepositional]),
                ]
            ),
            // Дмитрий, Николай; Назначенский, Белый.
            (
                "i",
                [
                    ("ya", object), ("yu", .dative), ("em", [.instrumental, .prepositional]), ("e", .prepositional),
                    ("i", .prepositional), ("ogo", object), ("ego", object), ("omu", .dative), ("emu", .dative),
                    ("im", .instrumental), ("om", .prepositional),
                ]
            ),
            ("ei", [("em", .instrumental), ("e", .prepositional)]),
            ("oi", [("ogo", object), ("omu", .dative), ("im", .instrumental), ("om", .prepositional)]),
            // Анна, Новикова, Никита; Юлия; Назначенская.
            (
                "a",
                [
                    ("i", .genitive), ("e", [.dative, .prepositional]), ("u", .accusative), ("oi", others),
                    ("ei", others),
                ]
            ),
            (
                "ya",
                [
                    ("i", [.genitive, .dative, .prepositional]), ("e", [.dative, .prepositional]), ("yu", .accusative),
                    ("ei", .instrumental),
                ]
            ),
            ("aya", [("oi", others), ("ei", others), ("uyu", .accusative)]),
            ("yaya", [("ei", others), ("yuyu", .accusative)]),
        ]
        return table.flatMap { nominative, forms in
            forms.map { Ending(oblique: Array($0.0.utf8), nominative: Array(nominative.utf8), cases: $0.1) }
        }
    }()

    private static let endingsByLast = Dictionary(grouping: endings) { $0.oblique[$0.oblique.count - 1] }
    /// The most letters at the end of a name that a case changes.
    private static let longestChange = 5

    /// The cases in which a nominative is written so; none if it never is.
    static func cases(of form: String, from nominative: String) -> Cases {
        // Most words are no case of each other: all but an ending, and a vowel that goes, is alike.
        let shared = zip(form.utf8, nominative.utf8).prefix { $0 == $1 }.count
        guard shared >= max(1, max(form.utf8.count, nominative.utf8.count) - longestChange) else { return [] }
        let (form, whole) = (Array(form.utf8), Array(nominative.utf8))
        var cases: Cases = []
        for ending in endingsByLast[form[form.count - 1], default: []] where form.ends(with: ending.oblique) {
            let stem = form.dropLast(ending.oblique.count)
            if nominatives(of: stem, ending).contains(where: { $0 == whole }) { cases.formUnion(ending.cases) }
        }
        return cases
    }

    /// The names that a word may be a case of, by their keys.
    package static func nominatives(of key: String) -> Set<String> {
        let form = Array(key.utf8)
        var found: Set<String> = []
        for ending in endings where form.ends(with: ending.oblique) {
            for name in nominatives(of: form.dropLast(ending.oblique.count), ending) {
                found.insert(String(decoding: name, as: UTF8.self))
            }
        }
        return found.subtracting([key])
    }

    /// The forms of a name in its other cases, by their keys.
    package static func forms(of key: String) -> Set<String> {
        var found: Set<String> = []
        eachForm(of: key) { form, _ in found.insert(String(decoding: form, as: UTF8.self)) }
        return found.subtracting([key])
    }

    /// The cases in which a name begins with the letters of a half-typed word.
    static func cases(of name: String, beginningWith begun: String) -> Cases {
        var cases: Cases = []
        eachForm(of: name) { form, some in if form.starts(with: begun.utf8) { cases.formUnion(some) } }
        return cases
    }

    private static func eachForm(of key: String, _ use: ([UInt8], Cases) -> Void) {
        let name = Array(key.utf8)
        for ending in endings where name.ends(with: ending.nominative) {
            for stem in stems(of: name, ending) where nominatives(of: stem[...], ending).contains(name) {
                use(stem + ending.oblique, ending.cases)
            }
        }
    }

    /// True if a name is the same in all cases.
    static func isIndeclinable(_ key: String) -> Bool {
        ["o", "e", "u", "ih", "wvili"].contains { key.hasSuffix($0) }
    }

    /// True if a name ends with a consonant: then a woman's does not change, and a man's does.
    static func endsWithConsonant(_ key: String) -> Bool { isConsonant(key.utf8.last) }

    /// The beginnings that a half-typed word in some case leaves of its name: Иконниковы of Иконниковым leaves Иконников.
    static func stems(ofHalfTyped key: String) -> Set<String> {
        let form = Array(key.utf8)
        let parts = endings.flatMap { ending in (1...ending.oblique.count).map { ending.oblique.prefix($0) } }
        let stems = parts.filter { form.ends(with: $0) && form.count - $0.count > minStem }.map {
            form.dropLast($0.count)
        }
        return Set(stems.map { String(decoding: $0, as: UTF8.self) })
    }

    private static func nominatives(of stem: ArraySlice<UInt8>, _ ending: Ending) -> [[UInt8]] {
        guard stem.count >= minStem else { return [] }
        let whole = Array(stem)
        if !ending.nominative.isEmpty { return [whole + ending.nominative] }
        guard isConsonant(whole.last) else { return [] }
        let isOfSurname = ["ov", "ev", "in"].contains { whole.ends(with: $0.utf8) }
        // Новиковым, and not Новиковом.
        if ending.oblique == Array("im".utf8), !isOfSurname { return [] }
        return [whole] + fleeting(whole)
    }

    /// The name with the vowel that its other cases lack: Кравец, Кравца; Павел, Павла; Лев, Льва.
    private static func fleeting(_ stem: [UInt8]) -> [[UInt8]] {
        let vowels: [UInt8: [String]] = [UInt8(ascii: "c"): ["e"], UInt8(ascii: "k"): ["o", "e"]]
        if let name = ["pavl": "pavel", "lv": "lev"][String(decoding: stem, as: UTF8.self)] {
            return [Array(name.utf8)]
        }
        return (vowels[stem[stem.count - 1]] ?? []).map { stem.dropLast() + $0.utf8 + [stem[stem.count - 1]] }
    }

    private static func stems(of name: [UInt8], _ ending: Ending) -> [[UInt8]] {
        let stem = Array(name.dropLast(ending.nominative.count))
        guard ending.nominative.isEmpty, stem.count > minStem else { return [stem] }
        // The vowel before the last consonant may be one that goes.
        return [stem, stem.dropLast(2) + stem.suffix(1)]
    }

    private static func isConsonant(_ letter: UInt8?) -> Bool {
        letter.map { !"aeiouy".utf8.contains($0) } == true
    }
}
