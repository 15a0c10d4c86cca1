import Foundation

/// Runs the command's own binary, as its user would, in a folder of its own.
struct Command {
    /// What one run gave.
    struct Result {
        let output: String
        let errors: String
        let code: Int32
    }

    let folder: URL
    var environment: [String: String] = [
        "MUSTER_AUTHOR": "Test Clerk", "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": "/tmp",
    ]

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "muster-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    /// The binary that the package's build put beside the tests.
    static var binary: URL {
        URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
            .appending(path: "muster")
    }

    /// Runs the command with arguments.
    @discardableResult
    func callAsFunction(_ arguments: String...) throws -> Result { try run(Self.binary, arguments) }

    /// Runs a line of shell, with the command on its path.
    func shell(_ line: String) throws -> Result {
        var command = self
        command.environment["PATH"]! = Self.binary.deletingLastPathComponent().path + ":" + environment["PATH"]!
        return try command.run(URL(fileURLWithPath: "/bin/sh"), ["-c", line])
    }

    private func run(_ executable: URL, _ arguments: [String]) throws -> Result {
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = environment
        // Files, not pipes: a run that fills a pipe nobody reads yet would never end.
        let files = ["out", "err"].map { folder.appending(path: ".\(UUID().uuidString).\($0)") }
        for file in files { try Data().write(to: file) }
        defer { files.forEach { try? FileManager.default.removeItem(at: $0) } }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: files[0])
        process.standardError = try FileHandle(forWritingTo: files[1])
        try process.run()
        process.waitUntilExit()
        let texts = try files.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
        return Result(output: texts[0], errors: texts[1], code: process.terminationStatus)
    }
}
