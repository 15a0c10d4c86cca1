import HTTPTypes
import MusterCore
import MusterEditions
import MusterHTML
import MusterValues

extension HTTPField.Name {
    /// What a browser shall forget of the site.
    static let clearSiteData = HTTPField.Name("Clear-Site-Data")!
}

extension Endpoint {
    /// The forms, and signing in and out.
    static let forms: [Endpoint] = [
        Endpoint(
            route: .form, method: .get, kind: .look, role: .contributor, summary: "", types: [.page], isPage: true
        ) { call in try FormPage(call).opened() },
        Endpoint(
            route: .form, method: .post, kind: .write, role: .contributor, summary: "",
            bodyTypes: [FormBody.urlEncoded, FormBody.multipart], types: [.page], isPage: true,
            refused: { call, problem in try FormPage(call).refused(problem) }
        ) { call in try FormPage(call).sent() },
        Endpoint(route: .signIn, method: .get, kind: .look, role: nil, summary: "", types: [.page], isPage: true) {
            call in try SignInPage(call).shown()
        },
        Endpoint(
            route: .signIn, method: .post, kind: .look, role: nil, summary: "", bodyTypes: [FormBody.urlEncoded],
            types: [.page], isPage: true
        ) { call in try SignInPage(call).sent() },
        Endpoint(
            route: .signOut, method: .post, kind: .look, role: nil, summary: "", bodyTypes: [FormBody.urlEncoded],
            types: [.page], isPage: true
        ) { call in
            if let session = call.session { call.site.sessions.end(session.secret) }
            var answer = Answer.leading(to: Route.home.path(call.path("language")))
            answer.headers[.setCookie] = Sessions.cookie(nil, isSecure: call.isSecure)
            // What the browser kept to show it again, as a refused form, is gone with the session.
            answer.headers[.clearSiteData] = "\"cache\""
            return answer
        },
        Endpoint(route: .account, method: .get, kind: .look, role: .reader, summary: "", types: [.page], isPage: true) {
            call in try SignInPage(call).account()
        },
    ]
}
