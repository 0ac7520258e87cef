#pragma once
#include <zlib.h>

// inflateInit2 is a macro. 32 + 15: gzip or zlib by its header, the largest window.
static inline int wirewatch_inflate_start(z_stream *stream) { return inflateInit2(stream, 32 + 15); }
