/// A thing that muster counts.
public enum Noun: CaseIterable, Sendable {
    /// A person.
    case person
    /// A unit.
    case unit
    /// A region.
    case region
    /// A programme.
    case programme
    /// An official.
    case official
    /// A post.
    case post
    /// An enrollment.
    case enrollment
    /// An event.
    case event
    /// A group of unnamed people.
    case group
    /// A record of any kind.
    case record
    /// A source.
    case source
    /// A source, or several that repeat it, as one voice.
    case origin
    /// A citation.
    case citation
    /// A dispute.
    case dispute
    /// A search that was made.
    case look
    /// A revision of the register.
    case revision
    /// A day.
    case day
    /// A month.
    case month
    /// A year.
    case year

    /// The forms of the noun in both languages.
    var forms: Forms {
        switch self {
        case .person: Forms("person", "people", "человек", "человека", "человек", genitive: "человека")
        case .unit:
            Forms("unit", "units", "подразделение", "подразделения", "подразделений", genitive: "подразделения")
        case .region: Forms("region", "regions", "регион", "региона", "регионов", genitive: "региона")
        case .programme:
            Forms("programme", "programmes", "программа", "программы", "программ", genitive: "программы")
        case .official:
            Forms(
                "official", "officials", "должностное лицо", "должностных лица", "должностных лиц",
                genitive: "должностного лица")
        case .post: Forms("post", "posts", "должность", "должности", "должностей", genitive: "должности")
        case .enrollment:
            Forms("enrollment", "enrollments", "вступление", "вступления", "вступлений", genitive: "вступления")
        case .event: Forms("event", "events", "событие", "события", "событий", genitive: "события")
        case .group: Forms("group", "groups", "группа", "группы", "групп", genitive: "группы")
        case .record: Forms("record", "records", "запись", "записи", "записей", genitive: "записи")
        case .source: Forms("source", "sources", "источник", "источника", "источников", genitive: "источника")
        case .origin:
            Forms(
                "origin", "origins", "первоисточник", "первоисточника", "первоисточников",
                genitive: "первоисточника")
        case .citation: Forms("citation", "citations", "ссылка", "ссылки", "ссылок", genitive: "ссылки")
        case .dispute: Forms("dispute", "disputes", "спор", "спора", "споров", genitive: "спора")
        case .look: Forms("look", "looks", "поиск", "поиска", "поисков", genitive: "поиска")
        case .revision: Forms("revision", "revisions", "ревизия", "ревизии", "ревизий", genitive: "ревизии")
        case .day: Forms("day", "days", "день", "дня", "дней", genitive: "дня")
        case .month: Forms("month", "months", "месяц", "месяца", "месяцев", genitive: "месяца")
        case .year: Forms("year", "years", "год", "года", "лет", genitive: "года")
        }
    }

    /// The noun itself, such as "unit" or "подразделение".
    public var label: Label { Label(forms.english(1), forms.russian(1)) }

    /// The forms of a noun beside a number.
    ///
    /// The classes *one*, *few* and *many* are those of the Unicode CLDR for whole numbers in Russian.
    struct Forms {
        private let singular: String
        private let plural: String
        private let one: String
        private let few: String
        private let many: String
        private let genitive: String

        fileprivate init(
            _ singular: String, _ plural: String, _ one: String, _ few: String, _ many: String, genitive: String
        ) {
            (self.singular, self.plural) = (singular, plural)
            (self.one, self.few, self.many, self.genitive) = (one, few, many, genitive)
        }

        func english(_ number: Int) -> String { number == 1 ? singular : plural }

        /// The form after a number that stands alone: "21 человек", "3 человека".
        func russian(_ number: Int) -> String {
            if Self.isOne(number) { return one }
            let isTeen = (12...14).contains(number % 100)
            return (2...4).contains(number % 10) && !isTeen ? few : many
        }

        /// The form after a number in the genitive: "не менее 21 человека", "от 3 до 4 человек".
        ///
        /// In the plural it is the same as *many* for every noun here.
        func russianGenitive(_ number: Int) -> String { Self.isOne(number) ? genitive : many }

        private static func isOne(_ number: Int) -> Bool { number % 10 == 1 && number % 100 != 11 }
    }
}

extension RecordKind {
    /// The noun for a record of the kind.
    public var noun: Noun {
        switch self {
        case .source: .source
        case .programme: .programme
        case .unit: .unit
        case .official: .official
        case .post: .post
        case .enrollment: .enrollment
        case .event: .event
        case .citation: .citation
        case .region: .region
        }
    }
}
