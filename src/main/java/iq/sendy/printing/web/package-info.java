/** The room of controllers with the papers that they answer. */
@NullMarked
package iq.sendy.printing.web;

import org.jspecify.annotations.NullMarked;
