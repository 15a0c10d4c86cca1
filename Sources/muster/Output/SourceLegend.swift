import MusterCore
import MusterValues

/// The lines below an answer that say which sources its short ids name: title, publisher and date.
enum SourceLegend {
    static func text(_ sources: Set<RecordID>, in registry: Registry, for terminal: Terminal) throws(MusterError)
        -> String
    {
        if sources.isEmpty { return "" }
        let lines = try registry.described(sources).flatMap { terminal.wrapped("  \($0.words)") }
        return (["", terminal.bold("sources")] + lines).map { "\($0)\n" }.joined()
    }
}
