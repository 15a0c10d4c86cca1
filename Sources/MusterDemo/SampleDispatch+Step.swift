import MusterCore
import MusterValues

extension SampleDispatch {
    /// One change to a registry, and the assertions of the dispatch that it represents.
    public struct Step: Decodable, Sendable {
        /// The ids of the assertions, as "S04"; an assertion can need several steps.
        public let assertions: [String]
        /// The reason for the change; it becomes the reason of the revision.
        public let reason: String
        let change: Change

        /// Decodes a step that has exactly one change, keyed by its kind.
        ///
        /// - Throws: `DecodingError` for a step with no change or several, or with a change that does not decode as its
        ///   kind.
        public init(from decoder: any Decoder) throws {
            let step = try decoder.container(keyedBy: Key.self)
            assertions = try step.decode([String].self, forKey: .assertions)
            reason = try step.decode(String.self, forKey: .reason)
            let kinds = step.allKeys.filter { $0 != .assertions && $0 != .reason }
            guard kinds.count == 1 else {
                throw DecodingError.dataCorruptedError(
                    forKey: .assertions, in: step, debugDescription: "a step has exactly one change")
            }
            change = try Change(of: kinds[0], in: step)
        }

        func apply(to registry: Registry, by authorship: Authorship) throws(MusterError) -> WriteResult {
            switch change {
            case .source(let new): try registry.add(new, by: authorship)
            case .programme(let new): try registry.add(new, by: authorship)
            case .region(let new): try registry.add(new, by: authorship)
            case .unit(let new): try registry.add(new, by: authorship)
            case .official(let new): try registry.add(new, by: authorship)
            case .post(let new): try registry.add(new, by: authorship)
            case .enrollment(let new): try registry.enroll(new, by: authorship)
            case .event(let new): try registry.add(new, by: authorship)
            case .citation(let new): try registry.cite(new, by: authorship)
            case .edit(let edit): try registry.edit(edit, by: authorship)
            }
        }
    }

    enum Key: String, CodingKey {
        case assertions, reason
        case source, programme, region, unit, official, post, enrollment, event, citation, edit
    }

    /// The changes that a step can make.
    enum Change: Sendable {
        case source(NewSource)
        case programme(NewProgramme)
        case region(NewRegion)
        case unit(NewUnit)
        case official(NewOfficial)
        case post(NewPostOfOfficial)
        case enrollment(NewEnrollment)
        case event(NewEvent)
        case citation(NewCitation)
        case edit(Edit)

        init(of kind: Key, in step: KeyedDecodingContainer<Key>) throws {
            func body<New: Decodable>() throws -> New { try step.decode(New.self, forKey: kind) }
            switch kind {
            case .source: self = .source(try body())
            case .programme: self = .programme(try body())
            case .region: self = .region(try body())
            case .unit: self = .unit(try body())
            case .official: self = .official(try body())
            case .post: self = .post(try body())
            case .enrollment: self = .enrollment(try body())
            case .event: self = .event(try body())
            case .citation: self = .citation(try body())
            case .edit: self = .edit(try body())
            case .assertions, .reason: preconditionFailure("\(kind) is no change")
            }
        }
    }
}
