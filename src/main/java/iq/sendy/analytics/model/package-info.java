/** The room of plain rules. */
@NullMarked
package iq.sendy.analytics.model;

import org.jspecify.annotations.NullMarked;
