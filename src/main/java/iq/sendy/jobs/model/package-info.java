/** The room of rules: when to try again, how much to take at once, whose turn it is. */
@NullMarked
package iq.sendy.jobs.model;

import org.jspecify.annotations.NullMarked;
