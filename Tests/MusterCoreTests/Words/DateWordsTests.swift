import MusterValues
import Testing

/// Dates in words, by hand.
struct DateWordsTests {
    /// The date, the English words and the Russian words; `_` is a no-break space.
    static let sentences: [(String, String, String)] = [
        // Days, months and years.
        ("2025-09-01", "on 1 September 2025", "1 сентября 2025_г."),
        ("2025-04", "in April 2025", "в апреле 2025_г."),
        ("2025", "in 2025", "в 2025_г."),
        ("2025-21", "in spring 2025", "весной 2025_г."),
        ("2025-22", "in summer 2025", "летом 2025_г."),
        ("2024-24", "in winter 2024–2025", "зимой 2024–2025_гг."),
        ("XXXX-23", "in autumn, year unknown", "осенью, год неизвестен"),
        ("0000", "in 1 BC", "в 1_г. до_н._э."),
        ("-0043-03-15", "on 15 March 44 BC", "15 марта 44_г. до_н._э."),
        ("Y17000", "in 17000", "в 17000_г."),
        // Doubts.
        ("2025-10-15~", "about 15 October 2025", "около 15 октября 2025_г."),
        ("2025-04~", "about April 2025", "около апреля 2025_г."),
        ("2025-21~", "about spring 2025", "около весны 2025_г."),
        ("2025~", "about 2025", "около 2025_г."),
        ("2025-04?", "in April 2025, perhaps", "возможно, в апреле 2025_г."),
        ("2025-10-15?", "on 15 October 2025, perhaps", "возможно, 15 октября 2025_г."),
        ("2025-10-15%", "about 15 October 2025, perhaps", "возможно, около 15 октября 2025_г."),
        ("202X?", "in the 2020s, perhaps, year unknown", "возможно, в 2020-х_гг., год неизвестен"),
        // Digits that are not stated.
        ("202X", "in the 2020s, year unknown", "в 2020-х_гг., год неизвестен"),
        ("200X", "in a year between 2000 and 2009", "в один из годов с 2000 по 2009"),
        ("20XX", "in a year between 2000 and 2099", "в один из годов с 2000 по 2099"),
        ("20X5", "in a year with the digits 2-0-unknown-5", "в году с цифрами 2-0-неизвестно-5"),
        ("XXXX", "in an unknown year", "в неизвестном году"),
        ("-000X", "in a year between 10 BC and 2 BC", "в один из годов с 10 до_н._э. по 2 до_н._э."),
        ("XXXX-04", "on some day in April, year unknown", "в апреле, год неизвестен"),
        ("XXXX-04~", "about April, year unknown", "около апреля, год неизвестен"),
        ("XXXX-04-12", "on 12 April, year unknown", "12 апреля, год неизвестен"),
        ("-XXXX-04", "in April, year BC unknown", "в апреле, год до н. э. неизвестен"),
        ("202X-04", "in April of the 2020s, year unknown", "в апреле 2020-х_гг., год неизвестен"),
        (
            "20XX-04-12", "on 12 April of a year between 2000 and 2099",
            "12 апреля одного из годов с 2000 по 2099"
        ),
        ("2025-XX", "in some month of 2025", "в неизвестном месяце 2025_г."),
        ("XXXX-XX", "in some month, year unknown", "в неизвестном месяце, год неизвестен"),
        ("2025-1X", "in a month from October to December 2025", "в один из месяцев с октября по декабрь 2025_г."),
        ("2025-X1", "in January or November 2025", "в январе или ноябре 2025_г."),
        ("2025-X0", "in October 2025", "в октябре 2025_г."),
        ("2025-04-XX", "on some day in April 2025", "в один из дней апреля 2025_г."),
        ("2025-04-1X", "on a day from 10 to 19 April 2025", "в один из дней с 10 по 19 апреля 2025_г."),
        ("2025-02-2X", "on a day from 20 to 28 February 2025", "в один из дней с 20 по 28 февраля 2025_г."),
        ("2025-04-X1", "on 1, 11 or 21 April 2025", "1, 11 или 21 апреля 2025_г."),
        ("2025-XX-12", "on the 12th of some month of 2025", "12-го числа неизвестного месяца 2025_г."),
        ("2025-X2-30", "on 30 December 2025", "30 декабря 2025_г."),
        (
            "2025-1X-X1", "on the 1st, 11th, 21st or 31st of a month from October to December 2025",
            "1-го, 11-го, 21-го или 31-го числа одного из месяцев с октября по декабрь 2025_г."
        ),
        (
            "XXXX-XX-2X", "on a day from the 20th to the 29th of some month, year unknown",
            "в один из дней с 20-го по 29-е число неизвестного месяца, год неизвестен"
        ),
        ("2025-XX-XX", "on some day of some month of 2025", "в один из дней неизвестного месяца 2025_г."),
        // Intervals.
        ("2025-05-01/2025-05-19", "from 1 to 19 May 2025", "с 1 по 19 мая 2025_г."),
        ("2025-05-02/2025-05-19", "from 2 to 19 May 2025", "со 2 по 19 мая 2025_г."),
        ("2025-05-22/2025-06-02", "from 22 May to 2 June 2025", "с 22 мая по 2 июня 2025_г."),
        (
            "2024-12-02/2025-01-19", "from 2 December 2024 to 19 January 2025",
            "со 2 декабря 2024_г. по 19 января 2025_г."
        ),
        ("2025-05/2025-06", "from May to June 2025", "с мая по июнь 2025_г."),
        ("2025-05/2025-05-19", "from May to 19 May 2025", "с мая по 19 мая 2025_г."),
        ("2024/2025", "from 2024 to 2025", "с 2024_г. по 2025_г."),
        ("2025-05/2025-05", "from May 2025 to May 2025", "с мая 2025_г. по май 2025_г."),
        ("2024-24/2025-21", "from winter 2024–2025 to spring 2025", "с зимы 2024–2025_гг. по весну 2025_г."),
        (
            "2025-04?/2025-06~", "from April 2025 (perhaps) to about June 2025",
            "с апреля 2025_г. (возможно) по июнь 2025_г. (примерно)"
        ),
        ("202X/2030", "from the 2020s (year unknown) to 2030", "с 2020-х_гг. (год неизвестен) по 2030_г."),
        (
            "XXXX-04%/2025", "from about April (perhaps; year unknown) to 2025",
            "с апреля (возможно; примерно; год неизвестен) по 2025_г."
        ),
        ("2025-09-01/..", "since 1 September 2025, no end stated", "с 1 сентября 2025_г., конец не указан"),
        ("2025-09-02/", "since 2 September 2025, end unknown", "со 2 сентября 2025_г., конец неизвестен"),
        ("../2025-05-19", "by 19 May 2025", "не позднее 19 мая 2025_г."),
        ("../2025-05", "by May 2025", "не позднее мая 2025_г."),
        ("/2025-05", "until May 2025, beginning unknown", "по май 2025_г., начало неизвестно"),
        ("../..", "no beginning and no end stated", "начало и конец не указаны"),
        ("/..", "beginning unknown, no end stated", "начало неизвестно, конец не указан"),
        ("../", "no beginning stated, end unknown", "начало не указано, конец неизвестен"),
        // Sets.
        ("[2025-04..2025-06]", "on one day between April and June 2025", "в один из дней с апреля по июнь 2025_г."),
        (
            "[2025-04-02..2025-04-05]", "on one day between 2 and 5 April 2025",
            "в один из дней со 2 по 5 апреля 2025_г."
        ),
        ("[2023..2025]", "on one day between 2023 and 2025", "в один из дней с 2023_г. по 2025_г."),
        ("[..2025-05]", "on one day by May 2025", "в один из дней не позднее мая 2025_г."),
        ("[2025-05..]", "on one day not before May 2025", "в один из дней не ранее мая 2025_г."),
        ("[2025-04,2025-06]", "in April 2025 or in June 2025", "в апреле 2025_г. или в июне 2025_г."),
        (
            "[2025-01?,2025-03-01..2025-03-09,2026]",
            "in January 2025 (perhaps), on one day between 1 and 9 March 2025 or in 2026",
            "в январе 2025_г. (возможно), в один из дней с 1 по 9 марта 2025_г. или в 2026_г."
        ),
        (
            "{2025-05-01,XXXX-05-03~}", "on 1 May 2025 and about 3 May (year unknown)",
            "1 мая 2025_г. и около 3 мая (год неизвестен)"
        ),
        ("{2025-05-02..2025-05-19}", "on every day from 2 to 19 May 2025", "каждый день со 2 по 19 мая 2025_г."),
        ("{2025-05..2025-07}", "in every month from May to July 2025", "каждый месяц с мая по июль 2025_г."),
        ("{..2025}", "in every year until 2025", "каждый год по 2025_г."),
        ("{2025-21..}", "in every season from spring 2025 on", "каждый сезон начиная с весны 2025_г."),
    ]

    @Test(arguments: sentences)
    func `a date is said in a sentence`(text: String, english: String, russian: String) throws {
        let date = try EDTF(text)
        #expect(date.said(in: .english) == english)
        #expect(date.said(in: .russian) == russian.replacing("_", with: "\u{A0}"))
    }

    static let cells: [(String, String, String)] = [
        ("2025-10-03", "3 October 2025", "3 октября 2025_г."),
        ("2025-04", "April 2025", "апрель 2025_г."),
        ("2024-24", "winter 2024–2025", "зима 2024–2025_гг."),
        ("2025", "2025", "2025_г."),
        ("202X", "the 2020s, year unknown", "2020-е_гг., год неизвестен"),
        ("20X5", "a year with the digits 2-0-unknown-5", "год с цифрами 2-0-неизвестно-5"),
        ("XXXX-04", "some day in April, year unknown", "апрель, год неизвестен"),
        ("2025-XX-12", "the 12th of some month of 2025", "12-е число неизвестного месяца 2025_г."),
        ("2025-04?", "April 2025, perhaps", "возможно, апрель 2025_г."),
        ("2025-05-01/2025-05-19", "1 to 19 May 2025", "с 1 по 19 мая 2025_г."),
        ("[2025-04..2025-06]", "one day between April and June 2025", "один из дней с апреля по июнь 2025_г."),
        ("{2025-05-02..2025-05-19}", "every day from 2 to 19 May 2025", "каждый день со 2 по 19 мая 2025_г."),
        ("[2025-04,2025-06]", "April 2025 or June 2025", "апрель 2025_г. или июнь 2025_г."),
        ("../2025-05-19", "by 19 May 2025", "не позднее 19 мая 2025_г."),
    ]

    @Test(arguments: cells)
    func `a date is said in a cell`(text: String, english: String, russian: String) throws {
        let date = try EDTF(text)
        #expect(date.said(in: .english, as: .cell) == english)
        #expect(date.said(in: .russian, as: .cell) == russian.replacing("_", with: "\u{A0}"))
    }

    static let short: [(String, String, String)] = [
        ("2025-10-03", "3 Oct 2025", "03.10.2025"),
        ("2025-05", "May 2025", "май 2025_г."),
        ("2025-09~", "about Sep 2025", "около сентября 2025_г."),
        ("2025-21", "spring 2025", "весна 2025_г."),
        ("2025-05-02/2025-06-19", "2 May to 19 Jun 2025", "со 02.05.2025 по 19.06.2025"),
        ("2025-11-20/..", "since 20 Nov 2025, no end stated", "с 20.11.2025, конец не указан"),
        ("XXXX-04-12", "12 Apr, year unknown", "12 апреля, год неизвестен"),
    ]

    @Test(arguments: short)
    func `a date is said in short`(text: String, english: String, russian: String) throws {
        let date = try EDTF(text)
        #expect(date.said(in: .english, as: .short) == english)
        #expect(date.said(in: .russian, as: .short) == russian.replacing("_", with: "\u{A0}"))
    }

    @Test func `a day, a period and a stated date are said as their EDTF is`() throws {
        let day = try #require(Day("2026-11-02"))
        let last = try #require(Day("2026-11-20"))
        let period = try #require(Period(from: day, to: last))
        #expect(day.said(in: .english) == "on 2 November 2026")
        #expect(Period(day).said(in: .english, as: .short) == "2 Nov 2026")
        #expect(period.said(in: .english) == "from 2 to 20 November 2026")
        #expect(period.said(in: .russian) == "со 2 по 20 ноября 2026\u{A0}г.")
        let stated = StatedDate(edtf: "2026-11", earliest: "2026-11-01", latest: "2026-11-30")
        #expect(stated.said(in: .russian, as: .cell) == "ноябрь 2026\u{A0}г.")
        #expect(StatedDate(edtf: "spoilt", earliest: nil, latest: nil).said(in: .russian) == "spoilt")
    }

    static let lastHeard: [(String, String, String)] = [
        ("2026-11-20", "last heard 20 November 2026", "последнее известие 20 ноября 2026_г."),
        ("2026-11", "last heard in November 2026", "последнее известие в ноябре 2026_г."),
        ("XXXX-04", "last heard some day in April, year unknown", "последнее известие в апреле, год неизвестен"),
    ]

    @Test(arguments: lastHeard)
    func `the last word of a thing is said`(text: String, english: String, russian: String) {
        let date = StatedDate(edtf: text, earliest: nil, latest: nil)
        #expect(date.lastHeard(in: .english) == english)
        #expect(date.lastHeard(in: .russian) == russian.replacing("_", with: "\u{A0}"))
    }
}
