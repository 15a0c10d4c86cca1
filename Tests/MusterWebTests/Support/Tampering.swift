import Foundation
import Testing

/// Changes a file of SQLite as no program of muster does.
enum Tampering {
    /// Runs lines of Python, in which `c` is the connection to the file, and commits.
    static func run(_ lines: String, on path: String) throws {
        let shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        shell.arguments = [
            "python3", "-c", "import sqlite3, sys\nc = sqlite3.connect(sys.argv[1])\n\(lines)\nc.commit()", path,
        ]
        try shell.run()
        shell.waitUntilExit()
        try #require(shell.terminationStatus == 0)
    }
}
