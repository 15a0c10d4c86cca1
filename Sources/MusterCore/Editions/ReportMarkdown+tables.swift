import MusterValues

extension ReportMarkdown {
    /// The table of the units, with the newest form, status and strength and whose word each is.
    var units: [Markdown] {
        let header = [
            "Id", "Unit", "Region", "Programme", "Form", "Status", "Strength", "Planned strength", "Last heard",
            "Planned",
            grades, counted, "Standing",
        ]
        let rows = report.units.map { unit -> [Markdown?] in
            [
                mark(unit.id), "\(unit.name ?? "unnamed unit")", .text(unit.region?.code), .text(unit.programme?.name),
                newest(unit.forms.map(EventValue.form), of: unit.id),
                newest(unit.statuses.map(EventValue.status), of: unit.id),
                newest(unit.strengths.map { .strength(least: $0.least, most: $0.most) }, of: unit.id),
                newest(unit.plannedStrengths.map { .plannedStrength(least: $0.least, most: $0.most) }, of: unit.id),
                .text(unit.lastHeard?.words), .text(Plan.cell(unit.plans)?.words), .text(unit.grade?.words),
                "\(unit.headcount.words)", "\(unit.standing.words)",
            ]
        }
        return table("Units", header, rows)
    }

    /// Values of a unit, joined by "or", each with its newest date and the sources for it.
    private func newest(_ values: [EventValue], of unit: RecordID) -> Markdown? {
        if values.isEmpty { return nil }
        let own = lines[unit] ?? []
        let cells = values.map { value -> Markdown in
            let words =
                switch value {
                case .strength(let least, let most), .plannedStrength(let least, let most):
                    Strength(least: least, most: most).words
                default: value.words
                }
            guard let line = own.last(where: { $0.value == .event(value) && $0.rejected.isEmpty }) else {
                return "\(words)"
            }
            let sources = line.sources.filter { $0.side == .supporting }.map(\.source.id)
            let known = ([.text(line.date?.edtf)] + Set(sources).sorted().map(link)).compactMap(\.self)
            return "\(words) (\(.joined(known, by: ", ")))"
        }
        return .joined(cells, by: " or ")
    }

    /// The table of the enrollments that count.
    var enrollments: [Markdown] {
        let header = [
            "Id", "Who", "Posts", "Unit", "State", "Date", "Between", "Last heard", "Planned", grades, counted,
            "By whose word", "Standing",
        ]
        let rows = report.enrollments.map { one -> [Markdown?] in
            [
                mark(one.id), "\(one.who)", .text(one.office?.words), "\(one.designation)",
                .text(Value.alternatives(one.states)?.words), .text(one.date?.edtf), .text(one.date.flatMap(Self.days)),
                .text(one.lastHeard?.words), .text(Plan.cell(one.plans)?.words), .text(one.grade?.words),
                "\(one.peopleCell.words)", cited(one.places), "\(one.standing.words)",
            ]
        }
        return table("Enrollments", header, rows)
    }

    private func cited(_ citations: [ListedCitation]) -> Markdown? {
        let places = citations.map { "\(link($0.source.id))\($0.placeInSource)" as Markdown }
        return places.isEmpty ? nil : .joined(places, by: "; ")
    }

    /// The table of the posts.
    var posts: [Markdown] {
        let header = [
            "Id", "Official", "Post", "Region", "Tenure", "Date", "Last heard", "Planned", grades, "Cause", "Said",
            "By whose word", "Standing", "Note",
        ]
        let rows = report.posts.map { post -> [Markdown?] in
            [
                mark(post.id), .text(post.official.name), "\(post.title)", .text(post.region?.code),
                .text(post.tenureCell?.words), .text(post.date?.edtf), .text(post.lastHeard?.words),
                .text(Plan.cell(post.plans)?.words), .text(post.grade?.words), .text(post.cause),
                .text(post.said?.words), cited(post.citations.places), "\(post.standing.words)", .text(post.note),
            ]
        }
        return table("Posts and what became of them", header, rows)
    }

    /// The days that a date can mean, in words; nil if the date itself says it.
    static func days(_ date: StatedDate) -> String? {
        let (earliest, latest) = (date.earliest, date.latest)
        if (earliest == nil && latest == nil) || (earliest == date.edtf && latest == date.edtf) { return nil }
        return "\(earliest ?? "open") to \(latest ?? "open")"
    }
}
