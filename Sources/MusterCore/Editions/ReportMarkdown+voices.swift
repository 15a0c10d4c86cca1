import MusterValues

extension ReportMarkdown {
    /// What sources say of a value: each place once, those for it first, then those against it, then those that are rejected.
    func voices(_ said: [Said]) -> Markdown {
        var voices: [Voice] = []
        for side in TimelineLine.Source.Side.allCases {
            for one in said where one.source.side == side {
                let place = Voice.Place(one.source)
                let index = voices.firstIndex { $0.place == place } ?? voices.count
                if index == voices.count { voices.append(Voice(place: place)) }
                voices[index].add(one)
            }
        }
        return voices.isEmpty ? "no source" : .joined(voices.map(words), by: "; ")
    }

    /// Several statements from one place.
    private struct Voice {
        struct Place: Equatable {
            let source: NamedRecord
            let locator: String?
            let speaker: String?
            let held: String?
            let speech: Speech
            let side: TimelineLine.Source.Side

            init(_ source: TimelineLine.Source) {
                (self.source, locator, speaker) = (source.source, source.locator, source.speaker)
                (speech, side, held) = (source.speech, source.side, source.held?.edtf)
            }
        }

        let place: Place
        var stated: [String] = []
        var quotes: [String] = []

        init(place: Place) { self.place = place }

        /// Takes a statement; what it states is kept if the report does not say it already, and if it is the source's wording.
        mutating func add(_ said: Said) {
            let source = said.source
            // Most are the same to the letter, and folding is slow.
            let isKnown =
                said.known.contains(source.stated)
                || said.known.contains { Text.folded($0) == Text.folded(source.stated) }
            if !isKnown, source.wording == nil, !stated.contains(source.stated) { stated.append(source.stated) }
            if let quote = source.quote, !quotes.contains(quote) { quotes.append(quote) }
        }
    }

    private func words(_ voice: Voice) -> Markdown {
        let place = voice.place
        let side: Markdown =
            switch place.side {
            case .supporting: ""
            case .earlier: "at another time: "
            case .against: "against: "
            case .rejected: "rejected: "
            }
        let title = place.source.name.map { " \($0)" } ?? ""
        let rest = [place.locator, place.speaker, place.held.map { "for \($0)" }].compactMap(\.self).map { ", \($0)" }
            .joined()
        let speech = place.speech == .states ? "" : " (\(place.speech.said))"
        let stated = voice.stated.isEmpty ? "" : ", has it as \(voice.stated.joined(separator: ", "))"
        let quotes = voice.quotes.isEmpty ? "" : ": " + voice.quotes.map { "“\($0)”" }.joined(separator: " … ")
        return "\(side)\(link(place.source.id))\(title)\(rest)\(speech)\(stated)\(quotes)"
    }

    /// The place of a statement with a link, such as "S1, paragraph 5, the governor, attributed".
    func attribution(_ statement: CitedStatement) -> Markdown {
        let id = statement.source.id
        return "\(link(id))\(String(statement.attribution.dropFirst(id.description.count)))"
    }
}

extension Speech {
    /// The way of saying in a word or two, without a gender.
    fileprivate var said: String { self == .ownWord ? "own word" : words }
}
