public import MusterValues

/// The names of the fields of records, as citations, edits and JSON write them.
///
/// If two kinds of record have a field with the same name, it means the same in both.
public enum FieldName: String, ClosedList {
    /// The own name of a region, programme, unit or official.
    case name
    /// The words that an abbreviation stands for.
    case expansion
    /// The kind of a record, of a post or of a group's posts.
    case kind
    /// A district's region.
    case parent
    /// A region's federal district.
    case federalDistrict = "federal_district"
    /// A region's number on vehicle plates.
    case number
    /// The statement that a region is or is not an exclave.
    case exclave
    /// The countries and regions that a region borders.
    case borders
    /// The power that administers a territory.
    case administeredBy = "administered_by"
    /// The power that claims a territory.
    case claimedBy = "claimed_by"
    /// The date on which a programme was launched.
    case launched
    /// The person or body that launched a programme.
    case launchedBy = "launched_by"
    /// The aim of a programme.
    case aim
    /// The legal ground for a programme.
    case legalNature = "legal_nature"
    /// The people that a programme accepts.
    case recruitedFrom = "recruited_from"
    /// The kind of contract that is signed.
    case contract
    /// The party that concludes the contract with a member.
    case concludedBy = "concluded_by"
    /// The statement that joining is or is not voluntary.
    case participation
    /// The pay of members.
    case compensation
    /// The training of members.
    case training
    /// The effect of a programme on people and places.
    case effect
    /// The region of a unit, a post or a group.
    case region
    /// The programme of a unit.
    case programme
    /// The unit that a subunit is part of.
    case partOf = "part_of"
    /// The place in the order of founding that a source claims for a unit.
    case ordinal
    /// The task of a unit, or of a member in it.
    case role
    /// The date or occasion on which a unit was formed.
    case formed
    /// The title of a post or of a source.
    case title
    /// The official who holds a post or who enrolled.
    case official
    /// The level of a post.
    case level
    /// The body that a post belongs to.
    case body
    /// The unit of an enrollment.
    case unit
    /// The source's words for a group.
    case group
    /// The number of people in a group.
    case groupSize = "group_size"
    /// The fewest people in a group.
    case least
    /// The most people in a group.
    case most
    /// Another group that may be the same people.
    case perhapsSameAs = "perhaps_same_as"
    /// The state that an event changed to.
    case value
    /// The length of a contract.
    case term
    /// The date on which a contract ends.
    case ends
    /// The programme that another one came from.
    case cameFrom = "came_from"
    /// The time for which a source states a value.
    case held
    /// Whose words a citation states, where they are not the source's.
    case wording
    /// The unit that a unit became, or came from.
    case otherUnit = "other_unit"
    /// The enrollment for which a post changed.
    case forEnrollment = "for_enrollment"
    /// The date of an event.
    case date
    /// The cause of an event.
    case cause
    /// The registry's verdict on a record.
    case standing
    /// A remark: on a source, or the reason for a standing.
    case note
    /// The publisher of a source.
    case publisher
    /// The address of a source.
    case url
    /// The address of an archived copy of a source.
    case archive
    /// The reason why a source is set aside.
    case setAside = "set_aside"
    /// The language of a source.
    case language
    /// The date of publication of a source.
    case published
    /// The day on which a copy of a source was kept.
    case captured
    /// The digest of a source's kept text.
    case sha256
    /// The sources that another one repeats.
    case derivedFrom = "derived_from"
    /// The way in which a source repeats another.
    case relation
    /// The source of a citation.
    case source
    /// The record that a citation speaks of, or that an event happened to.
    case of
    /// The field that a citation speaks of.
    case field
    /// The value as a source states it.
    case stated
    /// The side that a citation takes, for or against the registry's value.
    case stance
    /// The place in a source.
    case locator
    /// A few of a source's words.
    case quote
    /// The person whose statement a source passes on.
    case speaker
    /// The way in which a source comes to its statement.
    case speech

    /// The name of one value in a message.
    public static var listName: String { "field" }

    /// The words for people, whatever the kind of record; `Field.label` has the Russian words for the fields of one kind.
    public var label: Label {
        let russian =
            switch self {
            case .name, .title: "название"
            case .kind: "вид"
            case .level: "уровень"
            case .region: "регион"
            case .official: "должностное лицо"
            case .contract: "контракт"
            case .role: "роль"
            case .note: "примечание"
            case .of: "запись"
            default: RecordKind.allCases.lazy.compactMap { $0.field(self) }.first?.label.russian ?? words
            }
        return Label(words, russian)
    }

    /// The name of the field of one kind of record, such as "kind" or "вид должности".
    ///
    /// - Parameters:
    ///   - language: the language.
    ///   - kind: the kind of record that has the field.
    /// - Returns: the words.
    public func said(in language: Language, of kind: RecordKind) -> String {
        (kind.field(self)?.label ?? label).said(in: language)
    }
}
