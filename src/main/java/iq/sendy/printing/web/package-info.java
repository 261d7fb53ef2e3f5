/** The room of controllers. */
@NullMarked
package iq.sendy.printing.web;

import org.jspecify.annotations.NullMarked;
