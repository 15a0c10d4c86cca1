public import MusterValues

/// A line of a timeline: one thing that happened, with its day and its sources.
public struct TimelineLine: ListingRow, Decodable {
    /// The record that it happened to, such as an enrollment, with its name or its words.
    public internal(set) var record: NamedRecord
    /// The event; nil for a name and for the launch of a programme, which are no events.
    public let event: RecordID?
    /// The citation of a statement that says when something was so; nil for anything else.
    let citation: RecordID?
    /// The field that such a statement is about; nil for anything else.
    package let field: FieldName?
    /// The thing that changed or is told.
    public let what: What
    /// The state that the event changed to, the date of a launch, or a name as written.
    public let value: FieldValue
    /// The relation of a name to the record, such as alias; nil for anything else.
    public let nature: NameNature?
    /// The unit that a unit became or came from; nil for anything else.
    public internal(set) var otherUnit: NamedRecord?
    /// The enrollment for which a post changed; nil for none.
    public internal(set) var forEnrollment: NamedRecord?
    /// The date as it is stated; nil if none is, and for a name.
    public let date: StatedDate?
    /// True if it can only be after today, by the registry's clock or by the revision that is asked about, or if it is dated after
    /// every source that reports it.
    public internal(set) var isPlan = false
    /// The cause, as a source gives it; nil if none is stated.
    public let cause: String?
    /// The registry's judgement of the event or the programme; of a name, whether all its citations are rejected.
    public let standing: Standing
    /// The reason why the standing is not accepted; nil if none is given.
    public let standingNote: String?
    /// The records that are judged wrong, so that the line proves nothing: the event itself, the post or the enrollment, its
    /// unit, its official, or all citations of a name. Empty if there are none.
    public internal(set) var rejected: [RecordID]
    /// The sources that speak of it, in the order in which they were cited; those that dispute it and those that the
    /// registry rejects are among them. What is said of a group comes with the sources that name the member.
    public internal(set) var sources: [Source]

    /// The things that a line can tell of.
    public enum What: String, CaseIterable, Codable, Sendable {
        /// A unit's status.
        case status
        /// A unit's form.
        case form
        /// A unit's number of people.
        case strength
        /// The number of people that a unit is to have.
        case plannedStrength = "planned_strength"
        /// An official's hold on a post.
        case tenure
        /// An enrollment's state.
        case state
        /// The launch of a programme.
        case launched
        /// A spelling of a name; it has no date.
        case name
        /// A search for units that was made in a region.
        case look
        /// What a source says was so for a time, such as the region of a unit.
        case statement
    }

    /// The columns.
    public static let columns: [Column<TimelineLine>] = [
        Column(.date) { .word($0.date?.edtf ?? "", shown: $0.date?.edtf ?? "no date") },
        Column("earliest", isDetail: true) { ($0.date?.earliest).map(Value.text) },
        Column("latest", isDetail: true) { ($0.date?.latest).map(Value.text) },
        Column("record") { .record($0.record.id) },
        Column("of") { $0.record.name.map(Value.text) },
        Column("event", isDetail: true) { $0.event.map(Value.record) },
        Column("what", isDetail: true) { .word($0.what.rawValue) },
        Column("field", isDetail: true) { $0.field.map { .list($0) } },
        Column(.value) { .word($0.value.cell.raw, shown: $0.words) },
        Column(.otherUnit, isDetail: true) { ($0.otherUnit?.id).map(Value.record) },
        Column(.forEnrollment, isDetail: true) { ($0.forEnrollment?.id).map(Value.record) },
        Column("nature", isDetail: true) { $0.nature.map { .list($0) } },
        Column("planned", isDetail: true) { .word($0.isPlan ? "yes" : "no") },
        Column(.cause) { $0.cause.map(Value.text) },
        Column(.standing) { .list($0.standing) },
        Column(.note, isDetail: true) { $0.standingNote.map(Value.text) },
        Column("rejected") { .each($0.rejected.map(Value.record)) },
        Column("sources") { .each($0.places.map(Value.text)) },
    ]

    /// The thing in words, such as "contract signed", "disbanded (planned)", "launched" or "name: Sergei Ikonnikov (misspelt)".
    public var words: String {
        switch what {
        case .status, .form, .strength, .plannedStrength, .tenure, .state:
            ([value.words] + links).joined(separator: " ") + (isPlan ? " (planned)" : "")
        case .launched: "launched"
        case .look: "looked in \(value.words)"
        case .statement: "\(field.map { "\($0.words): " } ?? "")\(value.words)"
        case .name: "name: \(value.words)" + (nature.map { " (\($0.words))" } ?? "")
        }
    }

    /// The other unit, and the enrollment for which a post changed, in words.
    private var links: [String] {
        [otherUnit?.words, forEnrollment.map { "for \($0.words)" }].compactMap(\.self)
    }

    /// The sources in words, each place once: those for it, then those against it, then those that are rejected.
    public var places: [String] {
        var words: [String] = []
        for rank in Source.Side.allCases {
            for source in sources where source.side == rank {
                guard let told = told(source), !words.contains(told) else { continue }
                words.append(told)
            }
        }
        return words
    }
}

extension TimelineLine {
    /// The statement of a source about a line.
    public struct Source: Codable, Hashable, Sendable {
        /// The citation; nil if a name has a source and no citation that spells it so.
        public let citation: RecordID?
        /// The field that the source speaks of, such as the date of an event.
        public let field: FieldName
        /// The source, by its title.
        public let source: NamedRecord
        /// The place in the source; nil for the whole of it.
        public let locator: String?
        /// The value as the source states it.
        public let stated: String
        /// Whose words that is, if not the source's; nil if it is the source's, as far as the clerk typed them.
        public let wording: Wording?
        /// When it was so, as the source states; nil if it does not say, and for what is said of an event.
        public let held: StatedDate?
        /// A few of the source's words; nil if none are quoted.
        public let quote: String?
        /// The person whose statement the source passes on; nil if it is the source's own.
        public let speaker: String?
        /// The way in which the source comes to its statement.
        public let speech: Speech
        /// The side that the source takes, for or against the registry's value.
        public internal(set) var stance: Stance
        /// The registry's verdict on the citation.
        public let standing: Standing

        /// True if it speaks of another time, and so neither for the registry's value nor against it.
        var isEarlier = false

        /// The side of the line on which the source stands.
        package enum Side: CaseIterable, Sendable { case supporting, earlier, against, rejected }

        package var side: Side {
            if standing == .rejected { return .rejected }
            if isEarlier { return .earlier }
            return stance == .supports ? .supporting : .against
        }

        /// The source, its title, the place and the speaker, such as "S3 Dispatch, paragraph 5, the governor"; what
        /// disputes the line comes with the words it has instead.
        public var words: String {
            let place = [
                [source.id.description, source.name].compactMap(\.self).joined(separator: " "), locator, speaker,
                held.map { "for \($0.edtf)" },
            ]
            .compactMap(\.self).joined(separator: ", ")
            let said = [stated, wording?.words].compactMap(\.self).joined(separator: ", ")
            return switch side {
            case .supporting: field == .group ? "of the group by \(place)" : place
            case .earlier: "at another time: \(place) (\(said))"
            case .against: "against: \(place) (\(said))"
            case .rejected: "rejected: \(place) (\(said))"
            }
        }
    }
}
