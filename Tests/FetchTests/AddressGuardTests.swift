import Foundation
import Model
import Testing

@testable import Fetch

@Suite struct AddressGuardTests {
    private func bytes(of address: String) -> [UInt8] {
        var four = in_addr()
        var sixteen = in6_addr()
        if inet_pton(AF_INET, address, &four) == 1 { return withUnsafeBytes(of: four) { Array($0) } }
        if inet_pton(AF_INET6, address, &sixteen) == 1 { return withUnsafeBytes(of: sixteen) { Array($0) } }
        return []
    }

    @Test(arguments: [
        "0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255", "100.64.0.1", "100.127.255.255", "127.0.0.1",
        "127.255.0.1", "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.1", "192.168.1.1",
        "198.18.0.1", "198.19.255.255", "224.0.0.1", "239.1.1.1", "240.0.0.1", "255.255.255.255", "::", "::1",
        "::127.0.0.1", "::ffff:8.8.8.8", "::ffff:127.0.0.1", "64:ff9b::8.8.8.8", "64:ff9b:1::1", "100::1",
        "2001::1", "2002:7f00:1::", "fc00::1", "fd12:3456::1", "fe80::1", "febf::1", "fec0::1", "ff02::1",
    ])
    func privateAddressesAreKnown(address: String) {
        #expect(isPrivateAddress(bytes(of: address)))
    }

    @Test(arguments: [
        "1.1.1.1", "9.255.255.255", "11.0.0.1", "100.63.255.255", "100.128.0.1", "126.255.255.255",
        "128.0.0.1",
        "169.253.1.1", "172.15.1.1", "172.32.0.1", "192.0.1.1", "192.167.1.1", "192.169.1.1", "198.17.1.1",
        "198.20.0.1", "223.255.255.255", "2001:4860:4860::8888", "2606:4700::1111", "2a00:1450::1", "2003::1",
    ])
    func publicAddressesAreLeftAlone(address: String) {
        #expect(!isPrivateAddress(bytes(of: address)))
    }

    @Test func whatIsNoAddressIsPrivate() {
        #expect(isPrivateAddress([]))
        #expect(isPrivateAddress([1, 2, 3]))
    }

    @Test(arguments: [
        "127.0.0.1", "localhost", "0x7f.1", "2130706433", "017700000001", "127.1", "0.0.0.0", "[::1]",
        "[::ffff:127.0.0.1]", "news.localhost",
    ])
    func loopbackIsRefusedHoweverItIsSpelt(host: String) async throws {
        let server = try LoopbackServer.replying { _ in response("200 OK", text: "secret") }
        defer { server.stop() }
        let failure = try await outcome(of: server.url(host: host)) { $0.allowPrivateAddresses = false }
            .failure
        #expect(failure?.category == .privateAddress, "\(String(describing: failure))")
        #expect(server.connections == 0)
    }

    @Test func redirectToAPrivateAddressIsRefused() async throws {
        let inner = try LoopbackServer.replying { _ in response("200 OK", text: "secret") }
        defer { inner.stop() }
        let target = inner.url(host: "127.0.0.2")
        let server = try LoopbackServer.replying { _ in response("302 Found", ["Location: \(target)"]) }
        defer { server.stop() }
        let url = server.url()
        // To this test, 127.0.0.1 is the internet.
        try await withFetcher(isPrivate: { $0 != [127, 0, 0, 1] }) { fetcher in
            let failure = await fetcher.get(FetchRequest(url: url)).failure
            #expect(failure?.category == .privateAddress)
            #expect(failure?.reason.hasPrefix("127.0.0.2 is on a private network") == true)
        }
        #expect(server.connections == 1)
        #expect(inner.connections == 0)
    }

    @Test func connectionsForPrivateSourcesAreNotLentToOthers() async throws {
        let server = try LoopbackServer.replying { _ in response("200 OK", text: "secret") }
        defer { server.stop() }
        try await withFetcher { fetcher in
            let allowed = FetchRequest(url: server.url(), allowPrivateAddresses: true)
            #expect(await fetcher.get(allowed).text == "secret")
            let failure = await fetcher.get(FetchRequest(url: server.url())).failure
            #expect(failure?.category == .privateAddress)
            #expect(await fetcher.get(allowed).text == "secret")
        }
        #expect(server.connections == 1)
    }
}
