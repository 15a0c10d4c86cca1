import Foundation

/// Standard input, output and error.
enum Descriptors {
    /// Opens `/dev/null`, for reading only, on each standard descriptor that is closed. Otherwise a registry could be opened
    /// under that number, and a message would be written into it.
    static func fill() {
        for number in STDIN_FILENO...STDERR_FILENO where fcntl(number, F_GETFD) < 0 { _ = open("/dev/null", O_RDONLY) }
    }
}
