import ArgumentParser
import MusterCore
import MusterValues

/// The options that name a source and a place in it.
struct EvidenceOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The source: its short id, title or address; - is the one you cited last. Or MUSTER_SOURCE, where one is needed.",
            valueName: "source"))
    var source: [RecordReference] = []

    @Option(help: .field(.locator, of: .citation, "place"))
    var locator: [String] = []

    @Option(help: .field(.stated, of: .citation, "text"))
    var stated: String?

    @Option(help: .field(.quote, of: .citation, "text"))
    var quote: String?

    @Option(help: .field(.speaker, of: .citation, "name"))
    var speaker: String?

    @Option(help: .field(.speech, of: .citation, "how"))
    var speech: String?

    /// The evidence of every source given, in order; without one, of the source that the environment names.
    func required() throws(MusterError) -> [Evidence] {
        var given = self
        if source.isEmpty { given.source = environment("MUSTER_SOURCE").map { [RecordReference($0)] } ?? [] }
        if given.source.isEmpty {
            throw .missing(
                what: "the source",
                fix: "nothing is recorded without one: give --source (see 'muster sources', 'muster add source')")
        }
        return try given.all()
    }

    /// The evidence of every source given, in order.
    func all() throws(MusterError) -> [Evidence] {
        if locator.count > source.count {
            throw .usage(
                "--locator is given \(locator.count) times and --source \(source.count); give one place for each source"
            )
        }
        if source.count > 1, stated ?? quote ?? speaker ?? speech != nil {
            throw .usage(
                "--stated, --quote, --speaker and --speech are of one source; cite the other's with 'muster cite'")
        }
        var evidence: [Evidence] = []
        for (index, name) in source.enumerated() {
            var one = Evidence(source: name, stated: stated, quote: quote, speaker: speaker)
            one.locator = index < locator.count ? locator[index] : nil
            one.speech = try speech.map { text throws(MusterError) in try Speech(typed: text) }
            evidence.append(one)
        }
        return evidence
    }

    /// The evidence of at most one source; nil if none is given.
    func optional() throws(MusterError) -> Evidence? {
        let all = try all()
        if all.count > 1 { throw Self.several }
        return all.first
    }

    /// The evidence of exactly one source.
    func one() throws(MusterError) -> Evidence {
        let all = try required()
        if all.count > 1 { throw Self.several }
        return all[0]
    }

    private static let several = MusterError.usage("one --source at a time; cite the others with 'muster cite'")
}
