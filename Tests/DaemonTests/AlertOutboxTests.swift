import Alert
import Daemon
import Fetch
import Foundation
import Model
import Store
import Testing

/// Stories that have nothing in common but the word that the rule asks for.
private let stories = [
    (
        "harbour", "Harbour reopens after the storm",
        "The harbour of Velmora took its first ships on Monday, nine days after the storm that had closed it, and "
            + "the pilots said that the channel was deep enough for every vessel that waited outside."
    ),
    (
        "bridge", "Council votes for a second bridge",
        "Members of the council in Velmora agreed late in the evening to pay for another bridge across the river; "
            + "work on its foundations is to begin in spring, and trams will use it within four years."
    ),
    (
        "museum", "Museum shows lost paintings",
        "Eleven paintings that had been missing since the war hang in the museum of Velmora from today, after a "
            + "family from the coast found them behind a wall and gave them back without asking for money."
    ),
]

/// A bench whose rule tells a webhook too, on a real network.
private final class HookBench {
    let bench: Bench
    let server: HookServer
    let fetcher: Fetcher

    init(_ answers: [HookServer.Answer], policy: AlertPolicy = AlertPolicy()) throws {
        server = try HookServer(answers)
        fetcher = Fetcher(now: { Timestamp(seconds: 1_771_000_000) })
        let endpoint = WebhookEndpoint(
            url: server.url, secret: Array("0123456789abcdef".utf8), timeout: .milliseconds(300),
            allowPrivateAddresses: true)
        let hook = WebhookDelivery(
            name: "desk", endpoint: endpoint, fetcher: fetcher, now: { Timestamp(seconds: 1_771_000_000) })
        bench = try Bench(others: [hook])
        bench.rules = [
            WatchRule(name: "city", query: "Velmora", deliver: ["stdout", "desk"], policy: policy)
        ]
    }

    func raise(_ count: Int) async throws {
        for (name, title, text) in stories.prefix(count) {
            try await bench.pollStory(name, title: title, text: text)
        }
    }

    func end() async {
        await fetcher.stop()
        server.stop()
    }

    var owed: Int {
        get throws { try bench.workspace.store.alertCounts().owed }
    }
}

@Suite struct AlertOutboxTests {
    @Test func eachAlertArrivesThoughTheReceiverFailsHangsRedirectsAndBreaksOff() async throws {
        let hooks = try HookBench([
            .status(500), .silence, .redirect("http://10.1.2.3/steal"), .drop, .status(429), .status(204),
            .status(503),
        ])
        try await hooks.raise(3)
        let troubles = await hooks.bench.workspace.outbox.deliverOwed()
        // The other way out is not held up.
        #expect(hooks.bench.mailbox.alerts.count == 3)
        #expect(troubles.map(\.delivery) == ["desk"])
        var rounds = 0
        while try hooks.owed > 0, rounds < 20 {
            hooks.bench.clock.advance(.seconds(3600))
            await hooks.bench.deliverAlerts()
            rounds += 1
        }
        #expect(try hooks.owed == 0)
        #expect(Set(hooks.server.ids).count == 3)
        #expect(hooks.server.ids.count >= 9)
        #expect(hooks.bench.mailbox.alerts.count == 3)
        #expect(await hooks.bench.workspace.outbox.deliverOwed().isEmpty)
        await hooks.end()
    }

    @Test func aReceiverThatHangsBlocksNeitherFilingNorPolling() async throws {
        let hooks = try HookBench([.silence])
        try await hooks.raise(1)
        // The first alert hangs while these are polled and filed.
        let outbox = hooks.bench.workspace.outbox
        let delivery = Task { _ = await outbox.deliverOwed() }
        for (name, title, text) in stories.dropFirst() {
            try await hooks.bench.pollStory(name, title: title, text: text)
        }
        #expect(try hooks.bench.files().count == 3)
        await delivery.value
        hooks.bench.clock.advance(.seconds(60))
        await hooks.bench.deliverAlerts()
        #expect(Set(hooks.server.ids).count == 3)
        #expect(try hooks.owed == 0)
        await hooks.end()
    }

    @Test func aReceiverThatHangsDoesNotPutOffTheEnd() async throws {
        let hooks = try HookBench([.silence])
        try await hooks.raise(1)
        let lost = await hooks.bench.workspace.outbox.deliverOwed(within: .milliseconds(20))
        #expect(lost.map(\.delivery) == ["desk"])
        #expect(try hooks.owed == 1)
        await hooks.end()
    }

    @Test func aDeathInTheMiddleOfADeliveryRepeatsItUnderTheSameId() async throws {
        let hooks = try HookBench([.silence])
        try await hooks.raise(1)
        let outbox = hooks.bench.workspace.outbox
        let interrupted = Task { _ = await outbox.deliverOwed() }
        // The request is on its way, and nothing has been noted, when the installation is opened again.
        while hooks.server.ids.isEmpty { await Task.yield() }
        try hooks.bench.restart()
        await hooks.bench.deliverAlerts()
        #expect(hooks.server.ids.count == 2)
        #expect(Set(hooks.server.ids).count == 1)
        #expect(try hooks.owed == 0)
        await interrupted.value
        await hooks.end()
    }

    @Test func aRefusedAlertDoesNotHoldUpTheOthers() async throws {
        let hooks = try HookBench([.status(422)])
        try await hooks.raise(3)
        await hooks.bench.deliverAlerts()
        #expect(hooks.server.ids.count == 3)
        #expect(try hooks.owed == 1)
        let debt = try hooks.bench.workspace.store.alertRecords(onlyOwed: true, limit: 9).first?.owed.first
        #expect(debt?.attempts == 1)
        #expect(debt?.problem?.contains("422") == true)
        hooks.bench.clock.advance(.seconds(15))
        await hooks.bench.deliverAlerts()
        #expect(try hooks.owed == 0)
        await hooks.end()
    }

    @Test func privateAddressesAreRefusedUnlessTheyAreAllowed() async throws {
        let server = try HookServer([])
        let fetcher = Fetcher(now: { Timestamp(seconds: 1) })
        let hook = WebhookDelivery(
            name: "desk", endpoint: WebhookEndpoint(url: server.url), fetcher: fetcher,
            now: { Timestamp(seconds: 1) })
        let bench = try Bench(others: [hook])
        bench.rules = [WatchRule(name: "city", query: "Velmora", deliver: ["desk"])]
        let (name, title, text) = stories[0]
        try await bench.pollStory(name, title: title, text: text)
        let troubles = await bench.workspace.outbox.deliverOwed()
        #expect(troubles.count == 1)
        #expect(server.ids.isEmpty)
        #expect(try bench.workspace.store.alertCounts().owed == 1)
        await fetcher.stop()
        server.stop()
    }

    @Test func quietHoursEndInOneDigest() async throws {
        // The clock stands at 16:26 UTC.
        let policy = AlertPolicy(quiet: QuietHours(start: 16 * 60, end: 17 * 60, zone: "UTC"))
        let hooks = try HookBench([], policy: policy)
        try await hooks.raise(3)
        await hooks.bench.deliverAlerts()
        #expect(hooks.server.ids.isEmpty)
        #expect(hooks.bench.mailbox.alerts.isEmpty)
        let suppressed = try hooks.bench.workspace.store.suppressedAlerts(limit: 9)
        #expect(suppressed.map(\.reason) == ["quiet hours", "quiet hours", "quiet hours"])
        hooks.bench.clock.advance(.seconds(3600))
        await hooks.bench.deliverAlerts()
        #expect(hooks.server.ids.count == 1)
        #expect(hooks.server.bodies.first?.contains("\"type\":\"digest\"") == true)
        #expect(hooks.bench.mailbox.alerts.count == 3)
        #expect(try hooks.owed == 0)
        await hooks.end()
    }

    @Test func aBurstComesAsOneDigestWhenItIsOver() async throws {
        let hooks = try HookBench([], policy: AlertPolicy(burst: BurstLimit(alerts: 1, seconds: 3600)))
        try await hooks.raise(3)
        await hooks.bench.deliverAlerts()
        #expect(hooks.server.ids.count == 1)
        hooks.bench.clock.advance(.seconds(3600))
        await hooks.bench.deliverAlerts()
        #expect(hooks.server.ids.count == 2)
        #expect(hooks.bench.mailbox.alerts.count == 3)
        await hooks.end()
    }

    @Test func aWayOutThatWasRenamedKeepsItsDebts() async throws {
        let hooks = try HookBench([.status(500)])
        try await hooks.raise(1)
        await hooks.bench.deliverAlerts()
        await hooks.bench.workspace.outbox.replace([hooks.bench.mailbox])
        hooks.bench.clock.advance(.seconds(3600))
        await hooks.bench.deliverAlerts()
        #expect(try hooks.owed == 1)
        await hooks.end()
    }
}
