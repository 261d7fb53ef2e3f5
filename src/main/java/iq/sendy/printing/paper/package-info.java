/**
 * Paper, without a word of what stands on it: texts, rows, rules and codes, one below the other, as a PDF. Arabic is shaped
 * and put in order by the JDK's own layout engine, and printed in the fonts that come along.
 */
@NullMarked
package iq.sendy.printing.paper;

import org.jspecify.annotations.NullMarked;
