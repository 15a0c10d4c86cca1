/// The reasons why a search found a record, or why two records may be the same.
public enum MatchReason: String, ClosedList {
    /// The text is the name that the registry uses.
    case sameText = "same_text"
    /// The text is a recorded variant of the name.
    case variant
    /// The two are spellings of one name.
    case sameKey = "same_key"
    /// The two are spellings of one name if the initial is short for the other's word.
    case initial
    /// One is the surname alone.
    case surnameOnly = "surname_only"
    /// They have a surname in common, and one has words that the other lacks, as a second surname.
    case moreWords = "more_words"
    /// One is the other in another grammatical case.
    case otherCase = "other_case"
    /// One is a part of the other.
    case partOfName = "part_of_name"
    /// The letters can be read as the other name.
    case otherReading = "other_reading"
    /// One letter differs.
    case oneLetter = "one_letter"
    /// They begin alike and end otherwise.
    case beginsAlike = "begins_alike"
    /// One is a beginning of the other.
    case beginning
    /// The name is the same, but another patronymic is on record.
    case otherPatronymic = "other_patronymic"
    /// The words occur in a source's title.
    case wordsOfTitle = "words_of_title"
    /// The words occur in what is written of a record: a post's title, a group, a role, a cause, a quote or a note.
    case wordsOfText = "words_of_text"
    /// The text is a source's address.
    case address
    /// Two officials have one patronymic too.
    case samePatronymic = "same_patronymic"
    /// Two officials hold the same post.
    case samePost = "same_post"
    /// Two officials have posts in one region.
    case postsInOneRegion = "posts_in_one_region"
    /// Two officials have posts in different regions.
    case postsInDifferentRegions = "posts_in_different_regions"
    /// Two officials are enrolled in one unit.
    case enrolledInOneUnit = "enrolled_in_one_unit"
    /// Two units are in one region.
    case inOneRegion = "in_one_region"
    /// Two units are in different regions.
    case inDifferentRegions = "in_different_regions"
    /// Two units are of one programme.
    case ofOneProgramme = "of_one_programme"
    /// One unit is named by the number of the other's region.
    case numberOfRegion = "number_of_region"
    /// The text names the unit by the number of the unit's own region.
    case numberOfOwnRegion = "number_of_own_region"
    /// Two groups are in one unit.
    case groupsOfOneUnit = "groups_of_one_unit"
    /// The wordings of two groups have the same words, or one has all words of the other.
    case likeWording = "like_wording"
    /// The posts of two groups are of one kind.
    case oneKindOfPost = "one_kind_of_post"
    /// The posts of two groups are of different kinds, or of different levels.
    case differentKindsOfPost = "different_kinds_of_post"
    /// No group can have the numbers of people of both.
    case differentNumbers = "different_numbers"
    /// One group left the unit before the other came.
    case differentTimes = "different_times"
    /// One source tells of both groups.
    case oneSource = "one_source"
    /// Two sources have the same captured text.
    case sameContent = "same_content"
    /// Two sources have the same address in two forms, such as with and without `www.`.
    case sameAddress = "same_address"
    /// The titles of two sources are spellings of one title.
    case sameTitleKey = "same_title_key"
    /// Two sources have the same title.
    case sameTitle = "same_title"
    /// Two sources have one publisher.
    case onePublisher = "one_publisher"
    /// Two sources have different publishers.
    case differentPublishers = "different_publishers"
    /// Two sources were published on one date.
    case oneDate = "one_date"
    /// Two sources were published on different dates.
    case differentDates = "different_dates"

    /// The word for one value of the list.
    public static var listName: String { "reason of a match" }

    /// The words for people.
    public var label: Label {
        switch self {
        case .sameText: Label("the name as the registry has it", "имя, как в реестре")
        case .variant: Label("a recorded variant", "вариант из реестра")
        case .sameKey: Label("the same name in another spelling", "то же имя в другом написании")
        case .initial: Label("the initial fits", "подходит инициал")
        case .surnameOnly: Label("the surname alone", "только фамилия")
        case .moreWords: Label("the same name with more words beside it", "то же имя с другими словами рядом")
        case .otherCase: Label("the same name in another grammatical case", "то же имя в другом падеже")
        case .partOfName: Label("a part of the name", "часть имени")
        case .otherReading: Label("the letters can be read so", "буквы можно прочесть и так")
        case .oneLetter: Label("one letter differs", "отличается одна буква")
        case .beginsAlike: Label("begins alike and ends otherwise", "начало совпадает, конец другой")
        case .beginning: Label("begins so", "начинается так")
        case .otherPatronymic:
            Label("the same name, but another patronymic is on record", "то же имя, но в реестре другое отчество")
        case .wordsOfTitle: Label("words of the title", "слова из заголовка")
        case .wordsOfText: Label("words of a text", "слова из текста")
        case .address: Label("the address", "адрес")
        case .samePatronymic: Label("the patronymic too", "отчество тоже совпадает")
        case .samePost: Label("the same post", "та же должность")
        case .postsInOneRegion: Label("posts in one region", "должности в одном регионе")
        case .postsInDifferentRegions: Label("posts in different regions", "должности в разных регионах")
        case .enrolledInOneUnit: Label("enrolled in one unit", "вступление в одно подразделение")
        case .inOneRegion: Label("in one region", "в одном регионе")
        case .inDifferentRegions: Label("in different regions", "в разных регионах")
        case .ofOneProgramme: Label("of one programme", "из одной программы")
        case .numberOfRegion:
            Label("named by the number of the other's region", "название по номеру региона другого подразделения")
        case .numberOfOwnRegion: Label("named by the number of its region", "название по номеру своего региона")
        case .groupsOfOneUnit: Label("groups of one unit", "группы одного подразделения")
        case .likeWording: Label("a like wording", "похожие слова")
        case .oneKindOfPost: Label("one kind of post", "должности одного вида")
        case .differentKindsOfPost: Label("different kinds of post", "должности разных видов")
        case .differentNumbers: Label("different numbers of people", "разная численность")
        case .differentTimes: Label("not in the unit at one time", "в подразделении в разное время")
        case .oneSource: Label("one source tells of both", "один источник сообщает об обеих")
        case .sameContent: Label("the same text", "один и тот же текст")
        case .sameAddress: Label("the same address but for its form", "один адрес в двух видах")
        case .sameTitleKey: Label("the same title in another spelling", "тот же заголовок в другом написании")
        case .sameTitle: Label("the same title", "тот же заголовок")
        case .onePublisher: Label("one publisher", "один издатель")
        case .differentPublishers: Label("different publishers", "разные издатели")
        case .oneDate: Label("one date", "одна дата")
        case .differentDates: Label("different dates", "разные даты")
        }
    }
}
