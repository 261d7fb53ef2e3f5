/** The room of rules: plain Java without Spring, SQL, clock or randomness. */
@NullMarked
package iq.sendy.channels.model;

import org.jspecify.annotations.NullMarked;
