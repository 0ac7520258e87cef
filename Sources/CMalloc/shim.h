#pragma once

// <malloc.h> brings all of <stdio.h> with it, so its one declaration that is needed is repeated.
int mallopt(int parameter, int value);
enum { wirewatch_mmap_threshold = -3 /* M_MMAP_THRESHOLD */ };
