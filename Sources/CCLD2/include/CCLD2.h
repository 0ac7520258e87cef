#pragma once
#include <stdint.h>
#ifdef __cplusplus
extern "C" {
#endif

// How well a text fits one language in one script.
typedef struct {
    char script[8];        // "Latn", "Cyrl", "Hani" …
    char language[16];     // CLD2's code: "en", "zh-Hant", "iw" …
    int32_t scriptBytes;   // letters of that script in the text, in bytes
    int32_t score;         // sum of the logarithmic probabilities of its letter groups; higher fits better
} wirewatch_cld2_fit;

// The version of the linked language tables, such as "V2.0 - 20140204".
const char *wirewatch_cld2_version(void);

// Writes the fits of all languages with any, and returns their number, at most `capacity`.
// `utf8` must be well-formed UTF-8 without control characters.
int32_t wirewatch_cld2_fits(const char *utf8, int32_t length, wirewatch_cld2_fit *fits, int32_t capacity);

#ifdef __cplusplus
}
#endif
