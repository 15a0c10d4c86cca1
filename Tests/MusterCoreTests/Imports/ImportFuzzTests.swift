import Foundation
import MusterValues
import Oracles
import Testing

@testable import MusterCore

/// Mutated files: each is read or refused with a sentence, and what is refused leaves nothing.
struct ImportFuzzTests {
    private static let text = """
        source,source_kind,official,post,post_region,unit,unit_region,state,state_date,contract,group,group_least
        Tula post,other,Anna Petrova,"Mayor, acting",RU-TUL,BARS-Tula,RU-TUL,joined,2025-05-31,reserve,,
        S1,,Борис Петров,глава,RU-KRS,BARS-Kursk,,serving,2025-05,,,
        S1,,,,,BARS-Kursk,,joined,,volunteer,"two
        clerks",2

        """

    /// The bytes after one to four changes of a kind that files suffer.
    private static func mutated(_ bytes: [UInt8], _ random: inout Seeded) -> [UInt8] {
        var bytes = bytes
        for _ in 0...Int.random(in: 0...1, using: &random) where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0..<10, using: &random) {
            case 0: bytes.removeSubrange(place...)
            case 1: bytes[place] = UInt8.random(in: 0...255, using: &random)
            case 2: bytes.insert(contentsOf: Array("\",;\t\r\n=".utf8).shuffled(using: &random), at: place)
            case 3: bytes.insert(contentsOf: Array(repeating: UInt8(ascii: "x"), count: 400), at: place)
            case 4: bytes.insert(contentsOf: [0xFF, 0xFE, 0xC3, 0x28], at: place)
            case 5: bytes.insert(contentsOf: Array(",,,extra".utf8), at: place)
            case 6: bytes = bytes.flatMap { $0 == 0x0A ? [0x0D] : [$0] }
            case 7: bytes = bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
            case 8: bytes.swapAt(place, Int.random(in: 0..<bytes.count, using: &random))
            default:
                let end = Int.random(in: place...bytes.count, using: &random)
                bytes.insert(contentsOf: bytes[place..<end], at: place)
            }
        }
        return bytes
    }

    @Test func `no mutated file crashes, hangs or is half taken`() throws {
        let fresh = try Fresh(.populated)
        var newest = try fresh.registry.newestRevision()
        var random = Seeded(state: 14)
        let path = fresh.folder.appending(path: "fuzz.csv").path
        let whole = Array(Self.text.utf8)
        var (taken, stopped, refused) = (0, 0, 0)
        for round in 0..<20_000 {
            let bytes = Self.mutated(whole, &random)
            _ = FileManager.default.createFile(atPath: path, contents: Data(bytes))
            do throws(MusterError) {
                let file = try TableFile(path)
                // Rows that reach the register take longer; every fortieth file that could be read goes there.
                if round % 40 != 0 {
                    _ = try ImportSheet(file, ImportOptions())
                    continue
                }
                var faults: [ImportedRow] = []
                let result = try fresh.registry.importRecords(
                    of: [file], by: Fresh.clerk, each: { if $0.fault != nil { faults.append($0) } })
                #expect(result.isStopped == !faults.isEmpty)
                #expect(try fresh.registry.newestRevision() == newest + (result.revision == nil ? 0 : 1))
                newest = try fresh.registry.newestRevision()
                for row in faults { #expect(row.line > 0 && !(row.fault?.error.rule.isEmpty ?? true)) }
                if faults.isEmpty { taken += 1 } else { stopped += 1 }
            } catch {
                refused += 1
                #expect(error.exitCode == 65 && !error.said.contains("SQL"), "round \(round): \(error.said)")
            }
        }
        #expect(taken > 1 && stopped > 50 && refused > 2_000, "\((taken, stopped, refused))")
        // What was taken is whole: it fits its hashes and every rule.
        _ = try fresh.registry.verify()
    }
}
