/// A query without the parameters that only measure where a reader came from, the rest in its order.
///
/// - Returns: nil when nothing is left.
func queryWithoutTracking(_ query: String) -> String? {
    let kept = query.split(separator: "&").filter { pair in
        let name = String(decoding: unescaped(pair.utf8.prefix { $0 != UInt8(ascii: "=") }), as: UTF8.self)
        return !isTracking(name.lowercased()) && !(name == "scm" && isPosition(pair.utf8))
    }
    return kept.isEmpty ? nil : kept.joined(separator: "&")
}

/// Whether a pair is `scm=1007.30.2.0`, a place in a shop's own counting, and no word that could name content.
private func isPosition(_ pair: some Sequence<UInt8>) -> Bool {
    let value = pair.drop { $0 != UInt8(ascii: "=") }.dropFirst()
    return value.contains(UInt8(ascii: "."))
        && value.prefix(4).allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
}

/// Parameters of the analytics, mail and advertising systems that many publishers share.
private func isTracking(_ name: String) -> Bool {
    switch name {
    case "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "srsltid", "msclkid", "yclid", "ysclid",
        "twclid", "ttclid", "li_fat_id", "igsh", "igshid", "epik", "rdt_cid", "irclickid",
        "mc_cid", "mc_eid", "mkt_tok", "_hsenc", "_hsmi", "__hstc", "__hssc", "hsctatracking", "vero_id",
        "vero_conv", "oly_enc_id", "oly_anon_id", "wickedid", "cmpid", "ocid", "s_cid", "sc_cid", "icid",
        "xtor",
        "_ga", "_gl", "_openstat", "spm", "__twitter_impression", "guccounter", "guce_referrer",
        "guce_referrer_sig", "wt_mc", "wt_zmc", "wt.mc_id", "wt.mc_ev", "wt.tsrc", "at_medium", "at_campaign",
        "jsessionid", "phpsessid", "cmp", "__source", "traffic_source", "gad_source", "gad_campaignid",
        "fb_action_ids", "fb_action_types", "fb_source", "fb_ref", "mibextid", "soc_src", "soc_trk",
        "_branch_match_id", "_branch_referrer", "ml_subscriber", "ml_subscriber_hash", "elqtrackid",
        "trk_contact", "trk_msg", "trk_module", "trk_sid", "s_kwcid", "ef_id", "tblci", "dicbo",
        "wprov", "feedtype", "feedname":
        true
    default:
        ["utm_", "pk_", "mtm_", "piwik_", "matomo_", "at_custom", "ns_", "hsa_", "aspsessionid"]
            .contains { name.hasPrefix($0) }
    }
}
