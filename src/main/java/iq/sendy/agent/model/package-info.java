/** The room of rules: plain Java without Spring, SQL, clock or randomness. */
@NullMarked
package iq.sendy.agent.model;

import org.jspecify.annotations.NullMarked;
