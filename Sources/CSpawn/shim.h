#pragma once
#include <spawn.h>

// glibc shows these two only to GNU sources, which a module cannot ask to be.
int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int first);
int pipe2(int descriptors[2], int flags);
