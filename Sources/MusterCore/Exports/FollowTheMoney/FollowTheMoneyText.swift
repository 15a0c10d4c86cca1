import Foundation
import MusterValues

/// The values that FollowTheMoney holds as they are.
///
/// Its program cleans what it reads, and drops what it cannot read, without a word. So a value that it would change is written
/// as text, too.
enum FollowTheMoneyText {
    /// The types of the properties that are written, by property; every other one is a string.
    static let types: [String: String] = [
        "name": "name", "alias": "name", "weakAlias": "name", "previousName": "name", "abbreviation": "name",
        "notes": "text", "description": "text", "summary": "text", "sourceUrl": "url", "country": "country",
        "full": "address", "language": "language", "startDate": "date", "endDate": "date", "date": "date",
        "deathDate": "date", "incorporationDate": "date", "dissolutionDate": "date", "publishedAt": "date",
        "retrievedAt": "date", "addressEntity": "entity", "proof": "entity", "document": "entity",
        "entity": "entity", "member": "entity", "organization": "entity", "holder": "entity", "post": "entity",
        "project": "entity", "participant": "entity", "subject": "entity", "object": "entity", "involved": "entity",
    ]

    /// The form in which a property holds a value; nil if it cannot hold it.
    static func clean(_ text: String, for property: String) -> String? {
        switch types[property] {
        case "date": date(text)
        case "url": url(text)
        case "language": language(text)
        case "name": name(text)
        case "address": text.replacing(";", with: ",")
        default: text
        }
    }

    /// A day, a month or a year of four digits from 1000 to 2999; nil for any other date, such as one with a mark of doubt.
    static func date(_ edtf: String) -> String? {
        let bytes = Array(edtf.utf8)
        guard [4, 7, 10].contains(bytes.count), bytes[0] == UInt8(ascii: "1") || bytes[0] == UInt8(ascii: "2") else {
            return nil
        }
        let isForm = bytes.enumerated().allSatisfy { index, byte in
            [4, 7].contains(index) ? byte == UInt8(ascii: "-") : (0x30...0x39).contains(byte)
        }
        // What would be a month over 12 is a season.
        return isForm && edtf.dropFirst(5).prefix(2) <= "12" ? edtf : nil
    }

    /// An address of the web with a host, as RFC 3986 §6.2.3 makes it normal; nil for any other address.
    static func url(_ text: String) -> String? { isPlain(text) ? text : normalized(text) }

    /// True for `https://`, a host of small letters, digits, hyphens and full stops that ends in letters, and a path of such
    /// and a few more: the normal form of most addresses, which is told apart in a tenth of the time.
    private static func isPlain(_ text: String) -> Bool {
        guard text.hasPrefix("https://") else { return false }
        let rest = text.utf8.dropFirst(8)
        let host = rest.prefix { $0 != 0x2F }
        let labels = host.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let isSmall = { (byte: UInt8) in (0x61...0x7A).contains(byte) }
        let isWord = { (byte: UInt8) in isSmall(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-") }
        return host.endIndex != rest.endIndex && labels.count > 1 && labels.last!.count > 1
            && labels.last!.allSatisfy(isSmall)
            && labels.allSatisfy { (1...63).contains($0.count) && $0.allSatisfy(isWord) && $0.contains(where: isSmall) }
            && rest.dropFirst(host.count).allSatisfy { isWord($0) || [0x2E, 0x2F, 0x5F].contains($0) }
    }

    private static func normalized(_ text: String) -> String? {
        let schemes = ["https://", "http://", "ftp://"]
        guard let scheme = schemes.first(where: { text.prefix($0.count).lowercased() == $0 }) else { return nil }
        let rest = text.dropFirst(scheme.count)
        let authority = rest.prefix { !"/?#".contains($0) }
        var path = rest.dropFirst(authority.count).prefix { !"?#".contains($0) }
        var after = rest.dropFirst(authority.count + path.count)
        let place = authority.lastIndex(of: "@").map { authority[authority.index(after: $0)...] } ?? authority
        let parts = place.split(separator: ":", omittingEmptySubsequences: false)
        let isPort = parts.count == 1 || parts.count == 2 && UInt16(parts[1]) != nil
        guard isPort, isHost(parts[0]) else { return nil }
        // An empty fragment, query or parameter is the same as none.
        if after.last == "#" { after = after.dropLast() }
        if after == "?" { after = "" }
        if after.hasPrefix("?#") { after = after.dropFirst() }
        if path.split(separator: "/", omittingEmptySubsequences: false).last?.firstIndex(of: ";") == path.indices.last {
            path = path.dropLast()
        }
        return "\(scheme)\(authority)\(path.isEmpty ? "/" : path)\(after)"
    }

    private static func isHost(_ host: Substring) -> Bool {
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        let areLabels = labels.allSatisfy { label in
            label.count <= 63 && label.contains { $0.isLetter || $0.isNumber }
                && label.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
        }
        guard areLabels, let last = labels.last else { return false }
        let isNumeric = labels.count == 4 && labels.allSatisfy { UInt8($0) != nil && ($0 == "0" || $0.first != "0") }
        return isNumeric || labels.count == 1 || last.count > 1 && !last.allSatisfy(\.isNumber)
    }

    /// The code of three letters (ISO 639-3) of a language; nil for one that FollowTheMoney has no code for.
    static func language(_ code: String) -> String? {
        let three = code.count == 3 ? code : Locale.LanguageCode(code).identifier(.alpha3)
        return three.flatMap { languages.contains($0) ? $0 : nil }
    }

    private static let languages = Set(
        """
        afr amh ara aze bel ben bos bul cat ces cnr dan deu ell eng est fas fil fin fra gle heb hin hrv hun hye ind isl ita jpn \
        kan kat kaz khm kir kor lao lav lit ltz mkd mlt mon msa mul mya nep nld nor pol por pus ron rus sin slk slv spa sqi srp \
        swa swe tam tel tgk tgl tha tuk tur ukr urd uzb vie zho
        """.split(separator: " ").map(String.init))

    /// A name without quotation marks around the whole of it.
    private static func name(_ text: String) -> String? {
        let marks: Set<Character> = ["\"", "'"]
        guard text.count > 2, let first = text.first, let last = text.last, marks.contains(first), marks.contains(last)
        else {
            return text
        }
        return String(text.dropFirst().dropLast())
    }
}
