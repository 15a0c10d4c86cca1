/// How it is said by whose word something stands.
extension Phrase {
    package static let hasItAs = Phrase("stated: {0};", "сообщается: {0};")
    package static let ofTheGroup = Phrase("of the group: {0}", "о группе: {0}")
    package static let atAnotherTime = Phrase("at another time: {0}", "в другое время: {0}")
    package static let against = Phrase("against: {0}", "против: {0}")
    package static let rejectedVoice = Phrase("rejected: {0}", "отклонено: {0}")
    package static let heldFor = Phrase("for the time: {0}", "за время: {0}")
    package static let noSource = Phrase("no source", "источника нет")
}
