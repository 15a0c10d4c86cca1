import Foundation
import MusterValues

/// A folder as one file (POSIX ustar), for an export that is several files.
enum TarFile {
    /// Writes the files of a folder, in the order of their names, without owners and times, so that the same folder gives the same bytes.
    ///
    /// - Parameters:
    ///   - folder: the folder; it has no folders in it.
    ///   - name: its name in the archive.
    ///   - path: the file to write.
    /// - Throws: `MusterError.full` if there is no room.
    static func write(folder: String, named name: String, to path: String) throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        guard FileManager.default.createFile(atPath: path, contents: nil), let sink = FileHandle(forWritingAtPath: path)
        else {
            throw MusterError.full(path: "temporary files")
        }
        defer { try? sink.close() }
        for file in files {
            guard let source = FileHandle(forReadingAtPath: folder + "/" + file) else { throw MusterError.cannotPrint }
            defer { try? source.close() }
            let size = Int(try source.seekToEnd())
            try source.seek(toOffset: 0)
            try sink.write(contentsOf: header("\(name)/\(file)", size))
            while let piece = try source.read(upToCount: 1 << 18), !piece.isEmpty { try sink.write(contentsOf: piece) }
            try sink.write(contentsOf: Data(count: (512 - size % 512) % 512))
        }
        try sink.write(contentsOf: Data(count: 1024))
    }

    private static func header(_ name: String, _ size: Int) -> Data {
        var block = Data(count: 512)
        func put(_ text: String, at place: Int) {
            block.replaceSubrange(place..<place + text.utf8.count, with: Data(text.utf8))
        }
        func octal(_ number: Int, _ digits: Int) -> String {
            let text = String(number, radix: 8)
            return String(repeating: "0", count: max(0, digits - text.count)) + text
        }
        put(name, at: 0)
        put("0000644", at: 100)
        put("0000000", at: 108)
        put("0000000", at: 116)
        put(octal(size, 11), at: 124)
        put("00000000000", at: 136)
        put("        ", at: 148)
        put("0", at: 156)
        put("ustar", at: 257)
        put("00", at: 263)
        let sum = block.reduce(0) { $0 + Int($1) }
        put(octal(sum, 6) + "\0 ", at: 148)
        return block
    }
}
