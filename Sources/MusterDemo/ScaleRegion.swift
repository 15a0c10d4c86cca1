import MusterCore
import MusterValues

/// A region, with the records made in it.
struct ScaleRegion {
    let code: String
    let name: String
    let localName: String
    let number: String?
    var units: [Int64] = []
    var sources: [Int64] = []
    /// For each source, the source at the start of its chain of repetition, or the source itself.
    var origins: [Int64: Int64] = [:]
    /// For each source that states when it was published, that day.
    var published: [Int64: Int] = [:]

    /// A day that a source can tell of: the day, or that of the source if it is earlier.
    func day(_ day: Int, by source: Int64) -> Int { min(day, published[source] ?? day) }

    /// The name without the word for its kind, unless another region has that name: "Pskov" for "Pskov Oblast".
    func shortName(among all: [ScaleRegion]) -> String {
        let words = name.split(separator: " ")
        let short = words.dropLast().joined(separator: " ")
        let isKind = ["Oblast", "Krai"].contains(words.last.map(String.init) ?? "")
        return isKind && !all.contains { $0.name == short } ? short : name
    }
}
