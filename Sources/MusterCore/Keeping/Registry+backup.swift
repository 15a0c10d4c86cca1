import Foundation
import GRDB
public import MusterValues

extension Registry {
    /// Copies the registry to a new file while others read and write it, and proves the copy.
    ///
    /// The copy is one file and holds the registry as it was at one moment, the newest revision when the copy began (SQLite's
    /// online backup). It is written under another name and renamed when it is proven, unless a file has the name by then.
    /// If the path is a device, a FIFO or standard output, the proven copy is written into it byte by byte.
    ///
    /// - Parameter path: the new file, or a device or FIFO; `-` is standard output.
    /// - Returns: the proof of the copy's history.
    /// - Throws: `MusterError.alreadyThere` if the file exists; `.altered`, `.damaged`, `.indexWrong` or `.badFile` if the
    ///   registry would not pass the checks of a restore; `.full` or `.cannotOpen`.
    public func backUp(to path: String) throws(MusterError) -> Proof {
        let target = try OutputPlace(path)
        var file = FileManager.default.temporaryDirectory.appending(path: "muster").path
        var named = FileManager.default.temporaryDirectory.path
        if case .file(let real) = target {
            (file, named) = (real, path)
            if let there = Copy.occupiedName(at: file) {
                throw .alreadyThere(path: path + there, fix: Self.anotherName)
            }
        }
        let copy = try Copy(of: self, beside: file, named: named)
        defer { copy.remove() }
        let proof: Proof
        do { proof = try copy.prove(as: self.path) } catch {
            if error == .full(path: self.path) { throw .full(path: named) }
            guard case .refused(let rule, _) = error else { throw error }
            throw .badFile(path: self.path, rule: rule, fix: .checkUp)
        }
        try copy.close(named: named)
        if case .file = target {
            try FileSystem.place(copy.file, at: file, named: path, fix: Self.anotherName)
        } else {
            try target.write(contentsOf: copy.file, named: path)
        }
        return proof
    }

    private static let anotherName: Remedy = "name another file, or remove it first"
}
