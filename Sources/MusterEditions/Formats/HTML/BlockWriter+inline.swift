import MusterHTML
import MusterValues

extension BlockWriter {
    /// Says words as markup. `linking` is false inside of a link, which cannot hold another one, and where the place itself is.
    package func say(_ words: Words, linking: Bool = true) throws { try say(speaker.say(words), linking: linking) }

    private func say(_ pieces: [Inline], linking: Bool) throws {
        for piece in pieces { try say(piece, linking: linking) }
    }

    private func say(_ piece: Inline, linking: Bool) throws {
        switch piece {
        case .text(let text): try plain(text)
        case .foreign(let text): try foreign(text)
        case .name(let name): try html.element(.bdi, Self.language(of: name) + [.dirAuto] + Self.long(name), name)
        case .quote(let text):
            try html.element(
                .span, [.class(text.hasLongWord ? "quote long" : "quote")] + Self.language(of: text) + [.dirAuto],
                Quotation.marked(text))
        case .record(let id, let inside):
            guard linking, let link = link(to: .record(id)) else { return try say(inside, linking: linking) }
            try html.element(.a, [link]) { try say(inside, linking: false) }
        case .id(let id):
            guard linking, let link = link(to: .record(id)) else {
                return try html.element(.span, [.class("id")], id.description)
            }
            try html.element(.a, [.class("id"), link], id.description)
        case .link(let target, let inside):
            guard linking, let link = link(to: target) else { return try say(inside, linking: linking) }
            try html.element(.a, [link]) { try say(inside, linking: false) }
        case .place(let id, let short, let spoken):
            try html.chip(short, spoken: spoken, to: linking ? link(to: .record(id)) : nil)
        case .address(let text): try address(text, linking: linking)
        case .code(let text): try html.element(.code, [], text)
        case .strong(let inside): try html.element(.strong) { try say(inside, linking: linking) }
        case .quiet(let inside): try html.element(.span, [.class("quiet")]) { try say(inside, linking: linking) }
        }
    }

    /// Words of the register. Those in the page's own script need no mark.
    private func foreign(_ text: String) throws {
        let script = Script(of: text)
        let own: Script = language == .russian ? .cyrillic : .latin
        guard let script, script != own else { return try plain(text) }
        try html.element(.bdi, [.lang(script.rawValue)] + Self.long(text), text)
    }

    private func plain(_ text: String) throws {
        if text.hasLongWord { try html.element(.span, Self.long(text), text) } else { html.text(text) }
    }

    /// The class of a text that may be broken anywhere: a word of it would make its column wider than the window.
    private static func long(_ text: String) -> [HTMLAttribute] { text.hasLongWord ? [.class("long")] : [] }

    private func address(_ text: String, linking: Bool) throws {
        guard linking, let address = WebAddress(text) else { return try plain(text) }
        try html.element(.a, [.web(address), .noReferrer], text)
    }

    private static func language(of text: String) -> [HTMLAttribute] {
        Script(of: text).map { [.lang($0.rawValue)] } ?? []
    }
}

extension String {
    /// True if more than 30 letters follow one another with nothing between them at which a line can end.
    fileprivate var hasLongWord: Bool {
        if utf8.count <= 30 { return false }
        var length = 0
        for scalar in unicodeScalars {
            length = scalar == " " || scalar == "-" || scalar == "\n" ? 0 : length + 1
            if length > 30 { return true }
        }
        return false
    }
}
