import Testing
import Watchlist

/// A query's tree in a short form for comparison: `(or a (and b "c d"))`.
private func sketch(_ node: QueryNode) -> String {
    func list(_ name: String, _ nodes: [QueryNode]) -> String {
        "(" + ([name] + nodes.map(sketch)).joined(separator: " ") + ")"
    }
    switch node {
    case .text(let text):
        return (text.isExact ? "=" : "") + "<\(text.text)>" + (text.isPrefix ? "*" : "")
    case .entity(let entity): return "@\(entity.name)"
    case .near(let left, let right, let distance, let isOrdered):
        return list("\(isOrdered ? "onear" : "near")/\(distance)", [left, right])
    case .title(let inner): return list("title", [inner])
    case .field(let field, let value):
        return "\(field.rawValue):<\(value.text)>" + (value.isPrefix ? "*" : "")
    case .and(let nodes): return list("and", nodes)
    case .or(let nodes): return list("or", nodes)
    case .not(let inner): return list("not", [inner])
    }
}

@Test(arguments: [
    ("trump", "<trump>"),
    ("a b c", "(and <a> <b> <c>)"),
    ("a AND b AND c", "(and <a> <b> <c>)"),
    ("a OR b c", "(or <a> (and <b> <c>))"),
    ("(a OR b) c", "(and (or <a> <b>) <c>)"),
    ("a NOT b", "(and <a> (not <b>))"),
    ("a AND NOT b", "(and <a> (not <b>))"),
    ("a NOT (b OR c)", "(and <a> (not (or <b> <c>)))"),
    ("a NOT NOT b", "(and <a> (not (not <b>)))"),
    ("\"a phrase\" x", "(and <a phrase> <x>)"),
    ("“林剑 记者会” OR „Weißes Haus“ OR «Белый дом»", "(or <林剑 记者会> <Weißes Haus> <Белый дом>)"),
    ("foo\"bar baz\"", "(and <foo> <bar baz>)"),
    ("a NEAR/5 b", "(near/5 <a> <b>)"),
    ("a ONEAR/3 \"b c\" d", "(and (onear/3 <a> <b c>) <d>)"),
    ("a NEAR/5 b NEAR/2 c", "(near/2 (near/5 <a> <b>) <c>)"),
    ("(a OR @b) NEAR/9 c", "(near/9 (or <a> @b) <c>)"),
    ("trump*", "<trump>*"),
    ("\"donald trump*\"", "<donald trump>*"),
    ("特朗*", "<特朗>*"),
    ("=US", "=<US>"),
    ("=\"US dollar\"", "=<US dollar>"),
    ("@lin-jian", "@lin-jian"),
    ("title:trump", "(title <trump>)"),
    ("title:(a OR \"b c\") d", "(and (title (or <a> <b c>)) <d>)"),
    ("TITLE: =US", "(title =<US>)"),
    ("source:\"BBC Русская служба\"", "source:<BBC Русская служба>"),
    ("lang:(ru OR zh-Hans) tag:public", "(and (or lang:<ru> lang:<zh-Hans>) tag:<public>)"),
    ("outlet:bbc.co.uk wire:Reuters", "(and outlet:<bbc.co.uk> wire:<Reuters>)"),
    ("source:-odd:name=x", "source:<-odd:name=x>"),
    ("tag:NOT x", "(and tag:<NOT> <x>)"),
    ("near and or not", "(and <near> <and> <or> <not>)"),
    ("10:30", "<10:30>"),
    ("AT&T don't U.S. covid-19", "(and <AT&T> <don't> <U.S.> <covid-19>)"),
    ("ארה\"ב", "<ארה\"ב>"),
    ("\"נשיא ארה\"ב\"", "<נשיא ארה\"ב>"),
    ("（林剑　OR　＠lin） title：日本", "(and (or <林剑> @lin) (title <日本>))"),
    ("\t a\n b\u{A0}c ", "(and <a> <b> <c>)"),
])
func queriesAreReadAsWritten(text: String, tree: String) throws {
    #expect(sketch(try Query(text).root) == tree)
}

@Test(arguments: [
    ("", 1, "a word"),
    ("   ", 4, "a word"),
    ("a OR", 5, "a word"),
    ("a AND AND b", 7, "a word"),
    ("OR a", 1, "a word"),
    ("(a OR b", 8, ") for the ( at column 1"),
    ("a)", 2, "no ) without its ("),
    ("()", 2, "a word"),
    ("a \"b c", 7, "a closing quote for the phrase that starts at column 3"),
    ("林剑 AND @", 8, "an entity's name"),
    ("a NEAR b", 3, "NEAR/5"),
    ("a NEAR/ b", 3, "NEAR/5"),
    ("a NEAR/0 b", 3, "from 1 to 100"),
    ("a ONEAR/101 b", 3, "ONEAR/5"),
    ("a NEAR/99999999999999999999 b", 3, "from 1 to 100"),
    ("a NEAR/5", 9, "a word"),
    ("NEAR/5 a", 1, "a word"),
    ("(a AND b) NEAR/5 c", 1, "beside NEAR"),
    ("a NEAR/5 NOT b", 10, "a word"),
    ("a NEAR/5 (b OR NOT c)", 10, "beside NEAR"),
    ("a NEAR/5 title:b", 10, "beside NEAR"),
    ("tru*", 1, "at least 4 letters"),
    ("特*", 1, "at least 4 letters"),
    ("a t*p", 4, "* only at the end"),
    ("*", 1, "a word with a letter"),
    ("a && b", 3, "a word with a letter"),
    ("\"...\"", 1, "a word with a letter"),
    ("=", 1, "a word with a letter"),
    ("apple -fruit", 7, "NOT before a word"),
    ("titel:x", 1, "title: source:"),
    ("a http://x.org", 3, "quotes around text"),
    ("title:(source:x)", 8, "only words inside title:"),
    ("title:title:x", 7, "only words inside title:"),
    ("lang:\"\"", 6, "a word with a letter"), ("lang:AND) x", 9, "no ) without"),
    ("lang:(ru uk)", 10, "OR and another value"),
    ("source:", 8, "a value for source:"),
    ("NOT sport", 1, "beside NOT"),
    ("a OR NOT b", 1, "beside NOT"),
    ("👩‍👩‍👧 👩‍👩‍👧 é) x", 1, "a word with a letter"),
    ("क्षत्रिय ) x", 5, "no ) without its ("),
])
func unreadableQueriesNameTheirColumn(text: String, column: Int, expected: String) throws {
    let error = try #require(throws: QueryError.self) { _ = try Query(text) }
    #expect(error.column == column)
    #expect(error.expected.contains(expected), "\(error)")
}

@Test func anErrorReadsAsOneLine() throws {
    let error = try #require(throws: QueryError.self) { _ = try Query("a OR )") }
    #expect(
        error.description
            == "column 6: found \")\"; expected a word, a \"phrase\", an @entity, a field such as title: or ("
    )
}

@Test func hostileQueriesEndInAnError() throws {
    let nested = String(repeating: "(", count: 10_000) + "a" + String(repeating: ")", count: 10_000)
    #expect(throws: QueryError.self) { _ = try Query(nested) }
    let negated = String(repeating: "NOT ", count: 10_000) + "a"
    #expect(throws: QueryError.self) { _ = try Query(negated) }
    let near = Array(repeating: "a", count: 10_000).joined(separator: " NEAR/5 ")
    #expect(throws: QueryError.self) { _ = try Query(near) }
    let words = Array(repeating: "a", count: 10_001).joined(separator: " ")
    #expect(throws: QueryError.self) { _ = try Query(words) }
    let megabyte = String(repeating: "a", count: 1 << 20)
    #expect(throws: QueryError.self) { _ = try Query(megabyte) }
    #expect(throws: QueryError.self) { _ = try Query("\"" + megabyte) }
    #expect(throws: QueryError.self) { _ = try Query(String(repeating: "\u{301}", count: 10_000)) }
    #expect(throws: QueryError.self) { _ = try Query("a\u{0}* \u{0}") }
}

@Test func queriesWithinTheBudgetAreRead() throws {
    let words = Array(repeating: "a", count: 10_000).joined(separator: " OR ")
    let query = try Query(words)
    guard case .or(let nodes) = query.root else {
        Issue.record("not an alternative")
        return
    }
    #expect(nodes.count == 10_000)
    let nested = String(repeating: "(", count: 60) + "a" + String(repeating: ")", count: 60)
    #expect(try Query(nested).root == .text(QueryText(text: "a", column: 61)))
}

@Test func entitiesAreListedWithTheirColumns() throws {
    #expect(
        try Query("@lin-jian AND (ЦРУ OR @cia)").entities
            == [QueryEntity(name: "lin-jian", column: 1), QueryEntity(name: "cia", column: 23)])
}
