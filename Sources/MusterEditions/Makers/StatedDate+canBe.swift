import MusterValues

extension StatedDate {
    /// True if the date, or the time that it tells, can hold a day.
    func canBe(on day: Day) -> Bool {
        let text = day.description
        return (earliest ?? text) <= text && (latest ?? text) >= text
    }
}
