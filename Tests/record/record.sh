#!/bin/bash
# The public record of 2024-26 as a desk analyst enters it.
# Which page gives the strengths of BARS-Bryansk is not in the material: the nashbryansk sources are stand-ins with its dates.
# Officials whom the material does not name are invented: Ivan Primerov, Пётр Образцов, Олег Назначенский, Семён Тестов ...
set -euo pipefail
m() { "${MUSTER:-muster}" "$@"; }
export MUSTER_AUTHOR="${MUSTER_AUTHOR:-Анна Аналитик}"

# ---- sources: one origin with three rewrites, then the press
m add source "Telegram post of the governor" --kind official-channel --publisher "Губернатор Калининградской области" --published ../2025-05-31 --language ru
m add source "capitoldaily 15881" --kind foreign-media --url "https://capitoldaily.news/?p=15881" --publisher "Capitol Daily" --language en --derived-from "Telegram post of the governor" --relation follows
m add source Dispatch --kind rewrite --sha256 a9fa8f0ad7bbc27c93d0396935fa0c890efeb1daed5077d538207975cbda9fea --language en --published 2025-05-31/.. --derived-from "capitoldaily 15881" --relation copies --note "undated, unsigned text"
m add source allstatesnews --kind rewrite --url https://allstatesnews.us/ --published 2025-05-31 --derived-from "capitoldaily 15881" --relation rewrites
m add source wtat --kind rewrite --url https://wtat.news/ --derived-from "capitoldaily 15881" --relation rewrites
m add source "aif 2025-05-31" --kind national-media --publisher АиФ --published 2025-05-31 --language ru --derived-from "Telegram post of the governor" --relation quotes
m add source "tass 25930591" --kind state-agency --publisher ТАСС --url https://tass.ru/obschestvo/25930591 --published 2025-12-16 --language ru
m add source "tass 25437959" --kind state-agency --publisher ТАСС --url https://tass.ru/obschestvo/25437959 --published 2025-10-23 --language ru
m add source "itanews 2025-04-19" --kind regional-media --publisher itanews --published 2025-04-19 --language ru
m add source molva33 --kind regional-media --publisher Молва --url https://molva33.ru/ --published 2025-04-03 --language ru
m add source "rambler 53819451" --kind national-media --publisher Rambler --url https://news.rambler.ru/53819451 --language ru
m add source "guberniya 2025-08-29" --kind regional-media --publisher "Брянская губерния" --url https://guberniya.tv/ --published 2025-08-29 --language ru
m add source "nashbryansk 2026-02-19" --kind regional-media --publisher "Наш Брянск" --published 2026-02-19 --language ru
m add source "nashbryansk 2024-11-14" --kind regional-media --publisher "Наш Брянск" --published 2024-11-14 --language ru
m add source "nashbryansk 2025-10" --kind regional-media --publisher "Наш Брянск" --published 2025-10 --language ru
m add source "bel.ru" --kind regional-media --publisher bel.ru --url https://bel.ru/ --published 2024-10 --language ru
m add source "rambler.ua 53608210" --kind foreign-media --url https://rambler.ua/53608210 --published 2024-10 --language ru
m add source "no-vpered" --kind regional-media --publisher Вперёд --url http://no-vpered.ru --published 2024-11-14 --language ru
m add source silkway --kind regional-media --publisher "Silk Way" --url https://silkway.news --published 2025-05 --language ru --note "quotes RIA"
m add source mk-belgorod --kind regional-media --publisher МК-Белгород --url https://mk-belgorod.ru --published 2025-03-10 --language ru
m add source "rg 2021-08-12" --kind national-media --publisher "Российская газета" --url https://rg.ru/2021/08/12 --published 2021-08-12 --language ru
m add source "tegrk" --kind regional-media --publisher "ТЕГРК Калмыкия" --url https://tegrk.ru --language ru
m add source "globalsecurity" --kind think-tank --publisher GlobalSecurity.org --url https://www.globalsecurity.org --language en
m add source "Указ 370" --kind official-document --publisher "Президент РФ" --url https://gov.cap.ru/ukaz370 --published 2015-07-17 --language ru
m add source "UK MoD" --kind official-channel --publisher "UK Ministry of Defence" --published 2022-03 --language en
m add source "kommersant 8192816" --kind national-media --publisher Коммерсантъ --url https://www.kommersant.ru/doc/8192816 --published 2025-11-10 --language ru
m add source kpravda --kind regional-media --publisher "Курская правда" --url https://kpravda.ru --published 2024-10-24 --language ru
m add source "RFE/RL 2023" --kind foreign-media --publisher RFE/RL --published 2023 --language ru
m add source "fedpress 2024-09-20" --kind national-media --publisher ФедералПресс --published 2024-09-20 --language ru
m add source "dubovskoe" --kind official-document --publisher "Дубовское сельское поселение" --url http://dubovskoe-chr.ru --language ru

m add source "invented for the trial" --kind other --note "no publication: stands for what the material does not name"

# ---- the programme and what is disputed of it
m add programme БАРС --expansion "Боевой армейский резерв страны" --launched 2015-07-17 --launched-by "Президент РФ" --source "Указ 370"
m cite БАРС --field name --stated BARS --variant transliteration --source Dispatch --locator "paragraph 6"
m cite BARS --field expansion --stated "Battle Armored Reserve of the Army" --disputes --source Dispatch --locator "paragraph 6"
m cite BARS --field expansion --stated "Боевой армейский резерв специальный" --disputes --source tegrk
m cite BARS --field expansion --stated "боевой армейский резервный состав" --disputes --source "rg 2021-08-12"
m cite BARS --field expansion --stated "Combat Army Reserve of the Country" --source globalsecurity
m cite BARS --field launched --stated XXXX-04 --disputes --source Dispatch --locator "paragraph 6" --quote "launched by the Russian Ministry of Defense in April"
m cite BARS --field launched --stated 2023-04 --disputes --source allstatesnews
m add programme "БАРС 2021" --came-from BARS --launched 2021-08 --source "rg 2021-08-12"
m cite BARS --field launched --stated 2022-03 --disputes --source "UK MoD"
m cite BARS --field participation --stated voluntary --source Dispatch --locator "paragraph 17" --speaker "the Russian government" --speech attributed
m cite BARS --field participation --stated mandatory --disputes --source Dispatch --locator "paragraph 15"
m cite BARS --field aim --stated "a network of territorial defence battalions" --source Dispatch --locator "paragraph 6"
m cite BARS --field legal-nature --stated "reserve contract, three years" --source dubovskoe
m cite BARS --field legal-nature --stated "volunteer contract, six months" --disputes --source kpravda

# ---- a territory that ISO gives to another state
m add region UA-43 Crimea --kind republic --local-name "Автономна Республіка Крим" --source "RFE/RL 2023"
m cite UA-43 --field name --stated Крым --variant local --source "rambler 53819451"
m cite UA-43 --field claimed-by --stated Ukraine --source "RFE/RL 2023"
m cite UA-43 --field claimed-by --stated Russia --on 2014-03/.. --source "rambler 53819451"
m cite UA-43 --field administered-by --stated Russia --on 2014-03/.. --source "RFE/RL 2023"
m add region --parent RU-KRS "Konyshevsky district" --local-name "Конышёвский район" --source Dispatch --locator "paragraph 11"

# ---- units
m add unit BARS-Crimea --region UA-43 --programme BARS --status established --on 2023 --alias Барс-Крым --source "RFE/RL 2023"
m add unit "10-й батальон БАРС-Крым" --region UA-43 --programme BARS --kind subunit --part-of BARS-Crimea --form battalion --source "RFE/RL 2023"
m add unit BARS-Kursk --region RU-KRS --programme BARS --status recruiting --on 2024-08-24 --source kpravda
m event BARS-Kursk announced --on 2024-08-29 --source kpravda
m event BARS-Kursk operational --on 2024-10-24 --source kpravda
m add unit BARS-Bryansk --region RU-BRY --programme BARS --form detachment --on 2024-08-29 --source "guberniya 2025-08-29"
m event BARS-Bryansk brigade --on 2025-10 --source "nashbryansk 2025-10" --stated бригада
m event BARS-Bryansk strength 600 --on 2024-11-14 --source "nashbryansk 2024-11-14"
m event BARS-Bryansk strength 2100 --on 2025-08-29 --source "guberniya 2025-08-29"
m event BARS-Bryansk strength 2162 --on 2026-02-19 --source "nashbryansk 2026-02-19"
m add unit BARS-Belgorod --region RU-BEL --programme BARS --status announced --on 2024-09-05 --source bel.ru --speaker "Ministry of Defence"
m event BARS-Belgorod operational --on 2024-10-01 --source bel.ru
m add unit BARS-Kaliningrad --region RU-KGD --programme BARS --form battalion --ordinal 5 --source Dispatch --locator "paragraph 5" --speaker "the governor" --speech attributed
m cite BARS-Kaliningrad --field name --stated "БАРС 39" --variant alias --source "itanews 2025-04-19"
m event "БАРС 39" recruiting --on 2025-04-03 --source molva33
m event "БАРС 39" established --on ../2025-05-31 --source Dispatch --locator "paragraph 5" --speaker "the governor" --speech attributed
m event "БАРС 39" strength 500 --on 2025-12-16 --source "tass 25930591" --speaker "the governor"
m add unit BARS-NN --region RU-NIZ --programme BARS --kind "regional abbrev" --status recruiting --on 2025-10 --source "kommersant 8192816"
m add unit БАРС-47 --region RU-LEN --programme BARS --kind "regional number" --status recruiting --on 2025-10-23 --source "tass 25437959"
m event БАРС-47 "planned strength" 105 --on 2025-10-23 --source "tass 25437959" --cause "to be taken first"
m add unit BARS-1 --programme BARS --kind numbered --source "rambler 53819451"

# ---- Kaliningrad: the governor under several spellings, two groups
m add official "Алексей Сергеевич Беспрозванных" --post Губернатор --post-region RU-KGD --tenure acting --tenure-on 2024-05-15 --source "fedpress 2024-09-20"
m event "Алексей Беспрозванных" "in office" --on 2024-09-20 --source "fedpress 2024-09-20"
m cite "Алексей Беспрозванных" --field name --stated "Alexei Besprozvannikov" --variant misspelt --source Dispatch --locator "paragraph 1"
m cite "Алексей Беспрозванных" --field name --stated "Aleksey Besprozvannykh" --variant transliteration --source globalsecurity
m enroll "Алексей Беспрозванных" --unit BARS-Kaliningrad --state announced --on 2025-05-31 --source "Telegram post of the governor" --speech self
m enroll --group "members of the regional government" --group-level regional --group-region RU-KGD --unit BARS-Kaliningrad --source Dispatch --locator "paragraph 2" --speaker "the governor" --speech attributed
m enroll --group "heads of municipalities" --group-level municipal --group-kind head-of-municipality --group-region RU-KGD --unit BARS-Kaliningrad --source Dispatch --locator "paragraph 2" --speaker "the governor" --speech attributed
m event "Алексей Беспрозванных" joined --on ../2025-12-16 --source "tass 25930591" --speaker "the governor" --speech self
m cite E2 --field group-size --stated "the whole government" --source "tass 25930591" --speaker "the governor"
m resolve E3 --to "Игорь Образцовый" --post "Глава муниципалитета" --post-region RU-KGD --source "invented for the trial"

# ---- Kursk: left the post for the unit; came from the unit into a post
m enroll "Dmitry Novikov" --post "Head of district" --post-kind head-of-municipality --post-region RU-KRS/konyshevsky --tenure left --unit BARS-Kursk --state joined --source Dispatch --locator "paragraph 11"
m event "Новиков Дмитрий" "contract signed" --on 2025-05 --source silkway --quote "контракт на полгода"
m cite E5 --field contract --stated "volunteer, half a year" --source silkway
m edit E5 contract=volunteer --source silkway
m edit E5 term="6 months" --source silkway
m enroll "Олег Назначенский" --post "Глава района" --post-region RU-KRS --tenure "in office" --tenure-on 2025-05-19 --unit BARS-Kursk --state left --on ../2025-05-19 --source silkway

# ---- Belgorod: suspended and returned; a wrong given name; a leave that never was
m add official Ikonnikov --post "Health Minister" --post-kind regional-minister --post-region RU-BEL --source Dispatch --locator "paragraph 11"
m event Ikonnikov "on leave" --cause medical --source Dispatch --locator "paragraph 11" --speech reported --quote "reportedly took a medical leave of absence"
m edit Ikonnikov name="Андрей Иконников" --source mk-belgorod
m cite "Андрей Иконников" --field name --stated "Sergei Ikonnikov" --variant misspelt --source allstatesnews
m enroll "Андрей Иконников" --unit BARS-Belgorod --state serving --on ../2025-03-10 --source mk-belgorod
m event "Андрей Иконников" returned --on 2025-03-10 --source mk-belgorod
for who in "Ivan Primerov" "Пётр Образцов"; do
  m enroll "$who" --post "Deputy governor" --post-region RU-BEL --tenure suspended --tenure-on 2024-10 --unit BARS-Belgorod --state joined --on 2024-10 --contract volunteer --source "rambler.ua 53608210"
  m event "$who" "rotated out" --on 2024-11 --source no-vpered --cause "rotation agreed by the Ministry of Defence"
  m event "$who" returned --on 2024-11 --source no-vpered
done
m enroll --group "heads of municipalities" --at-least 2 --group-level municipal --group-region RU-BEL --unit BARS-Belgorod --state "rotated out" --on 2024-11 --source no-vpered

# ---- invented cases: came back, transferred
MUSTER_AUTHOR="Вера Редакторова" m event "Ivan Primerov" joined --on 2025-06-01 --source "invented for the trial" --cause "second term"
MUSTER_AUTHOR="Вера Редакторова" m event "Ivan Primerov" suspended --for E8 --on 2025-06-01 --source "invented for the trial"
m transfer "Ivan Primerov" --from BARS-Belgorod --to BARS-Kursk --on 2025-09-01 --source "invented for the trial"

# ---- what units stand on, two units that became one (invented), and regions where nothing was found (invented)
m cite BARS-Kursk --field legal-nature --stated "volunteer contract, six months" --source kpravda
m edit BARS-Kursk legal-nature="volunteer contract, six months"
m add unit "БАРС-Брянск, второй отряд" --region RU-BRY --programme BARS --form detachment --on 2025-03 --source "invented for the trial" --new
m enroll --group "volunteers of the second detachment" --at-least 2 --group-region RU-BRY --unit "БАРС-Брянск, второй отряд" --on 2025-03 --source "invented for the trial"
m event "БАРС-Брянск, второй отряд" merged into --other BARS-Bryansk --on 2025-10-01 --source "invented for the trial"
m look RU-PSK --on 2026-02-01 --in "regional press, governor's channel" --found none
m look RU-SMO --on 2026-02-01 --in "regional press, governor's channel" --found "a notice of recruiting, without a name"

# ---- what was otherwise before (invented): where a unit was first, and a surname that changed
m cite "БАРС-Брянск, второй отряд" --field region --stated RU-SMO --on 2025-03-01/2025-04-30 --source "invented for the trial"
m edit "Пётр Образцов" name="Пётр Новообразцов" --on 2025-09-01/.. --source "invented for the trial"
