/**
 * The pages at {@code /docs}: the OpenAPI document for people, rendered here and light enough for a phone. What templates ask
 * of a record is public: they see nothing else.
 */
@NullMarked
@NamedInterface("docs")
package iq.sendy.platform.docs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
