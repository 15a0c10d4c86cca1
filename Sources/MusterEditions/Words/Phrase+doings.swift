import MusterValues

extension Words {
    /// The reason of a revision. Where nobody gave one, the library wrote what was done, and that is said in the reader's language.
    static func reason(_ text: String) -> Words {
        if let phrase = Phrase.doings[text] { return .say(phrase) }
        let undone = "undo revision "
        if text.hasPrefix(undone), let number = Int(text.dropFirst(undone.count)) {
            return .say(.undoing, .number(number))
        }
        return .text(text)
    }
}

extension Words {
    /// The note of a standing. What the library notes of a contribution is said in the reader's language; a clerk's note stands as it is.
    static func note(_ text: String) -> Words {
        guard let match = text.wholeMatch(of: #/recorded by (.+?), not reviewed yet(?:; it may be (.+))?/#) else {
            return .text(text)
        }
        let author = Words.name(String(match.1))
        guard let others = match.2 else { return .say(.notedAuthor, author) }
        let ids = others.split(separator: " or ").map { id -> Words in
            RecordReference(String(id)).id.map { .id($0) } ?? .text(String(id))
        }
        return .say(.notedDoubt, author, .joined(ids, .or))
    }
}

extension Phrase {
    package static let notedAuthor = Phrase(
        "recorded by {0}, not reviewed yet", "внесено: {0}, ещё не проверено редактором")
    package static let notedDoubt = Phrase(
        "recorded by {0}, not reviewed yet; it may be {1}",
        "внесено: {0}, ещё не проверено редактором; возможно, это {1}")
    package static let undoing = Phrase("undo revision {0}", "отмена ревизии {0}")

    /// What the library writes as the reason of a revision without one.
    static let doings: [String: Phrase] = Dictionary(
        uniqueKeysWithValues: [
            Phrase("add official", "новое лицо"), Phrase("add post", "новая должность"),
            Phrase("add programme", "новая программа"), Phrase("add region", "новый регион"),
            Phrase("add source", "новый источник"), Phrase("add unit", "новое подразделение"),
            Phrase("bring a source back", "источник снова учитывается"), Phrase("cite a source", "ссылка на источник"),
            Phrase("edit a record", "правка записи"), Phrase("enroll in a unit", "вступление в подразделение"),
            Phrase("import a data package", "загрузка пакета данных"), Phrase("import records", "загрузка записей"),
            Phrase("load regions", "загрузка регионов"),
            Phrase("load the reference regions", "загрузка справочника регионов"),
            Phrase("merge two records", "слияние записей"), Phrase("record a look", "запись о поиске"),
            Phrase("record event", "новое событие"), Phrase("redact a record", "изъятие записи"),
            Phrase("resolve a group", "раскрытие группы"), Phrase("set a source aside", "источник отложен"),
            Phrase("tell two records apart", "записи различены"), Phrase("transfer an official", "перевод лица"),
            Phrase("undo a merge", "отмена слияния"),
        ].map { ($0.english, $0) })
}
