import Foundation
import MusterValues
import Synchronization

/// Runs the command's own binary, as its user would, in a folder of its own.
struct Command {
    /// The result of one run.
    struct Result {
        let output: String
        let errors: String
        let code: Int32
        let isKilled: Bool
    }

    let folder: URL
    var environment: [String: String] = [
        "MUSTER_AUTHOR": "Test Clerk", "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": "/tmp",
    ]

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "muster-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    /// A folder with what a line of shell leaves in one. The line is run once a run of the tests; every test that begins with
    /// it has its own copies of the files.
    init(after line: String) throws {
        try self.init()
        for (name, bytes) in try Self.left.withLock({ try Self.files(leftBy: line, &$0) }) {
            try bytes.write(to: folder.appending(path: name))
        }
    }

    private static let left = Mutex<[String: [String: Data]]>([:])

    private static func files(leftBy line: String, _ known: inout [String: [String: Data]]) throws -> [String: Data] {
        if let files = known[line] { return files }
        let muster = try Command()
        defer { muster.remove() }
        let result = try muster.shell("set -e; \(line)")
        if result.code != 0 { throw MusterError.usage("'\(line)' fails: \(result.errors)") }
        var files: [String: Data] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: muster.folder.path) {
            files[name] = try Data(contentsOf: muster.folder.appending(path: name))
        }
        known[line] = files
        return files
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    /// The binary that `MUSTER_TESTED` names, or else the one that the build puts beside the tests. The debug build of the
    /// argument parser checks every option anew at each start, which takes longer than what most tests ask.
    static let binary: URL = {
        guard let named = ProcessInfo.processInfo.environment["MUSTER_TESTED"] else {
            return URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
                .appending(path: "muster")
        }
        let file = URL(fileURLWithPath: named)
        // Lines of shell find it by its name.
        precondition(
            file.lastPathComponent == "muster" && FileManager.default.isExecutableFile(atPath: named),
            "MUSTER_TESTED is '\(named)'; name a program that is called muster")
        return file
    }()

    /// Runs the command with arguments.
    @discardableResult
    func callAsFunction(_ arguments: String...) throws -> Result { try run(Self.binary, arguments) }

    /// Runs a line of shell, with the command on its path.
    func shell(_ line: String) throws -> Result {
        var command = self
        command.environment["PATH"]! = Self.binary.deletingLastPathComponent().path + ":" + environment["PATH"]!
        return try command.run(URL(fileURLWithPath: "/bin/sh"), ["-c", line])
    }

    /// Starts the command and does not wait for it.
    func start(_ arguments: [String]) throws -> Running { try start(Self.binary, arguments) }

    private func run(_ executable: URL, _ arguments: [String]) throws -> Result {
        try start(executable, arguments).result()
    }

    private func start(_ executable: URL, _ arguments: [String]) throws -> Running {
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = environment
        // Files, not pipes: a run would hang forever if it filled a pipe that nobody reads yet.
        let files = ["out", "err"].map { folder.appending(path: ".\(UUID().uuidString).\($0)") }
        for file in files { try Data().write(to: file) }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: files[0])
        process.standardError = try FileHandle(forWritingTo: files[1])
        try process.run()
        return Running(process: process, files: files)
    }

    /// A run under way.
    struct Running {
        fileprivate let process: Process
        fileprivate let files: [URL]

        /// True if something was written to standard error.
        var hasComplained: Bool { FileManager.default.contents(atPath: files[1].path)?.isEmpty == false }

        /// Kills the run unless it has ended; the run cannot catch or delay that.
        func kill() { if process.isRunning { Foundation.kill(process.processIdentifier, SIGKILL) } }

        /// Presses the interrupt key.
        func interrupt() { process.interrupt() }

        /// The result, after the run has ended; if a signal killed it, the code is the signal's number.
        func result() throws -> Result {
            defer { files.forEach { try? FileManager.default.removeItem(at: $0) } }
            // Foundation notices the exit only now and then; this is faster.
            while process.isRunning { usleep(500) }
            process.waitUntilExit()
            let texts = try files.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
            return Result(
                output: texts[0], errors: texts[1], code: process.terminationStatus,
                isKilled: process.terminationReason == .uncaughtSignal)
        }
    }
}
