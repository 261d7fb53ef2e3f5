/** The room of the controllers. */
@NullMarked
package iq.sendy.analytics.web;

import org.jspecify.annotations.NullMarked;
