// The floor of the feed reader: libxml2's own SAX pass that collects the texts of the items, and nothing else.
//
//   cc -O2 -o feeds-sax-floor feeds-sax-floor.c $(xml2-config --cflags --libs)
//   ./feeds-sax-floor FOLDER
//
// All files of the folder are held in memory; they are read once to warm up and then again and again for three seconds of
// processor time. JSON files cost it nothing, and nothing is mended, decoded or resolved.
#include <dirent.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

typedef struct {
    char *bytes;
    size_t count;
} File;

typedef struct {
    char *text;
    size_t count, capacity;
    int in_item, collects;
    long items, fields;
} Reader;

static const char *const kept[] = {"title", "link", "guid", "id", "pubDate", "date", "published", "updated",
                                   "description", "summary", "encoded", "content", "creator", NULL};

static void start(void *context, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri, int namespaces,
                  const xmlChar **namespace, int attributes, int defaulted, const xmlChar **attribute) {
    (void)prefix, (void)uri, (void)namespaces, (void)namespace, (void)attributes, (void)defaulted, (void)attribute;
    Reader *reader = context;
    if (!strcmp((const char *)local, "item") || !strcmp((const char *)local, "entry")) {
        reader->items++;
        reader->in_item = 1;
    } else if (reader->in_item) {
        for (int index = 0; kept[index]; index++) {
            if (!strcmp((const char *)local, kept[index])) reader->collects = 1;
        }
        reader->count = 0;
    }
}

static void end(void *context, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri) {
    (void)prefix, (void)uri;
    Reader *reader = context;
    if (reader->collects) {
        // What a reader would keep.
        char *copy = malloc(reader->count + 1);
        if (!copy) exit(70);
        if (reader->count) memcpy(copy, reader->text, reader->count);
        copy[reader->count] = 0;
        reader->fields += copy[0] != 0;
        free(copy);
        reader->collects = 0;
    }
    if (!strcmp((const char *)local, "item") || !strcmp((const char *)local, "entry")) reader->in_item = 0;
}

static void characters(void *context, const xmlChar *text, int count) {
    Reader *reader = context;
    if (!reader->collects) return;
    if (reader->count + count > reader->capacity) {
        reader->capacity = (reader->count + count) * 2;
        reader->text = realloc(reader->text, reader->capacity);
        if (!reader->text) exit(70);
    }
    memcpy(reader->text + reader->count, text, count);
    reader->count += count;
}

static void quiet(void *context, xmlErrorPtr error) { (void)context, (void)error; }

static void parse(const File *file, Reader *reader) {
    xmlSAXHandler events;
    memset(&events, 0, sizeof events);
    events.initialized = XML_SAX2_MAGIC;
    events.startElementNs = start;
    events.endElementNs = end;
    events.characters = events.cdataBlock = events.ignorableWhitespace = characters;
    events.serror = quiet;
    xmlParserCtxtPtr context = xmlCreatePushParserCtxt(&events, reader, NULL, 0, NULL);
    if (!context) exit(70);
    xmlCtxtUseOptions(context, XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    const size_t piece = 64 << 10;
    for (size_t offset = 0; offset < file->count; offset += piece) {
        size_t count = file->count - offset < piece ? file->count - offset : piece;
        xmlParseChunk(context, file->bytes + offset, (int)count, 0);
    }
    xmlParseChunk(context, NULL, 0, 1);
    if (context->myDoc) xmlFreeDoc(context->myDoc);
    xmlFreeParserCtxt(context);
}

static double processor_seconds(void) {
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return time.tv_sec + time.tv_nsec / 1e9;
}

static size_t load(const char *folder, File **files, size_t *bytes) {
    DIR *directory = opendir(folder);
    if (!directory) return 0;
    size_t count = 0, capacity = 0;
    for (struct dirent *entry; (entry = readdir(directory));) {
        char path[4096];
        struct stat status;
        snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        if (stat(path, &status) || !S_ISREG(status.st_mode)) continue;
        FILE *stream = fopen(path, "rb");
        if (!stream) continue;
        if (count == capacity) *files = realloc(*files, (capacity = capacity * 2 + 64) * sizeof **files);
        File file = {malloc(status.st_size + 1), 0};
        if (!*files || !file.bytes) exit(70);
        file.count = fread(file.bytes, 1, status.st_size, stream);
        fclose(stream);
        *bytes += file.count;
        (*files)[count++] = file;
    }
    closedir(directory);
    return count;
}

int main(int count, char **arguments) {
    if (count != 2) {
        fprintf(stderr, "usage: feeds-sax-floor FOLDER\n");
        return 64;
    }
    File *files = NULL;
    size_t bytes = 0, number = load(arguments[1], &files, &bytes);
    if (!number) return 66;
    Reader reader = {0};
    double began = 0;
    int rounds = -1;
    while (rounds < 1 || processor_seconds() - began < 3) {
        if (rounds < 0) {
            rounds = 0;
            for (size_t index = 0; index < number; index++) parse(&files[index], &reader);
            reader.items = 0;
            began = processor_seconds();
            continue;
        }
        for (size_t index = 0; index < number; index++) parse(&files[index], &reader);
        rounds++;
    }
    double seconds = processor_seconds() - began;
    printf("libxml2 SAX collecting fields: %.1f MB/s, %.0f items/s\n", bytes * rounds / seconds / 1e6, reader.items / seconds);
    return 0;
}
