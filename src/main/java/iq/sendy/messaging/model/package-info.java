/** The room of rules. */
@NullMarked
package iq.sendy.messaging.model;

import org.jspecify.annotations.NullMarked;
