import MusterCore
package import MusterValues

extension PageMaker {
    /// A region or a unit of which too much is on record for one page: its units, its disputes, and the ways to the rest.
    ///
    /// - Parameter id: the region or the unit.
    /// - Returns: what the page tells.
    /// - Throws: `MusterError` if the registry cannot be read.
    package func summary(of id: RecordID) throws(MusterError) -> PageContent {
        let reference = RecordReference(id)
        let condition = LinkCondition(id.kind == .region ? "region" : "unit", "\(id)")
        var filter = filter(of: id)
        if let day { filter.day = day }
        var units: [ListedUnit] = []
        filter.limit = 100
        let more = try registry.each(.units, filter) { units.append($0) }
        filter.limit = 50
        let enrolled = try listing(.enrollments, filter, after: nil)
        let disputes = try registry.disputes(of: reference)
        let maker = try maker()
        let title = try registry.title(of: id)
        var blocks: [Block] = [
            .section(Section(name: "units", title: .say(.units), count: more == nil ? .number(units.count) : nil)),
            .table(unitTable(units, maker)),
        ]
        if more != nil { blocks.append(.paragraph(.link(.page(.units, [condition]), .say(.allUnitsHere)), .plain)) }
        blocks +=
            [
                .section(Section(name: "who_joined", title: .say(.whoJoined), count: nil)),
                .paragraph(.link(.page(.enrollments, [condition]), .say(.allEnrollmentsHere)), .about),
            ] + enrolled.blocks
        blocks.append(.paragraph(.link(.page(.enrollments, [condition]), .say(.allEnrollmentsHere)), .plain))
        if !disputes.isEmpty {
            blocks.append(
                .section(Section(name: "in_dispute", title: .say(.inDispute), count: .number(disputes.count))))
            blocks += deciding(try told(Array(disputes.prefix(6))))
            if disputes.count > 6 {
                let here = LinkCondition("record", "\(id)")
                blocks.append(.paragraph(.link(.page(.disputes, [here]), .say(.allDisputes)), .plain))
            }
        }
        return PageContent(
            .joined([.name(title), .code("\(id)")], .space), lead: .say(.longRecordAbout), blocks, of: id)
    }

    /// The page of a timeline of which too much is on record for one page: the way to the edition that prints it.
    ///
    /// - Parameter id: the region or the unit.
    /// - Returns: what the page tells.
    /// - Throws: `MusterError` if the registry cannot be read.
    package func longTimeline(of id: RecordID) throws(MusterError) -> PageContent {
        PageContent(
            .joined([.name(try registry.title(of: id)), .code("\(id)")], .space), lead: .say(.longRecordAbout),
            [.paragraph(.link(.edition(.timeline, id), .say(.asEdition)), .plain)], of: id)
    }

    /// True if more enrollments are on record in a region or a unit than a number.
    ///
    /// - Parameters:
    ///   - most: the number.
    ///   - id: the region or the unit.
    /// - Returns: true if there are more.
    /// - Throws: `MusterError` if the registry cannot be read.
    package func holds(moreThan most: Int, _ id: RecordID) throws(MusterError) -> Bool {
        var filter = filter(of: id)
        filter.limit = most
        return try registry.each(.enrollments(withCitations: false), filter) { _ in } != nil
    }

    /// The filter for what is on record in a region or a unit.
    private func filter(of id: RecordID) -> Filter {
        var filter = Filter()
        if id.kind == .region { filter.regions = [RecordReference(id)] } else { filter.units = [RecordReference(id)] }
        return filter
    }
}
