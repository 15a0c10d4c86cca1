/// What muster says where there is no value to say.
public enum Phrase: CaseIterable, Sendable {
    /// No source states a date.
    case noDateStated
    /// Sources differ, and the registry stands behind none of them.
    case nothingConcluded
    /// A count or a value is of all that is on record, whatever the day.
    case onRecord
    /// There is no record of a thing. It is never called "none": silence is no evidence.
    case nothingOnRecord
    /// There are records, and none of them counts.
    case nobodyCounted
    /// There is no enrollment of somebody.
    case noEnrollment
    /// On the day the service was over.
    case noLonger
    /// On the day it had not begun.
    case notYet
    /// It was denied.
    case denied

    /// The phrase in English and in Russian.
    public var label: Label {
        switch self {
        case .noDateStated: Label("no date stated", "дата не указана")
        case .nothingConcluded: Label("nothing concluded", "вывода нет")
        case .onRecord: Label("on record", "в реестре")
        case .nothingOnRecord: Label("nothing on record", "в реестре ничего нет")
        case .nobodyCounted: Label("nobody counted", "людей не учтено")
        case .noEnrollment: Label("no enrollment on record", "вступлений в реестре нет")
        case .noLonger: Label("no longer", "нет, служба окончена")
        case .notYet: Label("no, not yet", "нет, ещё до вступления")
        case .denied: Label("no, denied", "нет, вступление опровергнуто")
        }
    }
}
