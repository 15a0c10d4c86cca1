/// A page taken apart: its tags, which must nest, and its texts, unescaped.
struct Markup {
    private(set) var tags: Set<String> = []
    private(set) var attributes: [(tag: String, name: String, value: String)] = []
    private(set) var texts: [String] = []
    /// What is wrong with the markup.
    private(set) var faults: [String] = []

    private static let emptyTags: Set<Substring> = ["meta", "!DOCTYPE"]

    /// Reads a page. The style sheet is left out.
    init(_ page: String) {
        var open: [Substring] = []
        var rest = page[...]
        if let style = page.ranges(of: "<style>").first, let end = page.ranges(of: "</style>").first {
            rest = (page[..<style.lowerBound] + page[end.upperBound...])[...]
        }
        while let start = rest.firstIndex(of: "<") {
            let text = Self.unescaped(rest[..<start])
            if !text.isEmpty { texts.append(text) }
            guard let end = Self.end(of: rest[start...]) else {
                faults.append("no end: \(rest[start...].prefix(40))")
                return
            }
            let inside = rest[rest.index(after: start)..<end]
            rest = rest[rest.index(after: end)...]
            if inside.hasPrefix("/") {
                if open.popLast() != inside.dropFirst() { faults.append("</\(inside.dropFirst())> ends nothing") }
                continue
            }
            let isClosed = inside.hasSuffix("/")
            let name = inside.prefix { !" /".contains($0) }
            tags.insert(String(name))
            read(inside.dropFirst(name.count), of: name)
            if !isClosed, !Self.emptyTags.contains(name) { open.append(name) }
        }
        faults += open.map { "<\($0)> has no end" }
    }

    /// The end of a tag: a sign in the quotes of an attribute is none.
    private static func end(of tag: Substring) -> Substring.Index? {
        var isQuoted = false
        return tag.indices.first { index in
            if tag[index] == "\"" { isQuoted.toggle() }
            return tag[index] == ">" && !isQuoted
        }
    }

    private mutating func read(_ text: Substring, of tag: Substring) {
        for match in text.matches(of: #/([a-zA-Z1-9-]+)="([^"]*)"/#) {
            attributes.append((String(tag), String(match.1), Self.unescaped(match.2)))
        }
    }

    private static func unescaped(_ text: Substring) -> String {
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")].reduce(String(text)) {
            $0.replacing($1.0, with: $1.1)
        }
    }

    func values(of name: String) -> [String] { attributes.filter { $0.name == name }.map(\.value) }
}
