/**
 * Hostile requests, made by code and sent over bare sockets: what the attacked process of the tests and the flood of the bench
 * have in common. It uses the JDK alone, since {@code bench/run} compiles it without the rest of the tests.
 */
@NullMarked
package iq.sendy.faults.attacks;

import org.jspecify.annotations.NullMarked;
