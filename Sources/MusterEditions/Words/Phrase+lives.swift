/// Lives over time.
extension Phrase {
    package static let postsOverTime = Phrase("Posts and what became of them", "Должности и что с ними стало")
    package static let livesAbout = Phrase(
        "A solid bar is what sources date. Tinted: it was so when last heard of. Hatched: it may or may not hold. A side that fades is open: no source gives that end.",
        "Сплошная полоса — то, что датировано источниками. Бледная — по последним данным. Штриховка — может быть, а может и нет. Край тает там, где он открыт: его не называет ни один источник."
    )
    package static let livesDrawing = Phrase(
        "Posts and enrollments over time, {0}, one below the other; the same stands in the table after it.",
        "Должности и вступления во времени, {0}, одна под другой; то же — в таблице ниже.")
    package static let othersInTable = Phrase("Not drawn, in the table: {0}.", "Не нарисовано, есть в таблице: {0}.")
    package static let sameAsTable = Phrase("The same as a table", "То же таблицей")
}
