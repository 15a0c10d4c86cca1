#!/usr/bin/env python3
"""Compares the romanisations that the tests use with a program that others wrote: iuliia 0.13.0, from PyPI.

`--write` makes Tests/MusterCoreTests/Fixtures/romanisations.csv anew: names of every letter and ending that surnames have, in every
system of the package, each spelling once. `--check` exits with 1 where the file is not what the package gives.
"""

import argparse
import csv
import io
import os
import sys
import warnings

import iuliia

FILE = os.path.join(os.path.dirname(__file__), "..", "MusterCoreTests", "Fixtures", "romanisations.csv")
# Letters that only Uzbek has belong to another language.
SYSTEMS = sorted(name for name in dir(iuliia) if name.isupper() and name != "UZ")
GIVEN = """Алексей Андрей Артём Василий Виктор Вячеслав Геннадий Георгий Григорий Дмитрий Евгений Егор Захар Игорь Илья Юрий Кирилл
Лев Максим Михаил Никита Николай Пётр Сергей Семён Тимофей Фёдор Эдуард Яков Ярослав Анастасия Валерия Дарья Екатерина Елена Ксения
Любовь Людмила Мария Надежда Наталья Ольга София Татьяна Юлия Яна Щукарь""".split()
SURNAMES = """Авдеев Аксёнов Алёхин Андрющенко Арцыбашев Бабаев Бажов Беспрозванных Бескровный Белоножко Болотов Брежнев Бычков Вавилов
Васильев Вишневский Воробьёв Вьюгин Гагарин Глушко Голицын Горбачёв Грищук Гурьев Дежнёв Дзержинский Долгих Дрожжин Дьяконов Евтушенко
Ежов Елисеев Ельцин Ерофеев Ёлкин Жуков Жириновский Завьялов Зайцев Зощенко Зыков Ивановский Игнатьев Иконников Ильин Исхаков Йотов
Калашников Кащеев Козловский Королёв Кравчук Крутых Кузнецов Куйбышев Лапшин Лаврентьев Лещёв Лихачёв Лукьянов Лыжин Мамаев Матвеев
Меньшиков Михайлов Мусоргский Мышкин Мясоедов Наумов Нехлюдов Новиков Объедков Огурцов Ощепков Островский Пащенко Плющенко Подъячев
Пожарский Поленов Птицын Пушкин Пятницкий Расторгуев Рахманинов Репин Рождественский Рыжих Рюмин Салтыков Светлых Седых Синицын
Скворцов Солженицын Соловьёв Стасюк Сухоцкий Сычёв Тёркин Толстой Третьяков Тургенев Тютчев Уваров Ульянов Ушаков Фадеев Филиппов
Фомичёв Хабаров Харитонов Хворостовский Хрущёв Худяков Цаплин Цветаев Циолковский Чайкин Черных Чехов Чичерин Чуйков Шаляпин Шахматов
Шевцов Шишкин Шмидт Шукшин Щепкин Щербаков Щукин Эйзенштейн Эренбург Юдин Юрьев Юшкевич Яблочков Языков Якушев Ярцев""".split()


def made() -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["cyrillic", "latin", "systems"])
    for index, surname in enumerate(SURNAMES):
        name = f"{GIVEN[index % len(GIVEN)]} {surname}"
        spellings: dict[str, list[str]] = {}
        for system in SYSTEMS:
            spellings.setdefault(iuliia.translate(name, schema=getattr(iuliia, system)), []).append(system.lower())
        for latin, systems in spellings.items():
            writer.writerow([name, latin, " ".join(systems)])
    return out.getvalue()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    warnings.simplefilter("ignore", DeprecationWarning)
    text = made()
    if options.write:
        with open(FILE, "w", encoding="utf-8") as file:
            file.write(text)
    if options.check:
        with open(FILE, encoding="utf-8") as file:
            if file.read() != text:
                print("the romanisations are not those of the package; see --write", file=sys.stderr)
                return 1
    print(f"{text.count(chr(10)) - 1} spellings of {len(SURNAMES)} names in {len(SYSTEMS)} systems")
    return 0


if __name__ == "__main__":
    sys.exit(main())
