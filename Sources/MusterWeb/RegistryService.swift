import Foundation
import Hummingbird
public import Logging
import MusterCore
public import MusterValues
import NIOCore
import NIOPosix
public import ServiceLifecycle

/// Serves one registry over HTTP until it is told to end.
public struct RegistryService: Service {
    private let settings: Settings
    let site: Site
    private let onRunning: @Sendable (Int) async -> Void

    /// Opens the registry.
    ///
    /// - Parameters:
    ///   - settings: how it is run.
    ///   - logger: where requests are logged.
    ///   - onRunning: is told the port once the service answers.
    /// - Throws: `MusterError` if the registry cannot be opened.
    public init(_ settings: Settings, logger: Logger, onRunning: @escaping @Sendable (Int) async -> Void = { _ in })
        throws(MusterError)
    {
        self.settings = settings
        self.onRunning = onRunning
        let served = try Self.served(settings, logger)
        var requests = logger
        if !settings.logsRequests { requests.logLevel = .error }
        site = Site(
            served: served,
            gatekeeper: Gatekeeper(access: try AccessFile(beside: settings.registry), isPublic: settings.isPublic),
            hasSecureCookies: settings.hasSecureCookies, isReadOnly: settings.isReadOnly || settings.isFollowing,
            freshness: Freshness(served),
            cache: AnswerCache(most: settings.kept << 20), health: Health(),
            metrics: TextMetrics(), readers: NIOThreadPool(numberOfThreads: 4),
            longReaders: NIOThreadPool(numberOfThreads: 2),
            writes: WriteQueue(served),
            limits: settings.limits, logger: requests)
    }

    private static func served(_ settings: Settings, _ logger: Logger) throws(MusterError) -> Served {
        if settings.isFollowing {
            return .followed(try Following(settings.registry, primary: settings.primary, logger: logger))
        }
        let registry = try Registry(at: settings.registry, for: settings.isReadOnly ? .reading : .serving)
        return .own(registry, try ChangeSignal(registry))
    }

    /// Serves until the task is cancelled or told to end gracefully; what is under way then is answered.
    public func run() async throws {
        let followers: [any Service] =
            site.served.following.map { [Follower(following: $0, health: site.health)] } ?? []
        site.readers.start()
        site.longReaders.start()
        site.writes.start()
        let limits = site.limits
        let application = Application(
            responder: Responder(site: site),
            server: .http1(
                configuration: .init(
                    additionalChannelHandlers: [RequestDeadline(seconds: limits.seconds)],
                    idleTimeout: .seconds(Int64(limits.seconds)),
                    httpDecoderConfiguration: .init(
                        maxHeaderFieldSize: limits.headers, maxHeaderListSize: limits.headers, maxHeaderFieldCount: 100)
                )),
            configuration: ApplicationConfiguration(
                address: .hostname(settings.host, port: settings.port), serverName: "muster",
                availableConnectionsDelegate: .maximum(limits.connections, logger: site.logger)),
            services: [Prover(site: site)] + followers,
            onServerRunning: { [onRunning] channel in await onRunning(channel.localAddress?.port ?? 0) },
            logger: site.logger)
        try await withGracefulShutdownHandler {
            try await application.run()
        } onGracefulShutdown: { [site] in
            site.health.end()
        }
        try await site.readers.shutdownGracefully()
        try await site.longReaders.shutdownGracefully()
        try await site.writes.end()
    }
}

/// Proves the history when the service starts, and then every hour.
private struct Prover: Service {
    let site: Site

    func run() async throws {
        let proof = NIOThreadPool(numberOfThreads: 1)
        proof.start()
        // A proof takes a processor for seconds.
        try await proof.runIfActive { Responder.giveWay() }
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                try? await proof.runIfActive { [site] in site.health.prove(site.served.registry) }
                try? await Task.sleep(for: .seconds(3600))
            }
        }
        try await proof.shutdownGracefully()
    }
}
