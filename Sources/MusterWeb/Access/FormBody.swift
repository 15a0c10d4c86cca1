import Foundation
import MusterValues

/// The forms that browsers send.
enum FormBody {
    static let urlEncoded = "application/x-www-form-urlencoded"
    static let multipart = "multipart/form-data"

    /// The fields of a multipart body and its one file (RFC 7578).
    ///
    /// - Parameters:
    ///   - body: the body.
    ///   - boundary: the text between the parts.
    /// - Returns: the fields, and the contents of the part that has a file's name; that name is not used for anything.
    /// - Throws: `MusterError.badValue` for a body that is no such form.
    static func parts(_ body: Data, boundary: String) throws(MusterError) -> (fields: [String: String], file: Data?) {
        let broken = MusterError.badValue(field: "form", value: "multipart", rule: "send the form as the page has it")
        guard (1...70).contains(boundary.utf8.count) else { throw broken }
        let (mark, gap) = (Data("--\(boundary)".utf8), Data("\r\n\r\n".utf8))
        guard var place = body.range(of: mark)?.upperBound else { throw broken }
        var (fields, file): ([String: String], Data?) = ([:], nil)
        for _ in 0..<64 {
            if body[place...].starts(with: Data("--".utf8)) { return (fields, file) }
            guard let head = body.range(of: gap, in: place..<body.endIndex),
                let end = body.range(of: Data("\r\n".utf8) + mark, in: head.upperBound..<body.endIndex)
            else { throw broken }
            let heads = String(decoding: body[place..<head.lowerBound], as: UTF8.self)
            let content = body[head.upperBound..<end.lowerBound]
            guard let name = heads.firstMatch(of: #/(?i)content-disposition:[^\r\n]*[ ;]name="([^"\r\n]*)"/#)?.1 else {
                throw broken
            }
            if heads.contains(#/(?i)[ ;]filename="/#) {
                file = Data(content)
            } else {
                fields[String(name)] = String(decoding: content, as: UTF8.self)
            }
            place = end.upperBound
        }
        throw broken
    }
}
