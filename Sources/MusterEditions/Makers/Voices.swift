import MusterCore
import MusterValues

/// Says by whose word something stands: the words that are quoted, the speaker and how it is said, the publisher and the place.
struct Voices {
    /// The sources of the edition.
    let sources: [RecordID: ReportedSource]
    /// What the records go by that a statement names by their code.
    let names: RecordNames

    /// One line for each place in a source: those for it first, then those of another time, those against it, and those rejected.
    func lines(_ said: [Said]) -> [Words] {
        if said.isEmpty { return [] }
        var voices: [Voice] = []
        for side in TimelineLine.Source.Side.allCases {
            for one in said where one.source.side == side {
                let place = Voice.Place(one)
                let index = voices.firstIndex { $0.place == place } ?? voices.count
                if index == voices.count { voices.append(Voice(place: place)) }
                voices[index].add(one, names)
            }
        }
        return voices.map(words)
    }

    /// All lines as one text; nil if nobody says it.
    func joined(_ said: [Said]) -> Words? {
        let lines = lines(said)
        return lines.isEmpty ? nil : .joined(lines, .semicolon)
    }

    /// Several statements from one place.
    private struct Voice {
        struct Place: Equatable {
            let source: NamedRecord
            let locator: String?
            let speaker: String?
            let held: StatedDate?
            let speech: Speech
            let side: TimelineLine.Source.Side
            let isOfGroup: Bool

            init(_ said: Said) {
                let source = said.source
                isOfGroup = said.isOfGroup
                (self.source, locator, speaker) = (source.source, source.locator, source.speaker)
                (speech, side, held) = (source.speech, source.side, source.held)
            }
        }

        let place: Place
        var stated: [Words] = []
        var quotes: [String] = []

        init(place: Place) { self.place = place }

        mutating func add(_ said: Said, _ names: RecordNames) {
            if let other = said.otherwise {
                let named = said.source.named.map { names.words(for: $0) }
                let words = named ?? Words.stated(other, of: said.source.field)
                if !stated.contains(words) { stated.append(words) }
            }
            if let quote = said.source.quote, !quotes.contains(quote) { quotes.append(quote) }
        }
    }

    private func words(_ voice: Voice) -> Words {
        let place = voice.place
        var parts: [Words] = voice.quotes.map(Words.quote)
        // A value that differs from the one on record is told; where the words are quoted, they tell it.
        let isTold = voice.quotes.isEmpty || [.against, .rejected, .earlier].contains(place.side)
        if isTold, !voice.stated.isEmpty {
            parts.append(.say(.hasItAs, .joined(voice.stated, .comma)))
        }
        let attribution = attribution(place)
        if !attribution.isEmpty { parts.append(.joined(attribution, .comma)) }
        parts.append(.place(place.source.id, locator: place.locator))
        let joined = Words.joined(parts, .space)
        let line = place.isOfGroup ? Words.say(.ofTheGroup, joined) : joined
        return switch place.side {
        case .supporting: line
        case .earlier: .say(.atAnotherTime, line)
        case .against: .say(.against, line)
        case .rejected: .say(.rejectedVoice, line)
        }
    }

    /// Who says it and how, the publisher or, if none is printed, the title, and when it was published.
    private func attribution(_ place: Voice.Place) -> [Words] {
        let source = sources[place.source.id]
        let how: Words? = place.speech == .states ? nil : .listed(place.speech.rawValue, place.speech.voice)
        let publisher = (source?.publisher).map(Words.name) ?? place.source.name.map(Words.text)
        let published = (source?.published).map(Words.published)
        let held = place.held.map { Words.say(.heldFor, .date($0, .cell)) }
        return [place.speaker.map(Words.name), how, publisher, published, held].compactMap(\.self)
    }
}
