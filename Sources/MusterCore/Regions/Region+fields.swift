import MusterValues

extension Field {
    /// The fields of a region.
    static let ofRegion = [
        Field(
            .name, .name(most: 200), columns: [], [.required, .cited, .edited], "название", "The name of the region.",
            "Название региона."),
        Field(
            .kind, .text(most: 100), [.required, .cited, .edited], "вид региона", "The kind of region, such as oblast.",
            "Вид региона, например область."),
        Field(
            .parent, .reference(.region), .cited, "регион района", "The region that a district lies in.",
            "Регион, в котором находится район."),
        Field(
            .federalDistrict, .text(most: 100), [.cited, .edited], "федеральный округ", "The federal district.",
            "Федеральный округ."),
        Field(
            .number, .text(most: 10), [.cited, .edited], "код на номерных знаках",
            "The number on vehicle plates, such as 39.",
            "Код региона на автомобильных номерах, например 39."),
        said(.exclave, "эксклав", "Whether the region is an exclave.", "Является ли регион эксклавом."),
        said(
            .borders, "с чем граничит", "The countries and regions that it borders.",
            "Страны и регионы, с которыми он граничит."),
        said(
            .administeredBy, "кто управляет", "The power that administers the territory.",
            "Кто управляет территорией."),
        said(.claimedBy, "кто претендует", "The power that claims the territory.", "Кто претендует на территорию."),
    ]
}
