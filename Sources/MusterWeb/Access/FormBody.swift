import Foundation
import MusterValues

/// The forms that browsers send.
enum FormBody {
    static let urlEncoded = "application/x-www-form-urlencoded"
    static let multipart = "multipart/form-data"

    /// The most parts of a multipart body.
    private static let mostParts = 64
    /// The most bytes of the lines before a part's content.
    private static let mostHead = 4096
    /// The most bytes of all fields together; the file has a limit of its own.
    private static let mostFields = 1 << 20

    /// The fields of a form without a file.
    ///
    /// - Throws: `MusterError.badValue` for what is no UTF-8, or for more than 100 fields.
    static func fields(_ body: some Sequence<UInt8>) throws(MusterError) -> Query {
        guard let text = String(validating: body, as: UTF8.self) else {
            throw .badValue(field: "form", value: urlEncoded, rule: "it is no UTF-8; send the form as the page has it")
        }
        return try Query(text)
    }

    /// The fields of a multipart body and its one file (RFC 7578, as browsers write it).
    ///
    /// - Parameters:
    ///   - body: the body.
    ///   - boundary: the text between the parts.
    /// - Returns: the fields, and the contents of the part that has a file's name; that name is not used for anything.
    /// - Throws: `MusterError.badValue` for a body that is no such form, with two fields of a name or two files, or with a field that
    ///   is no UTF-8.
    static func parts(_ body: Data, boundary: String) throws(MusterError) -> (fields: [String: String], file: Data?) {
        guard isBoundary(boundary) else { throw refusal("its boundary is none (RFC 2046)") }
        let (line, mark) = (Data("\r\n".utf8), Data("--\(boundary)".utf8))
        guard body.starts(with: mark) else { throw refusal("it does not begin with its boundary") }
        var place = body.startIndex + mark.count
        var (fields, file, room): ([String: String], Data?, Int) = ([:], nil, mostFields)
        for _ in 0...mostParts {
            let rest = body[place...]
            if rest.starts(with: Data("--".utf8)) { return (fields, file) }
            // A text of which the boundary is only the beginning is no boundary.
            guard rest.starts(with: line) else { throw refusal("its boundary is followed by something else") }
            let head = place + 2..<min(body.endIndex, place + 2 + mostHead)
            guard let gap = body.range(of: line + line, in: head),
                let end = body.range(of: line + mark, in: gap.upperBound..<body.endIndex)
            else { throw refusal("a part of it has no end") }
            let content = body[gap.upperBound..<end.lowerBound]
            let (name, isFile) = try disposition(body[head.lowerBound..<gap.lowerBound])
            place = end.upperBound
            if isFile {
                if file != nil { throw refusal("it has two files") }
                file = Data(content)
                continue
            }
            room -= content.count
            if room < 0 { throw refusal("its fields are longer than \(mostFields) bytes") }
            guard let text = String(validating: content, as: UTF8.self) else {
                throw refusal("its field \(quoted(name)) is no UTF-8")
            }
            if fields.updateValue(text, forKey: name) != nil { throw refusal("it has two fields \(quoted(name))") }
        }
        throw refusal("it has more than \(mostParts) parts")
    }

    /// The name of a part, and true if it is a file.
    private static func disposition(_ head: Data) throws(MusterError) -> (name: String, isFile: Bool) {
        let lines = String(validating: head, as: UTF8.self)?.components(separatedBy: "\r\n") ?? []
        let own = lines.filter { $0.lowercased().hasPrefix("content-disposition:") }
        // Browsers write a quotation mark and the end of a line in a name as %22 and %0D%0A, so that a name ends at the first mark.
        let pattern = #/(?i)content-disposition: *form-data *; *name="([^"]+)"(?: *; *(filename)="[^"]*")? */#
        guard own.count == 1, let match = own[0].wholeMatch(of: pattern) else {
            throw refusal("a part of it has no name")
        }
        return (String(match.1), match.2 != nil)
    }

    /// True for 1 to 70 of the characters that a boundary may have (RFC 2046, section 5.1.1).
    private static func isBoundary(_ text: String) -> Bool {
        text.wholeMatch(of: #/[A-Za-z0-9'()+_,\-.\/:=? ]{0,69}[A-Za-z0-9'()+_,\-.\/:=?]/#) != nil
    }

    private static func refusal(_ why: String) -> MusterError {
        .badValue(field: "form", value: multipart, rule: "\(why); send the form as the page has it")
    }
}
