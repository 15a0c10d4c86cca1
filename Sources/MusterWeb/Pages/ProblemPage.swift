import HTTPTypes
import MusterEditions
import MusterHTML
import MusterValues

/// A problem as a page.
struct ProblemPage {
    private let problem: Problem
    private let language: Language
    /// The address that was asked for.
    private let path: String

    init(_ problem: Problem, _ language: Language, path: String) {
        (self.problem, self.language, self.path) = (problem, language, path)
    }

    /// The page, or the way to sign in for somebody who is not known.
    var answer: Answer {
        if problem.status == 401 {
            let way = Route.signIn.path(language.rawValue) + "?next=" + path.encodedSegment
            return .leading(to: way)
        }
        var text = ""
        let html = HTMLWriter { text += $0 }
        // Nothing here can throw: the sink takes every text.
        try? write(html)
        return Answer(status: .init(code: problem.status), headers: problem.headers, type: .page, content: .text(text))
    }

    private var title: Phrase {
        switch problem.status {
        case 404: .notHere
        case 403: .notAllowed
        case 410: .goneTitle
        case 400..<500: .refusedTitle
        default: .failedTitle
        }
    }

    private func write(_ html: HTMLWriter) throws {
        let blocks = BlockWriter(html, in: language) { _ in nil }
        let home = SitePath(Route.home.path(language.rawValue))!
        try html.page(in: language.rawValue, head: { try blocks.siteHead(blocks.plain(.say(title))) }) {
            try html.element(.header, [.class("masthead")]) {
                try html.element(.div, [.class("wrap")]) {
                    html.logo()
                    try html.element(.a, [.class("name"), .page(home)], blocks.plain(.say(.short)))
                }
            }
            try html.mainPart {
                try blocks.line(.h1, [], title)
                try html.element(.p, [.class("lead"), .lang("en")], problem.detail)
                try html.element(.p) { try html.element(.a, [.page(home)], blocks.plain(.say(.backHome))) }
            }
        }
    }
}
