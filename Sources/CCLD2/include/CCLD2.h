#pragma once
#include <stdint.h>
#ifdef __cplusplus
extern "C" {
#endif
// The version of the linked language tables, such as "V2.0 - 20140204".
const char *wirewatch_cld2_version(void);
#ifdef __cplusplus
}
#endif
