import Foundation
public import MusterCore
public import MusterValues

/// The sample dispatch as the register records it: facts, where each is said, and a few words at most of the dispatch.
///
/// The dispatch is undated and unsigned. Every assertion in it is either represented by steps or listed as commentary with
/// the reason why it is not recorded; none is both. An assertion has an id from S01 to S48, which is no short id of a source.
public struct SampleDispatch: Decodable, Sendable {
    /// The changes, in the order in which they are made.
    public let steps: [Step]
    /// The assertions that are not recorded.
    public let commentary: [Remark]

    /// An assertion of the dispatch that no step represents.
    public struct Remark: Decodable, Hashable, Sendable {
        /// The assertion's id, as "S08".
        public let assertion: String
        /// Why it is not recorded.
        public let why: String
    }

    /// Decodes the dispatch that is built into the library; each call decodes it anew.
    ///
    /// - Throws: `MusterError.badFile` where the built-in text is not as it should be, which no registry can cause.
    public init() throws(MusterError) {
        do {
            self = try JSONDecoder().decode(SampleDispatch.self, from: Data(PackageResources.dispatch_json))
        } catch { throw .badFile(path: "dispatch.json", rule: "it is not a list of steps and commentary: \(error)") }
    }

    /// The steps that represent an assertion, in order; none for commentary.
    public func steps(for assertion: String) -> [Step] { steps.filter { $0.assertions.contains(assertion) } }

    /// A step as it went into a registry.
    public struct RecordedStep: Sendable {
        /// The step.
        public let step: Step
        /// The revision it made and the records it made or changed.
        public let written: WriteResult
    }
}

extension Registry {
    /// Records the sample dispatch, each step in its own revision with its own reason.
    ///
    /// The registry has its reference regions and no source yet, so that the steps' short ids are the dispatch's own; it is
    /// checked before the first step. Steps already made stay where a later one is refused, as a full disk would do.
    ///
    /// - Parameter author: whom the revisions name.
    /// - Returns: each step with what it wrote, in order.
    /// - Throws: `MusterError.unknownRegion` without the reference regions, `.refused` for a registry that has a source,
    ///   and what each change throws.
    public func recordDispatch(by author: String = "muster demo") throws(MusterError) -> [SampleDispatch.RecordedStep] {
        let dispatch = try SampleDispatch()
        for code in ["RU-BEL", "RU-KGD", "RU-KRS"] {
            var here = Filter()
            here.region = code
            _ = try regions(here)
        }
        guard try sources().isEmpty else {
            throw .refused(
                rule: "the sample dispatch goes into a registry without a source; make a new registry for it")
        }
        var recorded: [SampleDispatch.RecordedStep] = []
        for step in dispatch.steps {
            let written = try step.apply(to: self, by: Authorship(author: author, reason: step.reason))
            recorded.append(SampleDispatch.RecordedStep(step: step, written: written))
        }
        return recorded
    }
}
