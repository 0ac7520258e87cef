#pragma once
// Debian's libxml2 headers pull in ICU's, which clash with Foundation's copy of them in a clean build.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/HTMLtree.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

// xmlFree is a mutable global function pointer, which Swift 6 does not let through.
static inline void wirewatch_xml_free(void *memory) { xmlFree(memory); }

// Complaints that libxml2 makes outside of any parser go to standard error unless every thread, those to come included,
// is told otherwise; the declarations differ between versions.
static inline void wirewatch_xml_ignore(void *context, const xmlError *error) { (void)context, (void)error; }
static inline void wirewatch_xml_silence(void) {
    xmlThrDefSetStructuredErrorFunc(NULL, (xmlStructuredErrorFunc)wirewatch_xml_ignore);
    xmlSetStructuredErrorFunc(NULL, (xmlStructuredErrorFunc)wirewatch_xml_ignore);
}
