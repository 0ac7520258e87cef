#include <cstdio>  // compact_lang_det.h uses FILE without including it
#include <cld2/public/compact_lang_det.h>
#include "CCLD2.h"

extern "C" const char *wirewatch_cld2_version(void) { return CLD2::DetectLanguageVersion(); }
