import Foundation
import MusterValues
import Testing

@testable import MusterCore

final class TableFileTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "muster-table-\(UUID().uuidString)")

    init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// The file that some bytes make.
    private func file(_ bytes: Data, _ encoding: TextEncoding? = nil) throws(MusterError) -> TableFile {
        let path = folder.appending(path: "\(UUID().uuidString).csv").path
        _ = FileManager.default.createFile(atPath: path, contents: bytes)
        return try TableFile(path, encoding: encoding)
    }

    @Test func `what is no file and has no end is read up to the most that is asked for, and told to be larger`() throws
    {
        #expect(try SpooledInput("/dev/zero", atMost: 5000).size > 5000)
        let file = folder.appending(path: "long").path
        _ = FileManager.default.createFile(atPath: file, contents: Data(count: 6000))
        #expect(try SpooledInput(file, atMost: 5000).size == 6000)
    }

    private func rows(_ file: TableFile) throws -> [[String]] {
        var rows: [[String]] = []
        _ = try file.read { record in rows.append(["\(record.line)"] + record.cells) }
        return rows
    }

    @Test(arguments: [
        ("a,b\nx,y\n", ",", [["2", "x", "y"]]),
        ("a;b\nx;\"y, z\"\n", ";", [["2", "x", "y, z"]]),
        ("a\tb\nx\ty\n", "\t", [["2", "x", "y"]]),
        ("sep=;\r\na;b\r\nx;y\r\n", ";", [["3", "x", "y"]]),
        ("SEP=,\na;b,c\n1,2\n", ",", [["3", "1", "2"]]),
        ("\u{FEFF}a,b\r\nx,y", ",", [["2", "x", "y"]]),
        ("a,b\rx,y\rz,w\r", ",", [["2", "x", "y"], ["3", "z", "w"]]),
        ("a,b\n\"x\r\ny\",z\nlast,1\n", ",", [["2", "x\r\ny", "z"], ["4", "last", "1"]]),
        ("\n ; \na;b\n\n;\nx;y\n", ";", [["6", "x", "y"]]),
        (" A , b,,\n x\u{A0},\ty,,\n1,2\n", ",", [["2", "x", "y"], ["3", "1", "2"]]),
        ("one\nx\n\"y\"\"s\"\n", ",", [["2", "x"], ["3", "y\"s"]]),
    ])
    func `what spreadsheets write is read`(text: String, separator: Character, expected: [[String]]) throws {
        let file = try file(Data(text.utf8))
        #expect(file.separator == separator)
        #expect(try rows(file) == expected)
    }

    @Test(arguments: [
        (TextEncoding.windows1251, String.Encoding.windowsCP1251, false, true),
        (.utf16LittleEndian, .utf16LittleEndian, true, false), (.utf16BigEndian, .utf16BigEndian, true, false),
        (.utf16LittleEndian, .utf16LittleEndian, false, true), (.utf8, .utf8, true, false),
        (.utf8, .utf8, false, false),
    ])
    func `an encoding is recognised, and said to be guessed if it is`(
        encoding: TextEncoding, foundation: String.Encoding, hasMark: Bool, isGuess: Bool
    ) throws {
        let text = (hasMark ? "\u{FEFF}" : "") + "имя;должность\nАнна «Ё» Петрова № 1;глава\n"
        let file = try file(text.data(using: foundation)!)
        #expect(file.encoding == encoding)
        #expect(file.isEncodingGuessed == isGuess)
        #expect(file.heading == ["имя", "должность"])
        #expect(try rows(file) == [["2", "Анна «Ё» Петрова № 1", "глава"]])
    }

    @Test func `letters that a piece of the file cuts are read whole`() throws {
        let cell = String(repeating: "ж", count: 200_001) + "😀"
        for encoding in [String.Encoding.utf8, .utf16LittleEndian] {
            let file = try file(
                "a,b\n\(cell),x\n".data(using: encoding)!, encoding == .utf8 ? .utf8 : .utf16LittleEndian)
            #expect(try rows(file) == [["2", cell, "x"]])
        }
    }

    @Test(arguments: [
        ("", "it is empty"), ("\n\n", "it is empty"),
        ("a,b\nx\n", "line 2: the record has 1 cell where the heading has 2"),
        ("a,b\nx,y,z\n", "line 2: the record has 3 cells where the heading has 2"),
        ("a,b\nx,\"y\nz,w\n", "line 2, cell 2: a quote is not closed"),
        ("a,b\nx,\"y\"z\n", "line 2, cell 2: there is text behind a closing quote"),
        ("a,b\nx,y\u{0}\n", "line 2, cell 2: it holds a byte of zero, which no text has"),
        ("PK\u{3}\u{4}xl", "it is a workbook of a spreadsheet program; save its sheet as CSV and import that"),
    ])
    func `a file that cannot be read whole is refused with its line`(text: String, rule: String) throws {
        let error = #expect(throws: MusterError.self) { try self.rows(self.file(Data(text.utf8))) }
        #expect(error?.rule.contains(rule) == true, "\(String(describing: error))")
    }

    @Test func `a record of another length is marked where such are taken, unless a quote may have run over lines`()
        throws
    {
        let file = try file(Data("a,b\nx\ny,z,,\n1,2,3,\"4,\"\n".utf8))
        var read: [[String]] = []
        _ = try file.read(takingMisfits: true) { record in
            read.append(record.cells + (record.misfit.map { [$0.rule] + $0.beyond } ?? []))
        }
        #expect(
            read == [
                ["x", "", "the record has 1 cell where the heading has 2"], ["y", "z"],
                ["1", "2", "the record has 4 cells where the heading has 2", "3", "4,"],
            ])
        let open = try self.file(Data("a,b\n\"x,y\nz,w\n1,2\"\n3,4\n".utf8))
        #expect(throws: MusterError.self) { _ = try open.read(takingMisfits: true) { _ in } }
    }

    @Test func `bytes that are not of the encoding are refused with line and cell`() throws {
        let broken = Data("a,b\nx,".utf8) + Data([0xC3, 0x28]) + Data("\n".utf8)
        let error = #expect(throws: MusterError.self) { try self.rows(self.file(broken, .utf8)) }
        #expect(error?.rule.contains("line 2, cell 2: the cell is not in the encoding of the file") == true)
        #expect(error?.fix == .give(.encoding))
        let odd = #expect(throws: MusterError.self) {
            try self.rows(self.file(Data([0x61, 0, 0x2C, 0, 0x62]), .utf16LittleEndian))
        }
        #expect(odd?.rule.contains("not in the encoding") == true)
    }
}
