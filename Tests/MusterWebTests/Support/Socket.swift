import Foundation

/// A connection to a server on this machine, on which a test can send what no client would.
final class Socket {
    private let descriptor: Int32

    struct Failed: Error {}

    init(port: Int) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var time = timeval(tv_sec: 60, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
        let done = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        if done != 0 { throw Failed() }
    }

    deinit { close(descriptor) }

    /// Sends a text; false if the other side has closed the connection.
    @discardableResult
    func send(_ text: String) -> Bool { send(Array(text.utf8)) }

    /// Sends bytes; false if the other side has closed the connection.
    @discardableResult
    func send(_ bytes: [UInt8]) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                Foundation.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            if count <= 0 { return false }
            sent += count
        }
        return true
    }

    /// Reads until the other side closes the connection.
    func readAll() -> [UInt8] {
        var (result, piece) = ([UInt8](), [UInt8](repeating: 0, count: 1 << 16))
        while true {
            let count = recv(descriptor, &piece, piece.count, 0)
            if count <= 0 { return result }
            result += piece[..<count]
        }
    }

    /// Sends a text and reads the whole answer.
    func exchange(_ text: String) -> [UInt8] { exchange(Array(text.utf8)) }

    /// Sends bytes and reads the whole answer.
    func exchange(_ bytes: [UInt8]) -> [UInt8] {
        send(bytes)
        return readAll()
    }
}
