import MusterValues

/// How the service is run.
public struct Settings: Sendable {
    /// The registry's file.
    public var registry: String
    /// The address to listen on.
    public var host = "127.0.0.1"
    /// The port; 0 takes any that is free.
    public var port = 8080
    /// True if anybody may read without a token.
    public var isPublic = false
    /// True if the registry is only read.
    public var isReadOnly = false
    /// True if browsers reach the server by https alone, whatever the proxy tells of it.
    public var hasSecureCookies = false
    /// True if another program keeps the registry's file up to date, and it is only read.
    public var isFollowing = false
    /// The address of the server that writes the registry which is followed; nil if it is not known.
    public var primary: String?
    /// The most megabytes of answers that are kept while the registry does not change; 0 keeps none.
    public var kept = 32
    /// What a request may cost.
    var limits = Limits()
    /// True if every request is logged.
    public var logsRequests = true

    /// Names the registry; all else is as `muster-server` has it without options.
    public init(registry: String) { self.registry = registry }
}
