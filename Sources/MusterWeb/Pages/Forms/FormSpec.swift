import HTTPTypes
import MusterCore
import MusterEditions
import MusterValues

/// A form: what it records, through which endpoint of the API, and what it asks.
struct FormSpec: Sendable {
    let kind: FormKind
    let title: Phrase
    /// What the API does with it: the form is sent as its body, so that both check the same.
    let endpoint: Endpoint
    let parts: [FormPart]

    /// All inputs.
    var inputs: [FormInput] { parts.flatMap(\.inputs) }
}

/// Some inputs under one head.
struct FormPart: Sendable {
    let title: Phrase
    /// A sentence under the head; nil for none.
    var about: Phrase?
    /// True if it is closed at first, because few need it.
    var isFolded = false
    let inputs: [FormInput]
}

/// One input: the place of its value in the body, and how it is asked.
struct FormInput: Sendable {
    /// How it is asked.
    enum Control: Sendable {
        case text, long, flag, file
        /// A date or a record: what was understood is said back.
        case understood
        /// One of several values, with their words.
        case choice([(value: String, label: Label)])
    }

    /// The members of the body that lead to the value, as `evidence.source`; a number is the place in a list. A name that begins
    /// with `?` is one of the query's.
    let name: String
    var label: Words
    var hint: Label?
    var control: Control
    /// True if several values can be given, a line or a comma between them.
    var isList = false
    var isRequired = false
    /// What stands beside the label instead of "optional"; nil for that.
    var otherwise: Phrase?

    /// The id of the input in the page.
    var id: String { "f-" + name.map { $0.isLetter || $0.isNumber ? String($0) : "-" }.joined() }
    /// The last part of its name, by which refusals name it.
    var member: String { name.split(separator: ".").last.map(String.init) ?? name }
}

extension FormInput {
    /// The inputs of some members of a body, described by the fields of a kind of record.
    ///
    /// - Parameters:
    ///   - names: the members.
    ///   - kind: the kind whose fields give labels, help and closed lists.
    ///   - shape: the shape of the whole body.
    /// - Returns: the result.
    static func of(_ names: [String], _ kind: RecordKind, in shape: Shape) -> [FormInput] {
        names.map { name in
            let member = name.split(separator: ".").last.map(String.init) ?? name
            let own = Self.fieldNames[member] ?? member
            let kind = name.hasPrefix("post.") ? RecordKind.post : kind
            let field = FieldName(rawValue: own).flatMap { kind.field($0) }
            let found = shape.member(name.split(separator: ".").map(String.init))
            let label: Words =
                Self.labels[name] ?? Self.labels[member]
                ?? FieldName(rawValue: own).map { .listed(own, field?.label ?? $0.label) }
                ?? .listed(member, Label(member.spaced, member.spaced))
            var input = FormInput(
                name: name, label: label, hint: nil, control: .text, isRequired: found?.isRequired ?? false)
            input.hint = Self.hint(of: field, member)
            input.isList = found?.shape.isList ?? false
            input.control = Self.control(found?.shape, field?.type, member)
            return input
        }
    }

    /// True if the help of a field says no more than its name: "The unit."
    private static func saysNothing(_ hint: Label) -> Bool { hint.english.split(separator: " ").count < 5 }

    /// How a value is typed: the help of its field, unless that says nothing.
    private static func hint(of field: Field?, _ member: String) -> Label? {
        if member.hasSuffix("date") { return dateHint }
        if let own = hints[member] { return own }
        if let help = field?.help, !saysNothing(help) { return help }
        return switch field?.type {
        case .date: dateHint
        case .reference, .subject: Label("By name or id.", "По названию или номеру.")
        default: nil
        }
    }

    private static let dateHint = Label(
        "As far as it is known: 2025-04-12, 2025-04, 2025, XXXX-04, ../2025-05-31.",
        "Насколько известно: 2025-04-12, 2025-04, 2025, XXXX-04, ../2025-05-31.")

    private static let hints: [String: Label] = [
        "found": Label(
            "What was found. Leave it empty if nothing was.", "Что найдено. Если не найдено ничего, оставьте пустым."),
        "official": Label(
            "By name or id. A name that is not on record yet is added.",
            "По имени или номеру. Имя, которого ещё нет в реестре, вносится."),
        "unit": Label("By name or id, as BARS-Kaliningrad.", "По названию или номеру, например БАРС-Калининград."),
    ]

    private static func control(_ shape: Shape?, _ type: FieldType?, _ member: String) -> Control {
        if case .list(let list)? = type { return .choice(list.labels) }
        if case .words(let words)? = shape?.unwrapped { return .choice(Self.labels(of: words)) }
        if case .boolean? = shape?.unwrapped { return .flag }
        if ["quote", "note", "who"].contains(member) { return .long }
        switch type {
        case .date, .day, .reference, .subject: return .understood
        default: return member.hasSuffix("date") ? .understood : .text
        }
    }

    /// The words of closed lists that no field has.
    private static func labels(of words: [String]) -> [(value: String, label: Label)] {
        let lists: [any ClosedList.Type] = [
            Speech.self, Stance.self, NameNature.self, SourceRelation.self, Wording.self, EnrollmentState.self,
            ContractKind.self, ContractParty.self, SourceKind.self, PostKind.self, PostLevel.self, Tenure.self,
            UnitStatus.self, UnitForm.self, UnitKind.self,
        ]
        let list = lists.first { $0.labels.map(\.value) == words }
        return list?.labels ?? words.map { ($0, Label($0.spaced, $0.spaced)) }
    }

    /// The field that describes a member of another name.
    private static let fieldNames = [
        "designation": "name", "state": "value", "who": "group", "record": "of", "other": "other_unit",
        "enrollment": "for_enrollment", "status_date": "date", "form_date": "date", "strength_date": "date",
        "tenure_date": "date",
    ]

    /// The words for members that no field tells.
    private static let labels: [String: Words] = [
        "state": .say(.whatHappened), "record": .say(.record), "unit_region": .say(.unitRegionLabel),
        "group.who": .say(.groupLabel), "post.title": .say(.office), "post.region": .say(.postRegionLabel),
        "aliases": .say(.aliasesLabel), "place": .say(.lookedWhere), "found": .say(.found), "date": .say(.when),
        "is_new": .say(.isNewLabel), "status": .say(.status), "form": .say(.form), "strength": .say(.strengthHead),
        "strength.least": .say(.strengthLeastLabel), "strength.most": .say(.strengthMostLabel),
        "status_date": .say(.statusDateLabel), "form_date": .say(.formDateLabel),
        "strength_date": .say(.strengthDateLabel), "tenure": .say(.tenureLabel), "tenure_date": .say(.tenureDateLabel),
        "inferred": .say(.inferredLabel), "other": .say(.otherUnitLabel), "enrollment": .say(.forEnrollmentLabel),
        "locator": .say(.locatorLabel), "speech": .say(.speechLabel), "stated": .say(.statedLabel),
        "revision": .say(.revision), "post.kind": .say(.postKindLabel), "post.level": .say(.postLevelLabel),
        "group.kind": .say(.postKindLabel), "group.level": .say(.postLevelLabel),
        "group.least": .say(.leastLabel), "group.most": .say(.mostLabel), "kept": .say(.keptLabel),
        "gone": .say(.goneLabel),
    ]
}

extension ClosedList {
    /// The values with their words.
    static var labels: [(value: String, label: Label)] { allCases.map { ($0.rawValue, $0.label) } }
}

extension Shape {
    /// The shape without the mark that it may be left out.
    var unwrapped: Shape { if case .optional(let shape) = self { shape } else { self } }

    var isList: Bool { if case .list = unwrapped { true } else { false } }

    /// A member by the names that lead to it; a number leads into a list. Nil if there is none.
    func member(_ names: [String]) -> Member? {
        guard let name = names.first else { return nil }
        if case .list(let shape) = unwrapped, Int(name) != nil {
            return names.count == 1
                ? Member(name: name, shape: shape, isRequired: true) : shape.member(Array(names.dropFirst()))
        }
        guard let own = members.first(where: { $0.name == name }) else { return nil }
        return names.count == 1 ? own : own.shape.member(Array(names.dropFirst()))
    }
}
