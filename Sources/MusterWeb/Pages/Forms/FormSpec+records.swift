import HTTPTypes
import MusterCore
import MusterEditions
import MusterValues

/// The forms that depend on the kind of record that they are about.
extension FormSpec {
    static func citation(of record: RecordKind?) -> FormSpec {
        let endpoint = taking(.citations)
        let shape = endpoint.body!
        var inputs = FormInput.of(["record", "field", "stance", "nature", "held"], .citation, in: shape)
        if let record {
            inputs[1].control = .choice(record.citedNames.map { ($0.rawValue, record.field($0)?.label ?? $0.label) })
        }
        return FormSpec(
            kind: .citation, title: .addCitation, endpoint: endpoint,
            parts: [FormPart(title: .what, inputs: inputs), evidence(shape), reason])
    }

    static func edit(of record: RecordKind?) -> FormSpec {
        let endpoint = taking(.record, .patch)
        let fields = record?.editedNames ?? []
        var inputs = FormInput.of(fields.map { "values.\($0.rawValue)" }, record ?? .unit, in: endpoint.body!)
        for index in inputs.indices { inputs[index].isRequired = false }
        let shape = endpoint.body!
        let whole = evidence(shape)
        let cited = FormPart(
            title: whole.title, about: whole.about,
            inputs: whole.inputs.map { input in
                var input = input
                input.isRequired = false
                return input
            })
        return FormSpec(
            kind: .edit, title: .change, endpoint: endpoint,
            parts: [
                FormPart(title: .what, about: .editAbout, inputs: inputs), cited,
                FormPart(
                    title: .orWithoutSource, isFolded: true, inputs: FormInput.of(["inferred"], .citation, in: shape)),
                reason,
            ])
    }
}

extension FormSpec {
    /// The name of what tells the field that is decided about.
    static let settle = "?settle"
    /// The field that is decided about if a record is judged.
    static let judgement = FieldName.standing.rawValue

    /// True for the form by which a record is judged.
    var isJudgement: Bool { kind == .edit && parts.first?.title == .yourDecision }

    /// The form by which a record is judged: it asks for the standing and the reason alone. Sources state no standing.
    private var judging: FormSpec {
        let asked = ["values.\(Self.judgement)", "values.\(FieldName.note.rawValue)"]
        let inputs = parts.flatMap(\.inputs).filter { asked.contains($0.name) }
        let part = FormPart(title: .yourDecision, about: .judgeAbout, inputs: inputs)
        return FormSpec(kind: kind, title: title, endpoint: endpoint, parts: [part, Self.reason])
    }

    /// The form by which a dispute about a field is decided: it asks for that field alone, and by whose word or why. What is decided
    /// about the standing is a judgement.
    ///
    /// - Parameter field: the field; nil for the form as it is.
    /// - Returns: the form.
    func deciding(_ field: String?) -> FormSpec {
        guard kind == .edit, let field else { return self }
        if field == Self.judgement { return judging }
        let asked = parts.enumerated().map { index, part in
            var part = part
            part.isFolded = false
            guard index == 0 else { return part }
            let kept = ["values.\(field)", "values.standing", "values.note"]
            return FormPart(title: part.title, inputs: part.inputs.filter { kept.contains($0.name) })
        }
        return FormSpec(kind: kind, title: title, endpoint: endpoint, parts: asked)
    }
}

extension RecordKind {
    /// The fields that a source can be cited on.
    fileprivate var citedNames: [FieldName] { FieldName.allCases.filter { field($0)?.rules.contains(.cited) ?? false } }
    /// The fields that can be changed.
    fileprivate var editedNames: [FieldName] {
        FieldName.allCases.filter { field($0)?.rules.contains(.edited) ?? false }
    }
}
