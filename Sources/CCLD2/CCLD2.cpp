#include <cstdio>  // compact_lang_det.h uses FILE without including it
#include <cstring>
#include <map>
#include <memory>
#include <utility>

#include <cld2/public/compact_lang_det.h>

#include <cld2/internal/cldutil.h>
#include <cld2/internal/cldutil_shared.h>
#include <cld2/internal/getonescriptspan.h>
#include <cld2/internal/lang_script.h>
#include <cld2/internal/scoreonescriptspan.h>

#include "CCLD2.h"

// CLD2's own answer takes a vote among chunks of twenty letter groups, each giving all its weight to one language: on
// a headline that is one to three votes, often for the language of the names in it. Summing over the whole text keeps
// what every language scored. So this reads the same tables with the same functions, and leaves out the vote.
namespace CLD2 {
extern const UTF8PropObj cld_generated_CjkUni_obj;
extern const CLD2TableSummary kCjkCompat_obj, kCjkDeltaBi_obj, kDistinctBiTable_obj;
extern const CLD2TableSummary kQuad_obj, kQuad_obj2, kDeltaOcta_obj, kDistinctOcta_obj;
extern const short kAvgDeltaOctaScore[];
void LinearizeAll(ScoringContext *context, bool isCJK, ScoringHitBuffer *hits);
}  // namespace CLD2

namespace {

using namespace CLD2;

const ScoringTables tables = {
    &cld_generated_CjkUni_obj, &kCjkCompat_obj, &kCjkDeltaBi_obj, &kDistinctBiTable_obj, &kQuad_obj,
    &kQuad_obj2, &kDeltaOcta_obj, &kDistinctOcta_obj, kAvgDeltaOctaScore,
};

struct Script {
    int32_t bytes = 0;
    std::map<Language, int32_t> scores;
    // By the number that the tables of this script have for a language: a look-up in a map for each group costs more
    // than finding the groups.
    int32_t scoresByNumber[256] = {};
};

// Adds what the letter groups of one span say of each language.
void addScores(const LangSpan &span, bool isCJK, ScoringContext &context, ScoringHitBuffer &hits, Script &script) {
    int offset = 1;  // a span begins with a space
    while (offset < span.text_bytes) {
        hits.init();
        hits.ulscript = span.ulscript;
        hits.lowest_offset = offset;
        int next;
        if (isCJK) {
            next = GetUniHits(span.text, offset, span.text_bytes, &context, &hits);
            GetBiHits(span.text, offset, next, &context, &hits);
        } else {
            next = GetQuadHits(span.text, offset, span.text_bytes, &context, &hits);
            GetOctaHits(span.text, offset, next, &context, &hits);
        }
        LinearizeAll(&context, isCJK, &hits);
        // The first hit is no letter group: CLD2 begins with a point for the script's most usual language.
        for (int i = 1; i < hits.next_linear; i++) {
            const uint32 packed = hits.linear[i].langprob;
            const uint8 *entry = LgProb2TblEntry(packed & 0xFF);
            for (int j = 0; j < 3; j++) {
                const uint8 number = (packed >> (8 * (j + 1))) & 0xFF;
                if (number) script.scoresByNumber[number] += LgProb3(entry, j);
            }
        }
        if (next <= offset) break;
        offset = next;
    }
}

}  // namespace

extern "C" const char *wirewatch_cld2_version(void) { return CLD2::DetectLanguageVersion(); }

extern "C" int32_t wirewatch_cld2_fits(
    const char *utf8, int32_t length, wirewatch_cld2_fit *fits, int32_t capacity) {
    std::map<ULScript, Script> scripts;
    ScriptScanner scanner(utf8, length, true);
    ScoringContext context = {};
    context.ulscript = ULScript_Latin;
    context.prior_chunk_lang = UNKNOWN_LANGUAGE;
    context.scoringtables = &tables;
    context.scanner = &scanner;
    context.init();
    // Not set to zero: its counts are, before each use.
    const std::unique_ptr<ScoringHitBuffer> hits(new ScoringHitBuffer);
    LangSpan span;
    while (scanner.GetOneScriptSpanLower(&span)) {
        Script &script = scripts[span.ulscript];
        script.bytes += span.text_bytes;
        context.ulscript = span.ulscript;
        switch (ULScriptRecognitionType(span.ulscript)) {
            case RTypeNone:
            case RTypeOne:
                script.scores[DefaultLanguage(span.ulscript)] += span.text_bytes;
                break;
            case RTypeMany:
                addScores(span, false, context, *hits, script);
                break;
            case RTypeCJK:
                addScores(span, true, context, *hits, script);
                break;
        }
    }
    int32_t count = 0;
    for (auto &[number, script] : scripts) {
        for (int i = 1; i < 256; i++) {
            const int32_t score = script.scoresByNumber[i];
            if (score) script.scores[FromPerScriptNumber(number, static_cast<uint8>(i))] += score;
        }
        // A script whose letters say nothing is still there to be seen.
        if (script.scores.empty()) script.scores[UNKNOWN_LANGUAGE] = 0;
        for (const auto &[language, score] : script.scores) {
            if (count == capacity) return count;
            wirewatch_cld2_fit &fit = fits[count++];
            snprintf(fit.script, sizeof fit.script, "%s", ULScriptCode(number));
            snprintf(fit.language, sizeof fit.language, "%s", LanguageCode(language));
            fit.scriptBytes = script.bytes;
            fit.score = score;
        }
    }
    return count;
}
