import Alert
import Foundation
import Model
import Testing

@Suite struct CommandDeliveryTests {
    private let folder: String

    init() throws {
        folder = FileManager.default.temporaryDirectory.path + "/command-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    /// A script of ours in the test's folder, for a shell to read: a file that was just written cannot be started
    /// while another test is starting a program.
    private func script(_ lines: String) throws -> String {
        let path = folder + "/program"
        try (lines + "\n").write(toFile: path, atomically: true, encoding: .utf8)
        return path
    }

    private func failure(_ delivery: CommandDelivery) async -> DeliveryError? {
        await #expect(throws: DeliveryError.self) {
            try await delivery.deliver([notice(fullAlert()), notice(fullAlert())])
        }
    }

    @Test func theProgramReadsTheAlertAndGetsItsArgumentsAsTheyAre() async throws {
        let program = try script("cat > \(folder)/in; printf '%s|' \"$@\" > \(folder)/arguments")
        let hostile = ["$(touch \(folder)/owned)", "; rm -rf x", "два слова", "*", ""]
        try await CommandDelivery(name: "pager", arguments: ["/bin/sh", program] + hostile).deliver([
            notice(fullAlert(title: "$(touch \(folder)/owned) `id` 林剑"))
        ])
        let input = try Data(contentsOf: URL(filePath: folder + "/in"))
        let read = try #require(try JSONSerialization.jsonObject(with: input) as? [String: Any])
        #expect(read["type"] as? String == "alert")
        #expect((read["alerts"] as? [[String: Any]])?.first?["number"] as? Int == 42)
        let arguments = try String(contentsOfFile: folder + "/arguments", encoding: .utf8)
        #expect(arguments == hostile.map { $0 + "|" }.joined())
        #expect(!FileManager.default.fileExists(atPath: folder + "/owned"))
    }

    @Test func nothingOfOursIsInherited() async throws {
        let program = try script("ls /proc/self/fd > \(folder)/fds; env > \(folder)/env")
        let held = open("/dev/null", O_RDONLY)
        defer { close(held) }
        try await CommandDelivery(name: "pager", arguments: ["/bin/sh", program], environment: ["LANG=C"])
            .deliver([
                notice(fullAlert())
            ])
        // Three of its own, and the one that lists them.
        let descriptors = try String(contentsOfFile: folder + "/fds", encoding: .utf8)
        #expect(descriptors.split(separator: "\n").count <= 4)
        let environment = try String(contentsOfFile: folder + "/env", encoding: .utf8)
        #expect(environment.contains("LANG=C"))
        #expect(!environment.contains("HOME="))
    }

    @Test func aCodeRefusesOneNoticeAndSaysWhatTheProgramSaid() async throws {
        let program = try script("echo 'нет\nno' >&2; exit 3")
        let error = await failure(CommandDelivery(name: "pager", arguments: ["/bin/sh", program]))
        #expect(error?.reason == "the command ended with 3: нет no")
        #expect(error?.extent == .oneNotice)
    }

    @Test func aTemporaryFailureBlocksTheWay() async throws {
        let error = await failure(
            CommandDelivery(name: "pager", arguments: ["/bin/sh", try script("exit 75")]))
        #expect(error?.extent == .everything)
    }

    @Test func aProgramThatHangsIsEndedWithItsChildren() async throws {
        let program = try script("sleep 1000 & echo $! > \(folder)/child; sleep 1000")
        let delivery = CommandDelivery(
            name: "pager", arguments: ["/bin/sh", program], timeout: .milliseconds(300))
        let error = await failure(delivery)
        #expect(error?.reason.contains("took longer") == true)
        #expect(error?.extent == .everything)
        let text = try String(contentsOfFile: folder + "/child", encoding: .utf8)
        let child = try #require(Int32(text.filter(\.isNumber)))
        // Gone, or a zombie that nobody has collected yet.
        let state = (try? String(contentsOfFile: "/proc/\(child)/stat", encoding: .utf8)) ?? ") Z"
        #expect(state.contains(") Z") || state.contains(") X"))
    }

    @Test func aProgramThatDoesNotReadIsJudgedByItsCode() async throws {
        let long = fullAlert(title: String(repeating: "x", count: 1_000_000))
        try await CommandDelivery(name: "pager", arguments: ["/bin/sh", try script("exit 0")]).deliver([
            notice(long)
        ])
    }

    @Test func aProgramThatIsNotThereBlocksTheWay() async throws {
        let error = await failure(CommandDelivery(name: "pager", arguments: [folder + "/nothing"]))
        #expect(error?.reason.contains("No such file") == true)
        #expect(error?.extent == .everything)
    }
}
