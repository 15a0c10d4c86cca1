/// The federal districts of Russia.
package enum FederalDistrict {
    /// The Russian names, without the words for a federal district, by the English ones of the reference data.
    package static let russianNames = [
        "Central": "Центральный", "Far Eastern": "Дальневосточный", "North Caucasian": "Северо-Кавказский",
        "Northwestern": "Северо-Западный", "Siberian": "Сибирский", "Southern": "Южный", "Ural": "Уральский",
        "Volga": "Приволжский",
    ]
}
