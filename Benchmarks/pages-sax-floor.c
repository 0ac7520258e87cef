// The floor of the page reader: libxml2's own SAX pass over pages without their scripts, and nothing else.
//
//   cc -O2 -o pages-sax-floor pages-sax-floor.c $(xml2-config --cflags --libs)
//   ./pages-sax-floor FOLDER
//
// All files of the folder are held in memory and stripped of script, style, svg, noscript, template and iframe elements and of
// comments beforehand; the SAX pass goes over them once to warm up and then again and again for three seconds of
// processor time. A second figure adds the stripping. Nothing is decoded, chosen or written.
#define _GNU_SOURCE
#include <dirent.h>
#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <time.h>

typedef struct {
    char *bytes;
    size_t count;
} File;

static long elements, letters;

static void start(void *context, const xmlChar *name, const xmlChar **attributes) {
    (void)context, (void)name, (void)attributes;
    elements++;
}

static void end(void *context, const xmlChar *name) {
    (void)context, (void)name;
}

static void text(void *context, const xmlChar *bytes, int count) {
    (void)context, (void)bytes;
    letters += count;
}

static const char *const dropped[] = {"script", "style", "svg", "noscript", "template", "iframe", NULL};

// The end of the element that begins at `tag`, or NULL when it is not one to drop.
static const char *dropped_end(const char *tag, const char *limit) {
    for (int index = 0; dropped[index]; index++) {
        size_t length = strlen(dropped[index]);
        if ((size_t)(limit - tag) < length + 2 || strncasecmp(tag + 1, dropped[index], length)) continue;
        for (const char *at = tag; (at = memmem(at, limit - at, "</", 2)); at += 2) {
            if ((size_t)(limit - at) < length + 2 || strncasecmp(at + 2, dropped[index], length)) continue;
            const char *close = memchr(at, '>', limit - at);
            return close ? close + 1 : limit;
        }
    }
    return NULL;
}

static File stripped(File page) {
    File result = {malloc(page.count + 1), 0};
    if (!result.bytes) exit(70);
    const char *at = page.bytes, *limit = page.bytes + page.count;
    while (at < limit) {
        const char *open = memchr(at, '<', limit - at);
        size_t count = (open ? open : limit) - at;
        memcpy(result.bytes + result.count, at, count);
        result.count += count;
        if (!open) break;
        const char *next = NULL;
        if (limit - open > 4 && !memcmp(open, "<!--", 4)) {
            const char *close = memmem(open + 4, limit - open - 4, "-->", 3);
            next = close ? close + 3 : NULL;
        } else {
            next = dropped_end(open, limit);
        }
        if (!next) {
            result.bytes[result.count++] = '<';
            next = open + 1;
        }
        at = next;
    }
    return result;
}

static void parse(File page) {
    htmlParserCtxtPtr context = htmlCreateMemoryParserCtxt(page.bytes, (int)page.count);
    if (!context) return;
    memset(context->sax, 0, sizeof *context->sax);
    context->sax->startElement = start;
    context->sax->endElement = end;
    context->sax->characters = text;
    xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8);
    htmlParseDocument(context);
    if (context->myDoc) xmlFreeDoc(context->myDoc);
    htmlFreeParserCtxt(context);
}

static double seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return now.tv_sec + now.tv_nsec * 1e-9;
}

static void quiet(void *context, const char *message, ...) {
    (void)context, (void)message;
}

int main(int count, char **arguments) {
    if (count != 2) return fprintf(stderr, "usage: pages-sax-floor FOLDER\n"), 64;
    DIR *folder = opendir(arguments[1]);
    if (!folder) return perror(arguments[1]), 66;
    static File pages[20000], short_pages[20000];
    int pages_count = 0;
    double megabytes = 0;
    for (struct dirent *entry; (entry = readdir(folder)) && pages_count < 20000;) {
        char path[4096];
        struct stat status;
        snprintf(path, sizeof path, "%s/%s", arguments[1], entry->d_name);
        if (stat(path, &status) || !S_ISREG(status.st_mode)) continue;
        FILE *file = fopen(path, "rb");
        if (!file) continue;
        File page = {malloc(status.st_size + 1), 0};
        if (!page.bytes) return 70;
        page.count = fread(page.bytes, 1, status.st_size, file);
        fclose(file);
        megabytes += page.count / 1e6;
        pages[pages_count++] = page;
    }
    xmlInitParser();
    xmlSetGenericErrorFunc(NULL, quiet);
    for (int index = 0; index < pages_count; index++) parse(short_pages[index] = stripped(pages[index]));
    long rounds = 0;
    double begin = seconds();
    do {
        for (int index = 0; index < pages_count; index++) parse(short_pages[index]);
        rounds++;
    } while (seconds() - begin < 3);
    double sax = (seconds() - begin) / rounds;
    rounds = 0;
    begin = seconds();
    do {
        for (int index = 0; index < pages_count; index++) free(stripped(pages[index]).bytes);
        rounds++;
    } while (seconds() - begin < 1);
    double strip = (seconds() - begin) / rounds;
    printf("libxml2 SAX on stripped pages: %.0f pages/s (%d pages, %.1f MB)\n", pages_count / sax, pages_count,
           megabytes);
    printf("with the stripping: %.0f pages/s\n", pages_count / (sax + strip));
    return 0;
}
