import Model

/// An alert with something in every field.
func fullAlert(
    rule: String = "MFA on CIA", title: String = "林剑答记者问", url: String? = "https://example.org/a",
    file: String? = "042_0123456789abcdef.txt", matches: [String] = ["林剑", "中情局"], otherOutlets: Int = 3
) -> Alert {
    Alert(
        time: Timestamp(seconds: 1_770_969_682), rule: rule, severity: .high, language: "zh", source: "新华社",
        outlet: "example.org", title: title, url: url, number: 42, file: file, story: 40, matches: matches,
        otherOutlets: otherOutlets, deliver: ["stdout"])
}

/// The alert as a notice of its own.
func notice(_ alert: Alert, id: String = "alert-1") -> Notice {
    Notice(id: id, alerts: [alert])
}
