import MusterCore
import MusterEditions
import MusterHTML
import MusterValues

/// A page before it is markup.
struct Page {
    let question: PageQuestion
    var content: PageContent
    /// The state of the registry that it rests on.
    var state: RegistryState
    /// The newest revision, which differs from the state's if the past is shown.
    var newest: Int64
    /// The page of the main list that it belongs to; nil for none.
    var place: SitePage?
    /// What it can be downloaded as, by the words for it.
    var downloads: [(words: String, path: SitePath)] = []
    /// What its reader may do here.
    var actions: [(words: Words, path: SitePath, isMain: Bool)] = []
    /// True if it is of a day and a moment, which a form is not.
    var hasDays = true
    /// True if what it tells is of a day. The history, what waits and what looks alike are as the register has them.
    var isOfDay: Bool { place.map { ![.history, .review, .duplicates, .howToRead, .howToCheck].contains($0) } ?? true }
    /// What is odd about what its reader has just recorded.
    var remarks: [Words] = []
    /// What can be narrowed of a list; nil for a page that is none.
    var filter: FilterForm?
    /// What stands between the head and the blocks, such as a form.
    var inserted: ((PageView) throws -> Void)?
    /// True if that stands after the blocks.
    var isInsertedLast = false

    /// The page as markup.
    func html() throws -> String {
        var text = ""
        let writer = HTMLWriter { text += $0 }
        try PageView(self, writer).write()
        return text
    }
}
