import NIOCore
import NIOHTTPTypes

/// Closes a connection whose next request does not arrive whole in time, or whose answer is not read, so that nobody can hold
/// connections by sending or reading slowly.
final class RequestDeadline: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart

    private let time: TimeAmount
    private var timer: Scheduled<Void>?
    /// It runs while the other side takes nothing more of an answer.
    private var unread: Scheduled<Void>?

    init(seconds: Int) { time = .seconds(Int64(seconds)) }

    func handlerAdded(context: ChannelHandlerContext) { if context.channel.isActive { begin(context) } }

    func channelActive(context: ChannelHandlerContext) {
        begin(context)
        context.fireChannelActive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head: begin(context)
        case .body: break
        case .end: timer?.cancel()
        }
        context.fireChannelRead(data)
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        unread?.cancel()
        let channel = context.channel
        if !channel.isWritable { unread = context.eventLoop.scheduleTask(in: time) { channel.close(promise: nil) } }
        context.fireChannelWritabilityChanged()
    }

    func channelInactive(context: ChannelHandlerContext) {
        timer?.cancel()
        unread?.cancel()
        context.fireChannelInactive()
    }

    private func begin(_ context: ChannelHandlerContext) {
        timer?.cancel()
        let channel = context.channel
        timer = context.eventLoop.scheduleTask(in: time) { channel.close(promise: nil) }
    }
}
