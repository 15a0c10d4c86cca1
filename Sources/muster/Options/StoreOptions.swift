import ArgumentParser
import Foundation
import MusterCore
import MusterValues

// No group is inside another: in a debug build the option parser checks each one four times for every group around it.

/// Options that name the registry.
protocol RegistryOptions {
    /// The registry's file as typed; nil if it is not given.
    var db: String? { get }
}

extension ArgumentHelp {
    /// The help of the option `--db`.
    static let registryFile = ArgumentHelp(
        "The registry's file; or MUSTER_DB, or muster.db here.", valueName: "file")
}

extension RegistryOptions {
    var path: String { db ?? environment("MUSTER_DB") ?? "muster.db" }

    /// Opens the registry, and says so if a redaction was cut short.
    func present() throws(MusterError) -> Registry {
        let registry = try Registry(at: path, for: .reading)
        if let note = registry.unfinishedRedaction {
            Output.printNote("\(note): the next write clears it, and so does 'muster doctor --mend'")
        }
        return registry
    }
}

/// The option that names the registry.
struct StoreOptions: ParsableArguments, RegistryOptions {
    @Option(help: .registryFile) var db: String?
}

/// The options that name the registry to read, and optionally a past moment of it.
struct ReadOptions: ParsableArguments, RegistryOptions {
    @Option(help: .registryFile) var db: String?

    @Option(
        help: ArgumentHelp(
            "As the registry stood at a revision (12), the end of a day (2026-11-24) or a time (2026-11-24T09:30Z).",
            valueName: "moment"))
    var knownAt: String?

    func reading() throws(MusterError) -> Registry {
        let registry = try present()
        guard let knownAt else { return registry }
        return try registry.known(at: Moment(typed: knownAt))
    }
}

/// The options that name the registry to change, the author and the reason.
struct WriteOptions: ParsableArguments, RegistryOptions {
    @Option(help: .registryFile) var db: String?

    @Option(help: ArgumentHelp("Who makes the change; or MUSTER_AUTHOR, or your login name.", valueName: "name"))
    var author: String?

    @Option(help: ArgumentHelp("Why the change is made; otherwise what it does.", valueName: "text"))
    var reason: String?

    @Flag(help: "Tell what would be done, and do nothing.") var dryRun = false

    var authorship: Authorship {
        Authorship(author: author ?? environment("MUSTER_AUTHOR") ?? loginName ?? "", reason: reason)
    }

    func writing() throws(MusterError) -> Registry {
        Output.outliveReaders()
        let registry = try Registry(at: path, for: .writing)
        return dryRun ? registry.rehearsing : registry
    }

    /// Runs one change and prints its result.
    func run(_ change: (Registry, Authorship) throws -> WriteResult) throws {
        try Output.printResult(try change(try writing(), authorship))
    }

    private var loginName: String? {
        environment("LOGNAME") ?? environment("USER") ?? getpwuid(getuid()).map { String(cString: $0.pointee.pw_name) }
    }
}

/// An environment variable's value; nil if it is not set or empty.
func environment(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
}
