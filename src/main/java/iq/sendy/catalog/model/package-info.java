/** The room of rules: plain Java, without the database, the clock or chance. */
@NullMarked
package iq.sendy.catalog.model;

import org.jspecify.annotations.NullMarked;
