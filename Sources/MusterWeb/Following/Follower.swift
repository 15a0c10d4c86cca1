import NIOPosix
import ServiceLifecycle

/// Looks at the followed file, and asks the primary, until the service ends.
struct Follower: Service {
    let following: Following
    let health: Health

    func run() async throws {
        // A copy blocks its thread.
        let copying = NIOThreadPool(numberOfThreads: 1)
        copying.start()
        await cancelWhenGracefulShutdown {
            await withTaskGroup(of: Void.self) { tasks in
                tasks.addTask {
                    while !Task.isCancelled {
                        try? await copying.runIfActive { following.refresh(health) }
                        try? await Task.sleep(for: .seconds(Following.pause))
                    }
                }
                guard let primary = following.primary else { return }
                tasks.addTask {
                    while !Task.isCancelled {
                        await primary.ask()
                        try? await Task.sleep(for: .seconds(PrimaryWatch.pause))
                    }
                }
            }
        }
        try await copying.shutdownGracefully()
    }
}
