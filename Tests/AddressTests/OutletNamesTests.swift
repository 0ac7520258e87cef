import Address
import Testing

@Suite struct OutletNamesTests {
    @Test(arguments: [
        ("https://www.example.com/a", "example.com"),
        ("https://news.desk.example.co.uk/", "example.co.uk"),
        ("https://www.example.com.au", "example.com.au"),
        ("https://EXAMPLE.COM.", "example.com"),
        ("https://www.gov.uk/news", "www.gov.uk"),
        ("https://gov.uk/news", "gov.uk"),
        ("https://someone.github.io/", "someone.github.io"),
        ("https://news.пример.рф/", "xn--e1afmkfd.xn--p1ai"),
        ("https://記者.公司.香港/", "xn--zw0a69r.xn--55qx5d.xn--j6w193g"),
        ("https://www.example.com:8443/a", "example.com"),
        ("http://127.0.0.1:8001/feed", "127.0.0.1:8001"),
        ("http://127.0.0.1/feed", "127.0.0.1"),
        ("http://[::1]:8001/feed", "[::1]:8001"),
        ("http://localhost:8002/feed", "localhost:8002"),
        ("http://herald.localhost:8002/feed", "herald.localhost:8002"),
        ("http://newsroom:9000/", "newsroom:9000"),
        ("http://newsroom/", "newsroom"),
        ("https://a.b.unknowntld/", "b.unknowntld"),
        ("nonsense", ""),
        ("mailto:a@example.com", ""),
    ])
    func outletOfAnAddress(url: String, outlet: String) {
        #expect(OutletNames().outlet(of: url) == outlet)
    }
}

@Suite struct RedactedURLTests {
    @Test(arguments: [
        ("https://example.com/feed?a=1", "https://example.com/feed?a=1"),
        ("https://user:secret@example.com/feed", "https://example.com/feed"),
        ("https://example.com/feed?token=abc&x=1", "https://example.com/feed?token=***&x=1"),
        (
            "https://example.com/f?ApiKey=abc&access_token=d&sig=e&X-Amz-Signature=f&auth=g",
            "https://example.com/f?ApiKey=***&access_token=***&sig=***&X-Amz-Signature=***&auth=***"
        ),
        ("https://example.com/f?api%5Fkey=abc", "https://example.com/f?api_key=***"),
        (
            "https://example.com/f?keyword=x&author=y&tokens",
            "https://example.com/f?keyword=x&author=y&tokens"
        ),
        ("https://example.com/a\u{1B}\u{202E}b", "https://example.com/a%1B%E2%80%AEb"),
    ])
    func logsNoSecrets(url: String, expected: String) {
        #expect(redactedURL(url) == expected)
    }
}
