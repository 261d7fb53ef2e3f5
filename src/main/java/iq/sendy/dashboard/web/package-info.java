/** Its pages, and who may see them. */
@NullMarked
package iq.sendy.dashboard.web;

import org.jspecify.annotations.NullMarked;
