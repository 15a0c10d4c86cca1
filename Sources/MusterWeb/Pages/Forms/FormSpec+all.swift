import HTTPTypes
import MusterCore
import MusterEditions
import MusterValues

extension FormSpec {
    /// The form of a kind.
    ///
    /// - Parameters:
    ///   - kind: the kind.
    ///   - record: the kind of the record that it is about, for a citation and an edit; nil if it is not known.
    /// - Returns: the result.
    static func of(_ kind: FormKind, about record: RecordKind?) -> FormSpec {
        switch kind {
        case .enrollment: enrollment
        case .event: event(of: record)
        case .source: source
        case .unit: unit
        case .official: newOfficial
        case .look: look
        case .citation: citation(of: record)
        case .edit: edit(of: record)
        case .merge: merge
        case .distinction:
            small(kind, .distinctionTitle, .distinctions, ["one", "other"])
        case .review: review
        case .revert: small(kind, .undoIt, .reverts, ["revision"])
        case .imports: imports
        }
    }

    /// The forms that each role may use. Every page asks for them, and a form is long to make.
    static let byRole: [Role: Set<FormKind>] = Dictionary(
        uniqueKeysWithValues: Role.allCases.map { role in
            (role, Set(FormKind.allCases.filter { of($0, about: nil).endpoint.role.map { $0 <= role } ?? true }))
        })

    static func taking(_ route: Route, _ method: HTTPRequest.Method = .post) -> Endpoint {
        Site.byRoute[route]![method.rawValue]!
    }

    static func evidence(_ shape: Shape, _ place: String = "evidence") -> FormPart {
        let names = ["source", "locator", "quote", "speaker", "speech", "stated"].map { "\(place).\($0)" }
        return FormPart(
            title: .byWhoseWord, about: .evidenceAbout, inputs: FormInput.of(names, .citation, in: shape))
    }

    static let reason = FormPart(
        title: .forHistory,
        inputs: [FormInput(name: "?reason", label: .say(.reason), hint: nil, control: .text)])

    private static func small(
        _ kind: FormKind, _ title: Phrase, _ route: Route, _ names: [String]
    ) -> FormSpec {
        let endpoint = taking(route)
        return FormSpec(
            kind: kind, title: title, endpoint: endpoint,
            parts: [
                FormPart(title: .what, inputs: FormInput.of(names, .enrollment, in: endpoint.body!)), reason,
            ])
    }

    /// The form by which all that waits since one revision is judged.
    private static let review: FormSpec = {
        let spec = small(.review, .reviewTitle, .reviews, ["revision", "standing", "note"])
        var inputs = spec.parts[0].inputs
        inputs[1].control = .choice([Standing.accepted, .rejected].map { ($0.rawValue, $0.label) })
        return FormSpec(
            kind: .review, title: spec.title, endpoint: spec.endpoint,
            parts: [FormPart(title: .what, about: .reviewFormAbout, inputs: inputs), reason])
    }()

    private static let merge: FormSpec = {
        let spec = small(.merge, .mergeTitle, .merges, ["kept", "gone"])
        let decisions = [
            ("keep", Phrase.keepFirst), ("other", Phrase.keepSecond), ("distinct", Phrase.areTwo),
        ].map { (value: $0.0, label: Label($0.1.english, $0.1.russian)) }
        let decision = FormInput(
            name: "?decision", label: .say(.yourDecision), hint: nil, control: .choice(decisions), isRequired: true)
        return FormSpec(
            kind: .merge, title: spec.title, endpoint: spec.endpoint,
            parts: [FormPart(title: .what, inputs: spec.parts[0].inputs + [decision]), reason])
    }()

    /// The inputs of who joined: an enrollment is of one of them.
    static let official = "official", group = "group.who"

    private static let enrollment: FormSpec = {
        let endpoint = taking(.enrollments)
        let shape = endpoint.body!
        let input = { (names: [String]) in FormInput.of(names, .enrollment, in: shape) }
        var who = input([official])
        who[0].otherwise = .orGroup
        return FormSpec(
            kind: .enrollment, title: .recordEnrollment, endpoint: endpoint,
            parts: [
                FormPart(title: .who, about: .whoAbout, inputs: who),
                FormPart(
                    title: .newOfficial, about: .newOfficialAbout, isFolded: true,
                    inputs: input(["post.title", "post.kind", "post.level", "post.region", "is_new"])),
                FormPart(
                    title: .groupPart, isFolded: true,
                    inputs: input(["group.who", "group.least", "group.most", "group.kind", "group.level"])),
                FormPart(title: .whatHappened, inputs: input(["unit", "state", "date", "contract"])),
                FormPart(
                    title: .moreOfIt, isFolded: true,
                    inputs: input(["unit_region", "concluded_by", "term", "ends", "role"])),
                evidence(shape), reason,
            ])
    }()

    /// The input of an event that is a strength.
    static let strength = "?strength"

    private static func event(of record: RecordKind?) -> FormSpec {
        let endpoint = taking(.events)
        let shape = endpoint.body!
        var inputs = FormInput.of(["record", "state", "date", "other", "enrollment", "cause"], .event, in: shape)
        let states =
            switch record {
            case .unit: UnitStatus.labels + UnitForm.labels
            case .post: Tenure.labels
            case .enrollment: EnrollmentState.labels
            default: EnrollmentState.labels + UnitStatus.labels + UnitForm.labels + Tenure.labels
            }
        // A strength is a number and no word of a list.
        if record == .unit {
            inputs.insert(
                FormInput(
                    name: Self.strength, label: .say(.strengthEventLabel),
                    hint: Label(
                        "Instead of a state: 300, 300..500, at least 300, up to 500.",
                        "Вместо состояния: 300, 300..500, at least 300, up to 500."), control: .text), at: 2)
            inputs[1].isRequired = false
        }
        inputs[1].control = .choice(
            states.reduce(into: []) { all, one in
                if !all.contains(where: { $0.value == one.value }) { all.append(one) }
            })
        return FormSpec(
            kind: .event, title: .recordEvent, endpoint: endpoint,
            parts: [
                FormPart(title: .whatHappened, inputs: inputs), evidence(shape, "evidence.0"),
                FormPart(
                    title: .secondSource, about: .secondSourceAbout, isFolded: true,
                    inputs: FormInput.of(["evidence.1.source", "evidence.1.quote"], .citation, in: shape)),
                reason,
            ])
    }

    private static let source: FormSpec = {
        let endpoint = taking(.sources)
        let names = [
            "title", "kind", "publisher", "url", "archive", "language", "published", "captured", "sha256",
            "derived_from", "relation", "note",
        ]
        return FormSpec(
            kind: .source, title: .addSource, endpoint: endpoint,
            parts: [FormPart(title: .what, inputs: FormInput.of(names, .source, in: endpoint.body!)), reason])
    }()

    private static let unit: FormSpec = {
        let endpoint = taking(.units)
        let shape = endpoint.body!
        let names = [
            "designation", "is_new", "region", "programme", "kind", "part_of", "ordinal", "role", "aliases", "status",
            "status_date", "form", "form_date", "strength.least", "strength.most", "strength_date",
        ]
        return FormSpec(
            kind: .unit, title: .addUnit, endpoint: endpoint,
            parts: [
                FormPart(title: .what, inputs: FormInput.of(names, .unit, in: shape)), evidence(shape), reason,
            ])
    }()

    private static let newOfficial: FormSpec = {
        let endpoint = taking(.officials)
        let shape = endpoint.body!
        let names = [
            "name", "is_new", "post.title", "post.kind", "post.level", "post.body", "post.region", "post.tenure",
            "post.tenure_date",
        ]
        return FormSpec(
            kind: .official, title: .addOfficial, endpoint: endpoint,
            parts: [
                FormPart(title: .who, inputs: FormInput.of(names, .official, in: shape)), evidence(shape),
                reason,
            ])
    }()

    private static let look: FormSpec = {
        let endpoint = taking(.looks)
        return FormSpec(
            kind: .look, title: .addLook, endpoint: endpoint,
            parts: [
                FormPart(
                    title: .what,
                    inputs: FormInput.of(["region", "date", "place", "found"], .event, in: endpoint.body!)), reason,
            ])
    }()

    private static let imports = FormSpec(
        kind: .imports, title: .importTitle, endpoint: taking(.imports),
        parts: [
            FormPart(
                title: .importFile, about: .importAbout,
                inputs: [
                    FormInput(name: "file", label: .say(.importFile), hint: nil, control: .file, isRequired: true),
                    FormInput(name: "?source", label: .say(.sourceHead), hint: nil, control: .understood),
                    FormInput(
                        name: "?encoding", label: .say(.encodingLabel), hint: nil,
                        control: .choice(TextEncoding.allCases.map { ($0.rawValue, Label($0.rawValue, $0.rawValue)) })),
                    FormInput(
                        name: "?dates", label: .say(.datesLabel), hint: nil,
                        control: .choice(["dmy", "mdy", "ymd"].map { ($0, Label($0, $0)) })),
                ]), reason,
        ])
}
