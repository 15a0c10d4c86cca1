import MusterValues

extension ByteSink {
    /// Writes a row of a table as a line of CSV (RFC 4180); a value that is missing is an empty field.
    ///
    /// - Parameters:
    ///   - row: the row.
    ///   - count: the number of its columns.
    /// - Throws: `MusterError` for a full disk.
    func writeCSV(_ row: TableRow, _ count: Int) throws(MusterError) {
        for column in 0..<count {
            if column > 0 { write(UInt8(ascii: ",")) }
            guard let text = row[column] else { continue }
            if text.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) {
                write(0x22)
                for byte in text {
                    if byte == 0x22 { write(byte) }
                    write(byte)
                }
                write(0x22)
            } else {
                try write(text)
            }
        }
        try write("\r\n")
    }
}
