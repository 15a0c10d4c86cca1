import Foundation
public import MusterCore
public import MusterValues

/// The sample dispatch as the register records it: facts, the place of each in the text, and at most a few words
/// quoted.
///
/// The dispatch is undated and unsigned. Every assertion in it is either represented by steps or listed as commentary,
/// with the reason it is not recorded; never both. Assertions have ids from S01 to S48; these are not short ids of
/// sources.
public struct SampleDispatch: Decodable, Sendable {
    /// The changes, in the order in which they are made.
    public let steps: [Step]
    /// The assertions that are not recorded.
    public let commentary: [Remark]

    /// An assertion of the dispatch that no step represents.
    public struct Remark: Decodable, Hashable, Sendable {
        /// The assertion's id, as "S08".
        public let assertion: String
        /// The reason it is not recorded.
        public let why: String
    }

    /// Decodes the dispatch that is built into the library; each call decodes it anew.
    ///
    /// - Throws: `MusterError.badFile` if the built-in text does not decode; no registry can cause that.
    public init() throws(MusterError) {
        do {
            self = try JSONDecoder().decode(SampleDispatch.self, from: Data(PackageResources.dispatch_json))
        } catch { throw .badFile(path: "dispatch.json", rule: "it is not a list of steps and commentary: \(error)") }
    }

    /// The steps that represent an assertion, in order; empty for commentary.
    public func steps(for assertion: String) -> [Step] { steps.filter { $0.assertions.contains(assertion) } }

    /// A step, and its result in a registry.
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
    /// The registry must have its reference regions and no source yet, so that short ids are the ones that the steps
    /// use; this is checked before the first step. If a step is refused, for example because the disk is full, the
    /// earlier ones stay.
    ///
    /// - Parameter author: the author of the revisions.
    /// - Returns: each step with its result, in order.
    /// - Throws: `MusterError.unknownRegion` without the reference regions, `.refused` for a registry that has a
    ///   source, and the errors of each change.
    public func recordDispatch(by author: String = "muster demo") throws(MusterError) -> [SampleDispatch.RecordedStep] {
        let dispatch = try SampleDispatch()
        for region: RecordReference in ["RU-BEL", "RU-KGD", "RU-KRS"] {
            var here = Filter()
            here.region = region
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
