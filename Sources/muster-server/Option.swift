import Configuration
import Foundation
import MusterValues
import MusterWeb
import SystemPackage

/// The options of the server: on the command line, in the environment (`MUSTER_PORT`) or in a JSON file that `--config` names.
///
/// The command line wins over the environment, and that over the file.
enum Option: String, CaseIterable {
    case db, follow, primary, host, port, `public`, readOnly = "read-only", kept = "keep-answers"
    case secureCookies = "secure-cookies", config

    /// What it says, in a sentence.
    private var help: String {
        switch self {
        case .db: "FILE      The registry; otherwise muster.db here."
        case .follow:
            "FILE  Instead of --db: a registry that 'litestream restore -f' keeps up to date; it is only read."
        case .primary:
            "URL  The server that writes what is followed: it is asked how far it is, and named to who writes here."
        case .host: "ADDRESS The address to listen on; otherwise 127.0.0.1, which only this machine reaches."
        case .port: "NUMBER  The port; otherwise 8080."
        case .public: "        Anybody may read without a token."
        case .readOnly: "     Nothing is written, whatever a token allows."
        case .kept: "MB The answers that are kept while nothing changes; otherwise 32."
        case .secureCookies:
            "  People sign in by https alone, although the proxy does not say X-Forwarded-Proto: https."
        case .config: "FILE  A JSON file with any of these options, as {\"port\": 8081}."
        }
    }

    private var isFlag: Bool { [.public, .readOnly, .secureCookies].contains(self) }

    static let help =
        "Serve a registry over HTTP.\n\nUSAGE: muster-server [--db FILE] [options]\n\n"
        + allCases.map { "  --\($0.rawValue) \($0.help)" }.joined(separator: "\n")
        + "\n\nEach can be set in the environment too, as MUSTER_PORT=8081. Tokens are made with 'muster token add'."

    /// The settings that the options give.
    ///
    /// - Throws: `MusterError` for an option or a value that is refused.
    static func settings(_ arguments: [String]) async throws -> Settings {
        let typed = try parsed(arguments)
        var providers: [any ConfigProvider] = [
            InMemoryProvider(
                values: Dictionary(
                    uniqueKeysWithValues: typed.map {
                        (AbsoluteConfigKey($0.key.key), ConfigValue(.string($0.value), isSecret: false))
                    })),
            KeyMappingProvider(upstream: EnvironmentVariablesProvider()) { $0.prepending("muster") },
        ]
        if let path = typed[.config] ?? ProcessInfo.processInfo.environment["MUSTER_CONFIG"] {
            try checkFile(path)
            do { providers.append(try await FileProvider<JSONSnapshot>(filePath: .init(path))) } catch {
                throw MusterError.badFile(path: path, rule: "it is no JSON file of options that can be read")
            }
        }
        let reader = ConfigReader(providers: providers)
        let (db, followed) = (reader.string(forKey: Option.db.key), reader.string(forKey: Option.follow.key))
        if db != nil, followed != nil { throw MusterError.usage("give --db or --follow, not both") }
        var settings = Settings(registry: followed ?? db ?? "muster.db")
        settings.isFollowing = followed != nil
        settings.primary = reader.string(forKey: Option.primary.key)
        if settings.primary != nil, followed == nil { throw MusterError.usage("--primary goes with --follow") }
        settings.host = reader.string(forKey: Option.host.key, default: settings.host)
        settings.port = try number(.port, reader, 0...65535) ?? settings.port
        settings.kept = try number(.kept, reader, 0...4096) ?? settings.kept
        settings.isPublic = try flag(.public, reader)
        settings.isReadOnly = try flag(.readOnly, reader)
        settings.hasSecureCookies = try flag(.secureCookies, reader)
        return settings
    }

    /// The name of the option for swift-configuration, which writes it in its own way for each provider.
    private var key: ConfigKey { ConfigKey(rawValue.split(separator: "-").map(String.init).joined(separator: "_")) }

    private static func number(_ option: Option, _ reader: ConfigReader, _ range: ClosedRange<Int>) throws(MusterError)
        -> Int?
    {
        guard let text = reader.string(forKey: option.key) ?? reader.int(forKey: option.key).map({ "\($0)" }) else {
            return nil
        }
        guard let number = Int(text), range.contains(number) else {
            throw .badValue(
                field: option.rawValue, value: text,
                rule: "give a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    /// Whether a flag is set. Danger: a word that is not understood must never mean that a server writes, or is open to all.
    private static func flag(_ option: Option, _ reader: ConfigReader) throws(MusterError) -> Bool {
        guard let text = reader.string(forKey: option.key) else {
            return reader.bool(forKey: option.key, default: false)
        }
        guard let value = ["true": true, "1": true, "false": false, "0": false][text.lowercased()] else {
            throw .notInList(list: "value of \(option.rawValue)", value: text, allowed: ["true", "false"])
        }
        return value
    }

    /// The options on the command line, as text.
    ///
    /// - Throws: `MusterError` for what is no option, is given twice, or lacks its value.
    private static func parsed(_ arguments: [String]) throws(MusterError) -> [Option: String] {
        var rest = arguments.dropFirst()
        var options: [Option: String] = [:]
        while let argument = rest.popFirst() {
            let parts = argument.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard argument.hasPrefix("--"), let name = parts.first.map(String.init), let option = Option(rawValue: name)
            else {
                throw .outside(list: "option", value: argument, allowed: allCases.map { "--\($0.rawValue)" })
            }
            if options[option] != nil { throw .usage("--\(name) is given twice; give it once") }
            if parts.count == 2 {
                options[option] = String(parts[1])
            } else if option.isFlag {
                options[option] = "true"
            } else if let value = rest.popFirst(), !value.hasPrefix("--") {
                options[option] = value
            } else {
                throw .usage("--\(name) needs a value; see --help")
            }
        }
        return options
    }

    /// Refuses a file of options with a member that is none.
    private static func checkFile(_ path: String) throws(MusterError) {
        guard let data = FileManager.default.contents(atPath: path),
            let members = (try? JSONSerialization.jsonObject(with: data)) as? [String: Any]
        else { throw .badFile(path: path, rule: "it is no JSON file of options that can be read") }
        let names = allCases.map { $0.rawValue.replacing("-", with: "_") }
        if let other = members.keys.sorted().first(where: { !names.contains($0) }) {
            throw .outside(list: "option in \(quoted(path))", value: other, allowed: names)
        }
    }
}
