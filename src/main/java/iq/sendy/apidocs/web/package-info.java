/**
 * The pages at {@code /docs}: the OpenAPI document for people, rendered here and light enough for a phone. What templates ask
 * of a record is public: they see nothing else.
 */
@NullMarked
package iq.sendy.apidocs.web;

import org.jspecify.annotations.NullMarked;
