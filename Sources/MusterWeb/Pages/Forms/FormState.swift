import HTTPTypes
import MusterEditions
import MusterValues

/// A form as it is shown: what is typed in, what was understood of it, and what is wrong.
struct FormState {
    let spec: FormSpec
    /// What is typed, by the names of the inputs.
    var values: [String: String]
    /// What was understood of a date or a record, by the names of the inputs.
    var understood: [String: String] = [:]
    /// What the register holds now, by the names of the inputs, if somebody changed it meanwhile.
    var heldNow: [String: String] = [:]
    /// What sources state of a field that is in dispute, by the names of the inputs.
    var stated: [String: [Stated]] = [:]
    /// The inputs that must hold something and are empty.
    var missing: [FormInput] = []
    /// Why it is refused; nil if it is not.
    var problem: Problem?
    /// What an import did or would do, or did not.
    var done: WriteDone?
    /// What would be recorded, after a check.
    var preview: [Block]?
    /// What is odd about what would be recorded; nil if nothing is.
    var remark: String?
    /// Who tells in other words what would be recorded.
    var toldOtherwise: [Words] = []
    /// The people on record before and after, after a check of an enrollment.
    var people: (before: Headcount, after: Headcount)?
    /// What is asked of somebody whose session was over when the form was sent; nil if it was not.
    var signIn: SignIn?

    /// The question for a token.
    struct SignIn {
        /// What is wrong with the token that was sent; nil if none was.
        let fault: Words?
        /// True if the form was to be checked alone.
        let isCheck: Bool
    }

    /// A value as sources state it.
    struct Stated {
        let value: String
        /// The places in the sources, with who says it there.
        var said: [String]
    }

    /// The input that is refused; nil if it is none of them.
    var refusedInput: FormInput? {
        guard let problem, let field = problem.field ?? problem.value.map({ _ in "" }) else { return nil }
        let word = field.replacing(" ", with: "_")
        let named =
            spec.inputs.first { $0.name == field || $0.name == "?" + field || $0.name == word }
            ?? spec.inputs.first { $0.member == word || $0.member == field }
        if let named { return named }
        // A post or a group as a whole: what is wrong with it is told at its first input.
        let whole = word.hasPrefix("the_post_of") ? "post" : word
        if let part = spec.inputs.first(where: { $0.name.hasPrefix(whole + ".") }) { return part }
        guard let value = problem.value, !value.isEmpty else { return nil }
        return spec.inputs.first { values[$0.name] == value }
    }
}

extension FormState {
    /// A file of which rows cannot be taken.
    init(refusing done: WriteDone, _ spec: FormSpec, _ values: [String: String]) {
        self.init(spec: spec, values: values)
        self.done = done
        problem = Problem(
            .conflict, "rows", "some rows cannot be taken, so nothing was changed; mend them and send the file again")
    }
}

/// What a write did, as the API tells it.
struct WriteDone: Decodable {
    struct Change: Decodable {
        struct Subject: Decodable {
            let id: String
            let name: String?
        }

        let id: String
        let change: String
        let subject: Subject?
        let about: [String]
    }

    /// A row of an import.
    struct Row: Decodable {
        struct Candidate: Decodable {
            let id: String
            let name: String
        }

        let line: Int
        let outcome: String
        let changes: [Change]?
        let looksLike: [Candidate]?
        let rule: String?
        let remedy: String?
        let column: String?

        private enum CodingKeys: String, CodingKey {
            case line, outcome, changes, looksLike = "looks_like", rule, remedy, column
        }
    }

    let revision: Int64?
    /// True if a row of a file cannot be taken, so that none was or would be.
    let stopped: Bool?
    let changes: [Change]?
    let rows: [Row]?
    /// What is odd about it, in a sentence; nil if nothing is.
    let remark: String?
}
