package import MusterValues

extension Words {
    /// The words as one text.
    package func plain(in language: Language) -> String { Speaker(language: language).plain(self) }
}

/// Says words in one language.
struct Speaker {
    let language: Language

    /// A text, in which what a redaction left is said in the reader's language.
    private func redacted(_ text: String) -> String {
        guard language == .russian, RedactedText.isLeft(text) else { return text }
        return "[изъято" + text.dropFirst(RedactedText.beginning.count)
    }

    /// The words as pieces of a line.
    func say(_ words: Words) -> [Inline] {
        switch words {
        case .phrase(let phrase, let arguments): fill(phrase, arguments.map(say))
        case .text(let text): [.foreign(redacted(text))]
        case .name(let text): [.name(redacted(text))]
        case .quote(let text): [.quote(text)]
        case .record(let id, let words): [.record(id, say(words))]
        case .id(let id): [.id(id)]
        case .place(let id, let locator): [place(id, locator)]
        case .date(let stated, let form): date(stated, form)
        case .time(let time): [.text(self.time(time))]
        case .number(let number): [.text(String(number))]
        case .count(let number, let noun): [.text(language.count(number, noun))]
        case .range(let least, let most, let noun): [.text(language.range(least: least ?? 0, most: most, of: noun))]
        case .listed(_, let label): [.text(label.said(in: language))]
        case .address(let text): [.address(text)]
        case .code(let text): [.code(text)]
        case .strong(let words): [.strong(say(words))]
        case .quiet(let words): [.quiet(say(words))]
        case .link(let target, let words): [.link(target, say(words))]
        case .joined(let all, let separator): joined(all.map(say), by: text(of: separator))
        }
    }

    /// The words as one text.
    func plain(_ words: Words) -> String { say(words).plain }

    private func text(of separator: Words.Separator) -> String {
        guard separator == .or else { return separator.rawValue }
        return language == .english ? " or " : " или "
    }

    private func joined(_ parts: [[Inline]], by separator: String) -> [Inline] {
        Array(parts.filter { !$0.isEmpty }.joined(separator: [.text(separator)]))
    }

    private func date(_ stated: StatedDate?, _ form: Words.DateForm) -> [Inline] {
        guard let stated else { return say(.quiet(.say(.noDateStated))) }
        return [.text(stated.said(in: language, as: form == .sentence ? .sentence : .cell))]
    }

    /// A time to the minute; one that cannot be read stands as it is.
    private func time(_ time: String) -> String {
        guard let day = Day(String(time.prefix(10))), time.count >= 16 else { return time }
        return "\(day.said(in: language, as: .cell)), \(time.dropFirst(11).prefix(5)) UTC"
    }

    /// The arguments in the places of a phrase.
    private func fill(_ phrase: Phrase, _ arguments: [[Inline]]) -> [Inline] {
        let template = language == .english ? phrase.english : phrase.russian
        var said: [Inline] = []
        var rest = template[...]
        while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")),
            let close = rest[open...].utf8.firstIndex(of: UInt8(ascii: "}")),
            let place = Int(rest[rest.index(after: open)..<close])
        {
            append(rest[..<open], to: &said)
            said += arguments[place]
            rest = rest[rest.index(after: close)...]
        }
        append(rest, to: &said)
        return said
    }

    /// Adds a piece of a phrase. A sentence that ends in a Russian date, as "29 ноября 2026 г.", has one full stop and not two.
    private func append(_ piece: Substring, to said: inout [Inline]) {
        let isStopped = piece.utf8.first == UInt8(ascii: ".") && said.last?.plain.last == "."
        let piece = isStopped ? piece.dropFirst() : piece
        if !piece.isEmpty { said.append(.text(String(piece))) }
    }

    /// A source and a place in it: a paragraph has its sign, and any other place stands as the clerk typed it.
    private func place(_ id: RecordID, _ locator: String?) -> Inline {
        guard let locator else { return .place(id, id.description, spoken: plain(.say(.spokenSource, .id(id)))) }
        let words = locator.split(separator: " ", maxSplits: 1)
        let isParagraph = words.count == 2 && ["paragraph", "par.", "para", "абзац"].contains(words[0].lowercased())
        let short = isParagraph ? "¶\u{2060}\(words[1])" : locator
        return .place(
            id, "\(id) \(short)", spoken: plain(.say(.spokenPlace, .id(id), .text(locator))))
    }
}
