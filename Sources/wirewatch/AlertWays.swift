import Alert
import Daemon
import Fetch
import Foundation
import Settings

/// Makes the ways out for alerts that settings name.
struct AlertWays {
    /// How alerts look on standard output.
    let form: StreamDelivery.Form
    let fetcher: any Fetching
    let clock: any WallClock

    func deliveries(for settings: WirewatchSettings) -> [any AlertDelivery] {
        let environment = ProcessInfo.processInfo.environment
        let log = StandardErrorLog(
            level: .info, isJournal: StandardErrorLog.isJournal(environment: environment))
        let always: [any AlertDelivery] = [
            StreamDelivery(form: form),
            LogDelivery { log.line(level: $0, message: $1, metadata: $2) },
        ]
        return always + settings.deliveries.map { delivery(for: $0, environment: environment) }
    }

    private func delivery(
        for settings: DeliverySettings, environment: [String: String]
    ) -> any AlertDelivery {
        switch settings.kind {
        case .file(let path):
            return FileDelivery(name: settings.name, path: path)
        case .webhook(let webhook):
            let clock = clock
            return WebhookDelivery(
                name: settings.name, endpoint: webhook, fetcher: fetcher, now: { clock.now })
        case .command(let arguments, let timeout):
            // What programs need to find themselves and their language; nothing secret.
            let kept = ["PATH", "HOME", "LANG", "LC_ALL", "TZ", "USER"].compactMap { name in
                environment[name].map { "\(name)=\($0)" }
            }
            return CommandDelivery(
                name: settings.name, arguments: arguments, environment: kept, timeout: timeout)
        }
    }
}
