/// How it is said by whose word something stands.
extension Phrase {
    static let hasItAs = Phrase("stated: {0};", "сообщается: {0};")
    static let atAnotherTime = Phrase("at another time: {0}", "в другое время: {0}")
    static let against = Phrase("against: {0}", "против: {0}")
    static let rejectedVoice = Phrase("rejected: {0}", "отклонено: {0}")
    static let heldFor = Phrase("for {0}", "за время: {0}")
    static let inOwnVoice = Phrase("in its own voice", "от своего лица")
    static let ownWord = Phrase("own word", "собственные слова")
    static let asQuoted = Phrase("as quoted", "в пересказе")
    static let hearsay = Phrase("hearsay", "понаслышке")
    static let onlyImplied = Phrase("only implied", "только подразумевается")
    static let saidDenied = Phrase("denies it", "опровергает")
    static let saidUnclear = Phrase("says that it is unclear", "сообщает, что неясно")
    static let noSource = Phrase("no source", "источника нет")
}
