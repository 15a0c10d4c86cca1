import Foundation
import MusterValues

/// A form that a browser sent.
struct FormBody {
    /// The fields.
    var fields = Query(values: [:])
    /// The contents of the one file; nil for none. The name of the file is not used for anything.
    var file: Data?

    static let urlEncoded = "application/x-www-form-urlencoded"
    static let multipart = "multipart/form-data"

    /// The most parts of a multipart body.
    private static let mostParts = 64
    /// The most bytes of the lines before a part's content.
    private static let mostHead = 4096
    /// The most bytes of all fields together; the file has a limit of its own.
    private static let mostFields = 1 << 20

    /// No form.
    init() {}

    /// Reads a form without a file.
    ///
    /// - Throws: `MusterError.badValue` for what is no UTF-8, or for more than 100 fields.
    init(_ body: some Sequence<UInt8>) throws(MusterError) {
        guard let text = String(validating: body, as: UTF8.self) else {
            throw .badValue(
                field: "form", value: Self.urlEncoded, rule: "it is no UTF-8; send the form as the page has it")
        }
        fields = try Query(text)
    }

    /// Reads a form with a file (RFC 7578, as browsers write it).
    ///
    /// - Parameters:
    ///   - body: the body.
    ///   - boundary: the text between the parts.
    /// - Throws: `MusterError.badValue` for a body that is no such form, with two fields of a name or two files, or with a field that
    ///   is no UTF-8.
    init(parts body: Data, boundary: String) throws(MusterError) {
        guard Self.isBoundary(boundary) else { throw Self.refusal("its boundary is none (RFC 2046)") }
        let (line, mark) = (Data("\r\n".utf8), Data("--\(boundary)".utf8))
        guard body.starts(with: mark) else { throw Self.refusal("it does not begin with its boundary") }
        var place = body.startIndex + mark.count
        var (fields, file, room): ([String: String], Data?, Int) = ([:], nil, Self.mostFields)
        for _ in 0...Self.mostParts {
            let rest = body[place...]
            if rest.starts(with: Data("--".utf8)) {
                (self.fields, self.file) = (Query(values: fields.mapValues { [$0] }), file)
                return
            }
            // A text of which the boundary is only the beginning is no boundary.
            guard rest.starts(with: line) else { throw Self.refusal("its boundary is followed by something else") }
            let head = place + 2..<min(body.endIndex, place + 2 + Self.mostHead)
            guard let gap = body.range(of: line + line, in: head),
                let end = body.range(of: line + mark, in: gap.upperBound..<body.endIndex)
            else { throw Self.refusal("a part of it has no end") }
            let content = body[gap.upperBound..<end.lowerBound]
            let (name, isFile) = try Self.disposition(body[head.lowerBound..<gap.lowerBound])
            place = end.upperBound
            if isFile {
                if file != nil { throw Self.refusal("it has two files") }
                file = Data(content)
                continue
            }
            room -= content.count
            if room < 0 { throw Self.refusal("its fields are longer than \(Self.mostFields) bytes") }
            guard let text = String(validating: content, as: UTF8.self) else {
                throw Self.refusal("its field \(quoted(name)) is no UTF-8")
            }
            if fields.updateValue(text, forKey: name) != nil { throw Self.refusal("it has two fields \(quoted(name))") }
        }
        throw Self.refusal("it has more than \(Self.mostParts) parts")
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
