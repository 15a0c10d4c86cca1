extension RussianRefusal {
    /// The sentences of the library by which forms and addresses are refused, each with its Russian. The first that fits is taken.
    static let sentences: [(english: String, russian: String)] =
        [("{0} (near it: {1})", "{0} (похоже: {1})")] + dates + values + records + rules + remedies + general

    /// What is wrong with a date, and how it is written.
    private static let dates = [
        ("write a year, month or day such as {0}", "напишите год, месяц или день, например {0}"),
        ("'{0}' is not an EDTF date", "«{0}» — не дата"), ("'{0}' is not a date", "«{0}» — не дата"),
        ("'{0}' is not an EDTF interval", "«{0}» — не промежуток"),
        ("'{0}' is not an EDTF set", "«{0}» — не набор дат"),
        ("'{0}' is not an EDTF range", "«{0}» — не ряд дат"), ("'{0}' is not an EDTF year", "«{0}» — не год"),
        ("'{0}' fits no day", "«{0}» не подходит ни одному дню"),
        ("'{0}' ends before it starts", "«{0}» кончается раньше, чем начинается"),
        ("'{0}' is longer than {1} characters", "«{0}» длиннее {1} знаков"),
        ("'{0}' holds a control or invisible character", "в «{0}» есть управляющий или невидимый знак"),
        ("'{0}' has a qualifier that is not at its end", "в «{0}» знак ?, ~ или % стоит не в конце"),
        ("'{0}' gives a season a day", "«{0}» даёт день времени года"),
        ("'{0}' is a set of one", "«{0}» — набор из одной даты"),
        ("'{0}' is open inside the set", "«{0}» открыт посередине"),
        ("'{0}' has a time of day, and the registry keeps days", "в «{0}» есть время суток, а реестр хранит дни"),
        ("{0} {1} has at most {2} days", "{0} {1}: дней в месяце не больше {2}"),
        ("{0} has at most {1} days", "{0}: дней в месяце не больше {1}"),
        ("{0} {1} has {2} days", "{0} {1}: дней в месяце {2}"), ("{0} has {1} days", "{0}: дней в месяце {1}"),
        ("29 {0} comes in leap years only", "29 февраля бывает только в високосные годы"),
        ("days run from 01 to 31", "дни — от 01 до 31"),
        ("months run from 01 to 12, and seasons from 21 to 24", "месяцы — от 01 до 12, времена года — от 21 до 24"),
        ("write one date, interval or set", "напишите одну дату, один промежуток или один набор"),
        (
            "write one of ?, ~ or % after the whole date, such as {0}",
            "поставьте ?, ~ или % после всей даты, например {0}"
        ),
        (
            "write four digits such as {0}, or Y and 5 to 18 digits such as {1}",
            "напишите четыре цифры, например {0}, или Y и от 5 до 18 цифр, например {1}"
        ),
        ("write year 0000 without a minus", "напишите год 0000 без минуса"),
        ("write a month from 01 to 12, or the season alone", "напишите месяц от 01 до 12 или одно время года"),
        ("write one start and one end, such as {0}", "напишите одно начало и один конец, например {0}"),
        ("write a date on at least one side, such as {0}", "напишите дату хотя бы с одной стороны, например {0}"),
        ("write the earlier date first", "напишите сначала более раннюю дату"),
        ("write {0} for one of them, or {1} for all", "напишите {0}, если одна из них, или {1}, если все"),
        ("write the date without brackets", "напишите дату без скобок"),
        (
            "write .. only before the first date or after the last, such as {0}",
            "пишите .. только перед первой датой или после последней, например {0}"
        ),
        (
            "write both ends to the same precision, without X or qualifier, such as {0}",
            "напишите оба конца с одной точностью, без X и знаков, например {0}"
        ),
        (
            "write XXXX when nothing of it is known, or {0} when only the month is",
            "напишите XXXX, если не известно ничего, или {0}, если известен только месяц"
        ),
        (
            "write {0}, or the day that it was at the place: its time is given in another zone",
            "напишите {0} или день, который был на месте: время указано в другом поясе"
        ),
        ("write {0} or {1}", "напишите {0} или {1}"),
        ("write {0}", "напишите {0}"),
        (
            "name a revision, as 12, a day, as {0}, or a time with its offset, as {1}",
            "назовите ревизию, например 12, день, например {0}, или время с поясом, например {1}"
        ),
    ]

    /// What a field takes.
    private static let values = [
        ("{0} '{1}' is refused: {2}", "{0}: «{1}» не принимается: {2}"),
        ("'{0}' is refused: {1}", "«{0}» не принимается: {1}"),
        ("'{0}' is not an {1}", "такого значения нет: «{0}»"), ("'{0}' is not a {1}", "такого значения нет: «{0}»"),
        ("use one of: {0}", "возможные значения: {0}"), ("{0} is missing", "не указано: {0}"),
        ("fill it in", "заполните"),
        ("'{0}' is not a whole number", "«{0}» — не целое число"),
        ("give a whole number from {0} to {1}", "укажите целое число от {0} до {1}"),
        ("give a whole number from {0}", "укажите целое число от {0}"),
        (
            "give a number as 12, the fewest as 'at least 12', the most as 'up to 12', or a range as '5 to 7'",
            "укажите число, например 12, не менее: «at least 12», не более: «up to 12» или ряд: «5 to 7»"
        ),
        ("it has more than {0} characters", "знаков больше {0}"), ("shorten it", "сократите"), ("it is empty", "пусто"),
        ("give at least one character", "введите хотя бы один знак"),
        ("it has the control or invisible character {0}", "есть управляющий или невидимый знак {0}"),
        ("take it out", "уберите его"),
        ("a SHA-256 is 64 hexadecimal digits", "SHA-256 — это 64 шестнадцатеричные цифры"),
        ("an address begins with http://, https:// or tg://", "адрес начинается с http://, https:// или tg://"),
        ("it is not an ISO 639 code", "это не код языка ISO 639"),
        ("write two or three letters, as en or ru", "напишите две или три буквы, например en или ru"),
        ("it is after today", "это позже сегодняшнего дня"),
        ("a look is recorded once it was made", "поиск вносят, когда он сделан"),
        ("it is in the future", "это в будущем"), ("nothing is known of it", "о нём ничего не известно"),
        ("it reads as a record's short id", "это читается как номер записи"), ("write it out", "напишите словами"),
        ("it reads as the code of the region {0}", "это читается как код региона {0}"),
        ("the footnote mark of a page is no part of a person's name", "знак сноски — не часть имени"),
        ("write '{0}'", "напишите «{0}»"),
        (
            "a copy is not kept before its source is published, and this one was on {0} or later",
            "копия не старше публикации, а источник опубликован {0} или позже"
        ),
        (
            "the least is a whole number from 1 to 1000000 and the most is not below it",
            "наименьшее — целое число от 1 до 1000000, и наибольшее не меньше его"
        ),
        (
            "write a number of days, weeks, months or years, as '6 months'",
            "напишите число дней, недель, месяцев или лет, например «6 months»"
        ),
        ("give the day of its end with the field ends", "день окончания укажите в поле «конец»"),
        (
            "ISO 3166-2 writes two letters, '-' and one to three letters or digits, as {0}",
            "по ISO 3166-2 код — две буквы, «-» и от одной до трёх букв или цифр, например {0}"
        ),
    ]

    /// What names no record, or several.
    private static let records = [
        ("no region '{0}' on the register", "в реестре нет региона «{0}»"),
        ("no {0} '{1}' on the register", "в реестре такого нет: {0} «{1}»"),
        ("'{0}' could be any of these", "«{0}» может быть любой из этих записей"),
        ("name one by its short id: {0}", "назовите одну по номеру: {0}"),
        ("{0} '{1}' is already on the register as {2}", "{0} «{1}» уже есть в реестре: {2}"),
        ("{0} '{1}' looks like {2}", "{0} «{1}» похоже на {2}"),
        ("revision {0} cannot be undone alone: {1}", "ревизию {0} нельзя отменить отдельно: {1}"),
        ("there is no revision {0}", "ревизии {0} нет"), ("'{0}' is not a short id", "«{0}» — не номер записи"),
        ("{0} was redacted in revision {1}: {2}", "{0}: содержание удалено ревизией {1}: {2}"),
    ]
}
