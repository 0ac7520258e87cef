/// What makes a word, by the raw values of ``ScriptClass``: for the splitters, which see every character.
enum WordRules {
    /// Whether a mark between two characters of a script leaves them one word.
    @inline(__always)
    static func joins(_ mark: UInt8, in script: UInt8) -> Bool {
        switch mark {
        case UInt8(ascii: " "): false
        case UInt8(ascii: "'"):
            script != ScriptClass.latin.rawValue && script != ScriptClass.greek.rawValue
                && script != ScriptClass.number.rawValue
        case UInt8(ascii: "\""): script == ScriptClass.hebrew.rawValue
        case UInt8(ascii: "."), UInt8(ascii: ","): script == ScriptClass.number.rawValue
        default: false
        }
    }

    /// Whether digits belong to a word of the script.
    @inline(__always)
    static func takesDigits(_ script: UInt8) -> Bool {
        script >= ScriptClass.number.rawValue && script <= ScriptClass.cyrillic.rawValue
    }

    /// ``ScriptClass/hasSpaces`` by raw value; true for ``ScriptClass/none``.
    @inline(__always)
    static func isSpaced(_ script: UInt8) -> Bool { script < ScriptClass.han.rawValue }
}
