import Configuration
import Foundation
import MusterValues
import MusterWeb
import SystemPackage

/// The options of the server: on the command line, in the environment (`MUSTER_PORT`) or in a JSON file that `--config` names.
///
/// The command line wins over the environment, and that over the file.
enum Option: String, CaseIterable {
    case db, host, port, `public`, readOnly = "read-only", kept = "keep-answers", config

    /// What it says, in a sentence.
    private var help: String {
        switch self {
        case .db: "FILE      The registry; otherwise muster.db here."
        case .host: "ADDRESS The address to listen on; otherwise 127.0.0.1, which only this machine reaches."
        case .port: "NUMBER  The port; otherwise 8080."
        case .public: "        Anybody may read without a token."
        case .readOnly: "     Nothing is written, whatever a token allows."
        case .kept: "MB The answers that are kept while nothing changes; otherwise 32."
        case .config: "FILE  A JSON file with any of these options, as {\"port\": 8081}."
        }
    }

    private var isFlag: Bool { self == .public || self == .readOnly }

    static let help =
        "Serve a registry over HTTP.\n\nUSAGE: muster-server [--db FILE] [options]\n\n"
        + allCases.map { "  --\($0.rawValue) \($0.help)" }.joined(separator: "\n")
        + "\n\nEach can be set in the environment too, as MUSTER_PORT=8081. Tokens are made with 'muster token add'."

    /// The settings that the options give.
    ///
    /// - Throws: `MusterError` for an option or a value that is refused.
    static func settings(_ arguments: [String]) async throws -> Settings {
        try check(arguments)
        var providers: [any ConfigProvider] = [
            // It writes the parts of a name with dashes between them, but leaves an underscore in a part as it is.
            KeyMappingProvider(upstream: CommandLineArgumentsProvider(arguments: arguments)) { key in
                AbsoluteConfigKey(key.components.flatMap { $0.split(separator: "_").map(String.init) })
            },
            KeyMappingProvider(upstream: EnvironmentVariablesProvider()) { $0.prepending("muster") },
        ]
        if let path = value(of: .config, in: arguments) ?? ProcessInfo.processInfo.environment["MUSTER_CONFIG"] {
            do { providers.append(try await FileProvider<JSONSnapshot>(filePath: .init(path))) } catch {
                throw MusterError.badFile(path: path, rule: "it is no JSON file of options that can be read")
            }
        }
        let reader = ConfigReader(providers: providers)
        var settings = Settings(registry: reader.string(forKey: Option.db.key, default: "muster.db"))
        settings.host = reader.string(forKey: Option.host.key, default: settings.host)
        settings.port = try number(.port, reader, 0...65535) ?? settings.port
        settings.kept = try number(.kept, reader, 0...4096) ?? settings.kept
        settings.isPublic = reader.bool(forKey: Option.public.key, default: false)
        settings.isReadOnly = reader.bool(forKey: Option.readOnly.key, default: false)
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

    /// Refuses what is no option, or an option without its value.
    private static func check(_ arguments: [String]) throws(MusterError) {
        var rest = arguments.dropFirst()
        while let argument = rest.popFirst() {
            let name = argument.hasPrefix("--") ? String(argument.dropFirst(2).prefix { $0 != "=" }) : argument
            guard argument.hasPrefix("--"), let option = Option(rawValue: name) else {
                throw .outside(list: "option", value: argument, allowed: allCases.map { "--\($0.rawValue)" })
            }
            if option.isFlag || argument.contains("=") { continue }
            guard let value = rest.popFirst(), !value.hasPrefix("--") else {
                throw .usage("--\(name) needs a value; see --help")
            }
        }
    }

    private static func value(of option: Option, in arguments: [String]) -> String? {
        guard let place = arguments.firstIndex(of: "--\(option.rawValue)"), place + 1 < arguments.count else {
            return nil
        }
        return arguments[place + 1]
    }
}
