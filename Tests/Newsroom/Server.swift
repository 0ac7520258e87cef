import Foundation
import Hummingbird
import Logging

/// Serves the outlets of `desk` on loopback while `body` runs.
///
/// On the host names `localhost` and `127.0.0.1`, `GET /control/truth` answers with everything published so far, and
/// `POST /control/publish?language=ru&edit=truncated&watched=true&count=3` (all optional) publishes and answers with it.
///
/// - Parameter port: zero for any that is free; the desk is open at it when `body` begins.
/// - Throws: what `body` throws, or why the port cannot be listened at.
package func whileServing<Result: Sendable>(
    _ desk: Newsdesk, port: Int, _ body: () async throws -> Result
) async throws -> Result {
    try await withThrowingTaskGroup(of: Void.self) { group in
        let ready = AsyncStream<Void>.makeStream()
        group.addTask {
            defer { ready.continuation.finish() }
            try await application(desk, port: port) { ready.continuation.yield() }.run()
        }
        guard await ready.stream.first(where: { _ in true }) != nil else {
            try await group.waitForAll()
            throw CancellationError()
        }
        do {
            let result = try await body()
            group.cancelAll()
            while await group.nextResult() != nil {}
            return result
        } catch {
            group.cancelAll()
            throw error
        }
    }
}

private func application(
    _ desk: Newsdesk, port: Int, ready: @escaping @Sendable () -> Void
) -> some ApplicationProtocol {
    var logger = Logger(label: "newsroom")
    logger.logLevel = .critical
    return Application(
        responder: CallbackResponder<BasicRequestContext> { request, _ in
            let host = request.head.authority ?? ""
            if ["localhost", "127.0.0.1"].contains(host.prefix { $0 != ":" }) {
                return await response(to: control(request, of: desk))
            }
            return await response(to: desk.reply(to: webRequest(request, host: host)))
        },
        configuration: .init(address: .hostname("127.0.0.1", port: port), serverName: "newsroom"),
        onServerRunning: { channel in
            await desk.open(at: channel.localAddress?.port ?? port)
            ready()
        },
        logger: logger)
}

private func webRequest(_ request: Request, host: String) -> WebRequest {
    var query: [String: String] = [:]
    for (key, value) in request.uri.queryParameters { query[String(key)] = String(value) }
    return WebRequest(
        method: request.method.rawValue, host: host, path: request.uri.path, query: query,
        ifNoneMatch: request.headers[.ifNoneMatch], ifModifiedSince: request.headers[.ifModifiedSince],
        acceptsGzip: request.headers[.acceptEncoding]?.contains("gzip") == true)
}

private func response(to reply: WebReply) async -> Response {
    if reply.delay > .zero { try? await Task.sleep(for: reply.delay) }
    var headers = HTTPFields()
    for (name, value) in reply.fields {
        if let name = HTTPFields.Element.Name(name) { headers[name] = value }
    }
    return Response(
        status: .init(code: reply.status), headers: headers,
        body: ResponseBody(byteBuffer: ByteBuffer(bytes: reply.body)))
}

private func control(_ request: Request, of desk: Newsdesk) async -> WebReply {
    let asked = webRequest(request, host: "localhost")
    switch (asked.method, asked.path) {
    case ("GET", "/control/truth"):
        return json(await desk.truth())
    case ("POST", "/control/publish"):
        let edit = asked.query["edit"].map { Edit(rawValue: $0) }
        if case .some(.none) = edit {
            return .text(400, "edit is one of \(Edit.allCases.map(\.rawValue).joined(separator: ", "))\n")
        }
        var stories: [Truth.PublishedStory] = []
        for _ in 0..<min(1000, asked.query["count"].flatMap { Int($0) } ?? 1) {
            let story = await desk.publish(
                language: asked.query["language"], edit: edit ?? nil,
                isWatched: asked.query["watched"].map { $0 == "true" })
            guard let story else { return .text(400, "no phrasebook for that language\n") }
            stories.append(story)
        }
        return json(stories)
    default:
        return .text(404, "POST /control/publish or GET /control/truth\n")
    }
}

private func json(_ value: some Encodable) -> WebReply {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let body = try? encoder.encode(value) else { return .text(500, "cannot be written as JSON\n") }
    return WebReply(status: 200, fields: [("Content-Type", "application/json")], body: Array(body))
}
