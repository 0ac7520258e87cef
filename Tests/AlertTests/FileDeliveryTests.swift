import Alert
import Foundation
import Model
import Testing

@Suite struct FileDeliveryTests {
    private let folder: String

    init() throws {
        folder = FileManager.default.temporaryDirectory.path + "/alerts-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    private func lines(_ name: String) throws -> [String] {
        try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8).split(separator: "\n").map(
            String.init)
    }

    @Test func alertsAreAppendedAsLines() async throws {
        let delivery = FileDelivery(name: "archive", path: folder + "/a.jsonl")
        try await delivery.deliver([notice(fullAlert(title: "Первое")), notice(fullAlert(title: "第二"))])
        try await delivery.deliver([Notice(id: "d", alerts: [fullAlert()], heldFor: "digest")])
        let lines = try lines("a.jsonl")
        #expect(lines.count == 3)
        #expect(lines[0] == alertJSON(fullAlert(title: "Первое")))
        #expect(lines[2] == alertJSON(fullAlert(), heldFor: "digest"))
    }

    @Test func aLineThatADeadMachineLeftIsEndedFirst() async throws {
        try "{\"torn\":".write(toFile: folder + "/a.jsonl", atomically: false, encoding: .utf8)
        try await FileDelivery(name: "archive", path: folder + "/a.jsonl").deliver([notice(fullAlert())])
        #expect(try lines("a.jsonl") == ["{\"torn\":", alertJSON(fullAlert())])
    }

    @Test func aFileThatWasMovedAwayIsMadeAnew() async throws {
        let delivery = FileDelivery(name: "archive", path: folder + "/a.jsonl")
        try await delivery.deliver([notice(fullAlert())])
        try FileManager.default.moveItem(atPath: folder + "/a.jsonl", toPath: folder + "/a.1")
        try await delivery.deliver([notice(fullAlert())])
        #expect(try lines("a.jsonl").count == 1)
    }

    @Test(arguments: ["missing/a.jsonl", "folder", "/dev/full"])
    func whatCannotBeWrittenFails(path: String) async throws {
        try FileManager.default.createDirectory(
            atPath: folder + "/folder", withIntermediateDirectories: true)
        let whole = path.hasPrefix("/") ? path : "\(folder)/\(path)"
        let delivery = FileDelivery(name: "archive", path: whole)
        let error = await #expect(throws: DeliveryError.self) {
            try await delivery.deliver([notice(fullAlert())])
        }
        #expect(error?.delivered == 0)
        #expect(error?.reason.hasPrefix(whole) == true)
    }
}
