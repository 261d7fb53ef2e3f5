/** The address reference, anonymous and cacheable. */
@NullMarked
package iq.sendy.geography.web;

import org.jspecify.annotations.NullMarked;
