/** The room of rules and states; no Spring, SQL, clock or randomness. */
@NullMarked
package iq.sendy.access.model;

import org.jspecify.annotations.NullMarked;
