// libcurl's transfer functions are variadic, which Swift cannot call: one typed wrapper each.
#pragma once
#include <curl/curl.h>
#include <sys/epoll.h>
#include <sys/socket.h>

typedef size_t (*wire_data_callback)(char *, size_t, size_t, void *);
typedef curl_socket_t (*wire_open_callback)(void *, curlsocktype, struct curl_sockaddr *);
typedef int (*wire_socket_callback)(CURL *, curl_socket_t, int, void *, void *);
typedef int (*wire_timer_callback)(CURLM *, long, void *);

static inline CURLcode wire_set_long(CURL *handle, CURLoption option, long value) {
    return curl_easy_setopt(handle, option, value);
}
static inline CURLcode wire_set_string(CURL *handle, CURLoption option, const char *value) {
    return curl_easy_setopt(handle, option, value);
}
static inline CURLcode wire_set_pointer(CURL *handle, CURLoption option, void *value) {
    return curl_easy_setopt(handle, option, value);
}
static inline CURLcode wire_set_list(CURL *handle, CURLoption option, struct curl_slist *value) {
    return curl_easy_setopt(handle, option, value);
}
static inline CURLcode wire_set_data_callback(CURL *handle, CURLoption option, wire_data_callback callback) {
    return curl_easy_setopt(handle, option, callback);
}
static inline CURLcode wire_set_open_callback(CURL *handle, wire_open_callback callback) {
    return curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, callback);
}
static inline CURLcode wire_get_long(CURL *handle, CURLINFO info, long *value) {
    return curl_easy_getinfo(handle, info, value);
}
// curl_off_t is a macro-dependent type; its values here fit in 64 bits.
static inline CURLcode wire_get_offset(CURL *handle, CURLINFO info, long long *value) {
    curl_off_t number = 0;
    CURLcode code = curl_easy_getinfo(handle, info, &number);
    *value = (long long)number;
    return code;
}
static inline CURLcode wire_get_string(CURL *handle, CURLINFO info, const char **value) {
    char *text = NULL;
    CURLcode code = curl_easy_getinfo(handle, info, &text);
    *value = text;
    return code;
}

static inline CURLMcode wire_multi_set_long(CURLM *multi, CURLMoption option, long value) {
    return curl_multi_setopt(multi, option, value);
}
static inline CURLMcode wire_multi_set_callbacks(
    CURLM *multi, wire_socket_callback socket, wire_timer_callback timer, void *context) {
    curl_multi_setopt(multi, CURLMOPT_SOCKETDATA, context);
    curl_multi_setopt(multi, CURLMOPT_TIMERDATA, context);
    curl_multi_setopt(multi, CURLMOPT_SOCKETFUNCTION, socket);
    return curl_multi_setopt(multi, CURLMOPT_TIMERFUNCTION, timer);
}
// The result lies in a union, which Swift would make a computed property of all its members.
static inline CURLcode wire_message_result(const CURLMsg *message) { return message->data.result; }
// addr is the head of a longer structure: its address must be taken in C.
static inline const struct sockaddr *wire_peer(const struct curl_sockaddr *address) { return &address->addr; }
