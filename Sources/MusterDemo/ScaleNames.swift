import MusterCore
import MusterValues

/// Names of officials, combined from parts; none of them means a real person.
enum ScaleNames {
    /// A word in Latin and in Cyrillic letters.
    typealias Spelling = (latin: String, cyrillic: String)

    /// A first name, a patronymic in 90 % of cases, and a surname.
    static func person(_ dice: inout SeededRandom) -> Spelling {
        let isWoman = dice.happens(30)
        let first = dice.pick(isWoman ? women : men)
        let father = dice.pick(fathers)
        let root = dice.pick(roots)
        let ending = dice.pick(isWoman ? womensEndings : mensEndings)
        let surname = (latin: root.latin + ending.latin, cyrillic: root.cyrillic + ending.cyrillic)
        guard dice.happens(90) else {
            return ("\(first.latin) \(surname.latin)", "\(first.cyrillic) \(surname.cyrillic)")
        }
        let child: Spelling = isWoman ? ("na", "на") : ("ich", "ич")
        return (
            "\(first.latin) \(father.latin)\(child.latin) \(surname.latin)",
            "\(first.cyrillic) \(father.cyrillic)\(child.cyrillic) \(surname.cyrillic)"
        )
    }

    private static let men = spellings(
        """
        Aleksandr Александр, Aleksey Алексей, Anatoly Анатолий, Andrey Андрей, Anton Антон, Artyom Артём, \
        Boris Борис, Vadim Вадим, Valery Валерий, Vasily Василий, Viktor Виктор, Vitaly Виталий, Vladislav Владислав, \
        Gennady Геннадий, Grigory Григорий, Denis Денис, Yevgeny Евгений, Yegor Егор, Ivan Иван, Igor Игорь, \
        Kirill Кирилл, Konstantin Константин, Leonid Леонид, Maksim Максим, Mikhail Михаил, Nikita Никита, \
        Nikolay Николай, Oleg Олег, Pavel Павел, Pyotr Пётр, Roman Роман, Ruslan Руслан, Semyon Семён, Sergey Сергей, \
        Stanislav Станислав, Stepan Степан, Timur Тимур, Fyodor Фёдор, Yury Юрий, Yaroslav Ярослав
        """)
    private static let women = spellings(
        """
        Aleksandra Александра, Alla Алла, Anastasia Анастасия, Anna Анна, Valentina Валентина, Vera Вера, \
        Galina Галина, Darya Дарья, Yekaterina Екатерина, Yelena Елена, Zhanna Жанна, Zoya Зоя, Inna Инна, \
        Irina Ирина, Kira Кира, Ksenia Ксения, Larisa Лариса, Lidia Лидия, Lyudmila Людмила, Margarita Маргарита, \
        Marina Марина, Maria Мария, Nadezhda Надежда, Natalya Наталья, Nina Нина, Oksana Оксана, Olga Ольга, \
        Polina Полина, Raisa Раиса, Svetlana Светлана, Sofia София, Tamara Тамара, Tatyana Татьяна, Ulyana Ульяна, \
        Yulia Юлия, Yana Яна
        """)
    private static let fathers = spellings(
        """
        Aleksandrov Александров, Alekseev Алексеев, Anatolyev Анатольев, Andreev Андреев, Antonov Антонов, \
        Arkadyev Аркадьев, Borisov Борисов, Vadimov Вадимов, Valentinov Валентинов, Valeryev Валерьев, \
        Vasilyev Васильев, Viktorov Викторов, Vitalyev Витальев, Vladimirov Владимиров, Gennadyev Геннадьев, \
        Georgiev Георгиев, Grigoryev Григорьев, Denisov Денисов, Yevgenyev Евгеньев, Ivanov Иванов, Igorev Игорев, \
        Konstantinov Константинов, Leonidov Леонидов, Maksimov Максимов, Mikhaylov Михайлов, Nikolaev Николаев, \
        Olegov Олегов, Pavlov Павлов, Petrov Петров, Romanov Романов, Semyonov Семёнов, Sergeev Сергеев, \
        Stanislavov Станиславов, Stepanov Степанов, Fyodorov Фёдоров, Eduardov Эдуардов, Yuryev Юрьев, \
        Yaroslavov Ярославов
        """)
    private static let roots = spellings(
        """
        Bazar Базар, Bayk Байк, Bereg Берег, Beryoz Берёз, Bobr Бобр, Bolot Болот, Borovik Боровик, Bugor Бугор, \
        Burun Бурун, Vereten Веретен, Veresk Вереск, Vetr Ветр, Vishn Вишн, Volkh Волх, Gavr Гавр, Galk Галк, \
        Garnit Гарнит, Glinn Глинн, Gnezd Гнезд, Golub Голуб, Gorshk Горшк, Gradil Градил, Grom Гром, Gryad Гряд, \
        Dernin Дернин, Doln Долн, Drozd Дрозд, Dubr Дубр, Yelan Елан, Yershin Ершин, Zhavor Жавор, Zhernov Жернов, \
        Zayk Зайк, Zvon Звон, Zernyak Зерняк, Zimn Зимн, Ivn Ивн, Izvar Извар, Kalin Калин, Kamysh Камыш, \
        Karas Карас, Kedr Кедр, Klyukv Клюкв, Koval Ковал, Kolodn Колодн, Kotel Котел, Krayn Крайн, Krinits Криниц, \
        Kurlyk Курлык, Lazor Лазор, Lebyazh Лебяж, Lipk Липк, Listv Листв, Lugan Луган, Lyadin Лядин, Malin Малин, \
        Medvyan Медвян, Mostk Мостк, Mokhn Мохн, Nizin Низин, Obor Обор, Ovrazh Овраж, Ogorod Огород, Ozerk Озерк, \
        Olkh Ольх, Osin Осин, Ostr Остр, Pashn Пашн, Perel Перел, Pesch Песч, Plot Плот, Pogreb Погреб, Polyn Полын, \
        Prud Пруд, Pushk Пушк, Rakit Ракит, Rodnik Родник, Rozhk Рожк, Ruchey Ручей, Ryabin Рябин, Sadk Садк, \
        Selezn Селезн, Skvor Сквор, Smolk Смолк, Solod Солод, Sosn Сосн, Steklyan Стеклян, Stog Стог, Strizh Стриж, \
        Terem Терем, Topol Топол, Travk Травк, Khvoyn Хвойн, Khmel Хмел, Cheryom Черём, Shcheb Щеб, Yantar Янтар, \
        Yasen Ясен
        """)
    private static let mensEndings = spellings(
        "ov ов, enkov енков, ovsky овский, ovtsev овцев, ushkin ушкин, ikhin ихин")
    private static let womensEndings = spellings(
        "ova ова, enkova енкова, ovskaya овская, ovtseva овцева, ushkina ушкина, ikhina ихина")

    private static func spellings(_ text: String) -> [Spelling] {
        text.split(separator: ", ").map { pair in
            let words = pair.split(separator: " ")
            return (String(words[0]), String(words[1]))
        }
    }
}
