import Configuration
import Foundation
import Logging
import MusterValues
import MusterWeb
import ServiceLifecycle
import UnixSignals

/// The program that serves a registry. It reads its options and runs the service.
@main
enum Main {
    static func main() async {
        do {
            let arguments = CommandLine.arguments
            if arguments.contains("--help") || arguments.contains("-h") { return print(Option.help) }
            let settings = try await Option.settings(arguments)
            LoggingSystem.bootstrap { StreamLogHandler.standardError(label: $0) }
            let logger = Logger(label: "muster-server")
            let service = try RegistryService(settings, logger: logger) { port in
                logger.info("serving", metadata: ["port": "\(port)"])
            }
            var configuration = ServiceGroupConfiguration(
                services: [service], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
            // Who reads an answer slowly does not keep the server from ending.
            configuration.maximumGracefulShutdownDuration = .seconds(30)
            let group = ServiceGroup(configuration: configuration)
            try await group.run()
        } catch let error as MusterError {
            fail("\(error)", code: error.exitCode)
        } catch {
            fail(
                "the server cannot listen there; see that the port is free and the address is this machine's", code: 69)
        }
    }

    private static func fail(_ message: String, code: Int32) -> Never {
        FileHandle.standardError.write(Data("muster-server: \(message)\n".utf8))
        exit(code)
    }
}
