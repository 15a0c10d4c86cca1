/// The script of a text whose language nobody recorded, as the attribute `lang` names it.
enum Script: String, CaseIterable {
    case latin = "und-Latn"
    case cyrillic = "und-Cyrl"
    case greek = "und-Grek"
    case armenian = "und-Armn"
    case hebrew = "und-Hebr"
    case arabic = "und-Arab"
    case georgian = "und-Geor"
    case korean = "und-Kore"
    case japanese = "und-Jpan"
    case chinese = "und-Hani"

    /// The script of most of the letters; nil if none of them is of a script that is known here.
    init?(of text: String) {
        // Nearly all texts are of one of these two.
        var (latin, cyrillic) = (0, 0)
        var counts: [Script: Int] = [:]
        for scalar in text.unicodeScalars {
            guard let script = Self.of(scalar) else { continue }
            switch script {
            case .latin: latin += 1
            case .cyrillic: cyrillic += 1
            default: counts[script, default: 0] += 1
            }
        }
        if counts.isEmpty {
            if latin == 0, cyrillic == 0 { return nil }
            self = cyrillic > latin ? .cyrillic : .latin
            return
        }
        (counts[.latin], counts[.cyrillic]) = (latin, cyrillic)
        let most = counts.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }
        guard let most else { return nil }
        self = most.key
    }

    private static func of(_ scalar: Unicode.Scalar) -> Script? {
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x1E00...0x1EFF: .latin
        case 0x400...0x52F: .cyrillic
        case 0x370...0x3FF, 0x1F00...0x1FFF: .greek
        case 0x531...0x587: .armenian
        case 0x5D0...0x5EA: .hebrew
        case 0x620...0x6FF, 0x750...0x77F: .arabic
        case 0x10A0...0x10FF: .georgian
        case 0xAC00...0xD7AF, 0x1100...0x11FF: .korean
        case 0x3040...0x30FF: .japanese
        case 0x4E00...0x9FFF, 0x3400...0x4DBF: .chinese
        default: nil
        }
    }
}
