/** The phones on pages. */
@NullMarked
package iq.sendy.simulator.web;

import org.jspecify.annotations.NullMarked;
