/* libxml2 without ICU: its headers pull in the system's ICU, which clashes with Foundation's own in
   clean debug builds. */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

/* `xmlFree` is a variable that holds a function, or a macro for one: Swift can call neither. */
static inline void libxml_free(void *bytes) {
  xmlFree(bytes);
}

/* The version of the library that runs, as digits: 20914. A variable of C, which Swift takes for
   one that threads may change. */
static inline const char *libxml_version(void) {
  return xmlParserVersion;
}
