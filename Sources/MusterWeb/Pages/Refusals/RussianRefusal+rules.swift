extension RussianRefusal {
    /// The rules of the register that forms meet.
    static let rules = [
        ("the reason for standing '{0}'", "основание для оценки «{0}»"),
        ("the register has revisions 1 to {0}", "в реестре ревизии с 1 по {0}"),
        ("the post of '{0}'", "должность: «{0}»"), ("the post of {0}", "должность: {0}"),
        (
            "a death is recorded from two sources at least, neither derived from the other",
            "смерть вносят по двум источникам, из которых ни один не повторяет другой"
        ),
        (
            "a death needs two sources, and an enrollment is recorded from one",
            "для смерти нужны два источника, а вступление вносят по одному"
        ),
        ("the death {0} goes back to one origin{1}", "смерть {0} восходит к одному первоисточнику{1}"),
        (
            "a unit has a designation, unless it is of kind unnamed",
            "у подразделения есть название, если оно не безымянное"
        ),
        ("an enrollment has exactly one of official or group", "вступает либо лицо, либо группа"),
        (
            "a source says how it is derived exactly when it says from what",
            "источник говорит, как он повторяет другой, только если сказано какой"
        ),
        ("{0} would be derived from itself", "{0} повторял бы сам себя"),
        ("no source is its own origin", "никакой источник не первоисточник самому себе"),
        ("no source speaks of what is changed here", "об изменённом здесь не говорит ни один источник"),
        ("a value that a source states is no inference", "значение, которое сообщает источник, — не вывод"),
        ("one stated value is cited on one field only", "одно значение относится только к одному полю"),
        ("change the others apart", "остальные измените отдельно"),
        (
            "events happen to units, posts and enrollments",
            "события происходят с подразделениями, должностями и вступлениями"
        ),
        (
            "only what happens to a post happens for an enrollment",
            "ради вступления что-то происходит только с должностью"
        ),
        ("{0} is set aside: {1}", "{0} отложен: {1}"), ("{0} is set aside already: {1}", "{0} уже отложен: {1}"),
        ("{0} is the same unit", "{0} — то же подразделение"),
        ("a unit becomes another unit, not itself", "подразделение становится другим, а не самим собой"),
        ("a transfer leads to another one", "перевод ведёт в другое"),
        ("'{0}' names no other unit", "«{0}» не называет другого подразделения"),
        (
            "'{0}' is no field of {1}: it is cited on one of its events",
            "«{0}» — не поле {1}: это указывают у одного из его событий"
        ),
        ("'{0}' is no {1}", "такого значения нет: «{0}»"),
        ("{0} and {1} are {2}s", "{0} и {1}: это {2}"),
        (
            "only two officials, units, sources or groups are {0}",
            "объединяют и различают только лиц, подразделения, источники и группы"
        ),
        ("{0} is {1} and {2} is {3}", "{0} и {2} — записи разных видов"),
        ("only records of one kind are {0}", "объединяют и различают записи одного вида"),
        ("name two different records", "назовите две разные записи"),
        ("{0} was merged into {1} already", "{0} уже объединена с {1}"),
        ("{0} and {1} were told apart already, in revision {2}", "{0} и {1} уже различены ревизией {2}"),
        ("{0} and {1} are not the same, by revision {2}", "{0} и {1} — разные записи, по ревизии {2}"),
        ("{0} is in {1} and {2} in {3}", "{0} в {1}, а {2} в {3}"),
        ("groups of two units are two", "группы двух подразделений — две группы"),
        ("{0} and {1} are enrollments of officials", "{0} и {1} — вступления лиц"),
        ("only two groups are {0}", "объединяют и различают только группы"),
        ("{0} says all that stands on record of {1} already", "{0} уже сообщает всё, что в реестре о {1}"),
        ("the source does not state the new {0} of {1}", "источник не сообщает нового значения: {0} ({1})"),
        ("the {0} of {1} cannot be taken away", "поле {0} у {1} нельзя оставить пустым"),
        ("give another", "укажите другое"),
        ("{0} is read from what happened", "{0}: это следует из событий"),
        ("the newest revision is {0}", "последняя ревизия — {0}"),
        (
            "a contribution only adds to the register, and this would change {0}",
            "вносящий только добавляет, а здесь изменилось бы: {0}"
        ), ("an editor can do it", "это может редактор"),
        ("it holds '{0}', which is redacted", "здесь есть «{0}», а это содержание удалено"),
        ("give one that does not", "укажите без него"),
        ("it does not tell the revision that was read", "форма не говорит, какую ревизию вы читали"),
        ("open it again", "откройте её снова"),
        ("some rows cannot be taken, so nothing was changed", "часть строк принять нельзя, поэтому ничего не изменено"),
        ("mend them and send the file again", "исправьте их и отправьте файл снова"),
        ("its heading '{0}' names no column", "заголовок «{0}» не называет столбца"),
        ("its first line has no headings", "в первой строке нет заголовков"),
        ("it has a heading and no records", "в файле есть заголовки и нет записей"),
        ("it is not UTF-8 text", "это не текст в UTF-8"), ("save it as UTF-8", "сохраните его в UTF-8"),
        ("its encoding is not recognised", "кодировка не распознана"),
        ("a quote is not closed", "кавычка не закрыта"),
        ("the row has a {0}, and no record that takes one", "в строке есть {0}, но нет записи, у которой это бывает"),
    ]

    /// What to do.
    static let remedies = [
        ("fill in “{0}” or “{1}”", "заполните «{0}» или «{1}»"), ("fill in “{0}”", "заполните «{0}»"),
        ("leave “{0}” empty", "оставьте «{0}» пустым"),
        ("fill in a second source", "укажите второй источник"),
        (
            "leave the state empty, and then record the death with two sources",
            "оставьте состояние пустым, а смерть внесите потом по двум источникам"
        ),
        ("open the page of {0}", "откройте страницу {0}"),
        ("choose one of them below, or say that it is another", "выберите запись ниже или скажите, что это другая"),
        ("record what happened to {0} from its page", "внесите событие со страницы {0}"),
        (
            "cite the source for {0}, or record what happened to it since, from its page",
            "добавьте ссылку на источник о {0} или внесите то, что произошло с тех пор, со страницы этой записи"
        ),
        ("add a citation on {0} of {1} from its page", "добавьте ссылку на источник о поле {0} со страницы {1}"),
        ("change {0} of {1} to “{2}” from its page", "измените поле {0} на «{2}» со страницы {1}"),
        (
            "if that is wrong, change {0} of {1} to “{2}” from its page",
            "если это неверно, измените поле {0} на «{2}» со страницы {1}"
        ),
        ("use another source than {0}, which was set aside", "укажите другой источник: {0} отложен"),
        ("add the {0} first", "сначала внесите: {0}"),
        (
            "add the unit first, or fill in the region of a unit that is not on record yet",
            "сначала внесите подразделение или укажите регион нового подразделения"
        ),
        ("the list of {0}s has them all", "все есть в списке ({0})"),
        ("the columns are listed below", "столбцы перечислены ниже"),
        ("the history lists them", "они перечислены в истории"),
        (
            "use {0}, or tell them apart by the date of publication or the address",
            "используйте {0} или различите их датой публикации или адресом"
        ),
        (
            "if they are two all the same, say so of {0} and {1} first",
            "если это всё же две записи, сначала скажите это о {0} и {1}"
        ),
        ("if they are one, choose the other record to stay", "если это одна запись, оставьте другую"),
        (
            "write the record's id in same_as, or yes in new if it is another",
            "напишите номер записи в same_as или yes в new, если это другая"
        ),
        ("choose the file", "выберите файл"),
        ("open the form from the page of a record", "откройте форму со страницы записи"),
    ]

    /// What the server itself says.
    static let general = [
        (
            "{0} is on the register now, and was not yet at the moment that is asked about",
            "{0} есть в реестре сейчас, но на запрошенный момент записи ещё не было"
        ),
        ("nothing that it brought waits for an editor", "ничто из того, что она внесла, не ждёт редактора"),
        (
            "what waits is accepted or rejected as a whole; edit a record to judge it otherwise",
            "всё, что ждёт, принимается или отклоняется вместе; чтобы решить иначе, измените запись"
        ),
        ("choose one of those that the form offers", "выберите одно из предложенного"),
        ("nothing was changed", "ничего не изменено"), ("nothing of it was written", "ничего не записано"),
        ("try again", "попробуйте снова"),
        (
            "the form was not sent from a page of this session", "форма отправлена не со страницы этого входа"
        ), ("open the page again and send it from there", "откройте страницу снова и отправьте форму с неё"),
        (
            "the form was filled in before you signed in again, so it was not sent",
            "форма заполнена до того, как вы вошли снова, и не отправлена"
        ), ("look it over and send it once more", "просмотрите её и отправьте ещё раз"),
        (
            "somebody changed the record while you did, and beside each field stands what it holds now",
            "пока вы правили запись, её изменили, и рядом с каждым полем стоит нынешнее значение"
        ), ("send the form again to keep yours", "отправьте форму снова, чтобы оставить своё"),
        ("sign in first", "сначала войдите"), ("there is no such page", "такой страницы нет"),
        ("the first page leads to all", "с первой страницы можно попасть на все"),
        ("send the form as the page has it", "отправьте форму такой, какая она на странице"),
        ("this needs the role {0}", "для этого нужна роль: {0}"),
        ("the token's role is {0}, and nothing was changed", "роль токена: {0}, ничего не изменено"),
        ("the body is longer than {0} bytes", "отправлено больше {0} байт"),
        ("this address takes {0}", "этот адрес принимает {0}"),
        ("another program is writing the registry", "в реестр пишет другая программа"),
        ("this server only reads its registry", "этот сервер только читает реестр"),
        ("the history does not fit its hashes", "история не сходится со своими хешами"),
        ("whoever runs the server must look at it", "это должен увидеть тот, кто ведёт сервер"),
        ("the request failed", "запрос не удался"),
        ("it is logged, and nothing of it was written", "сбой записан в журнал, и ничего не изменено"),
    ]
}
