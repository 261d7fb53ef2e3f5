/** The room of SQL. */
@NullMarked
package iq.sendy.webhooks.web;

import org.jspecify.annotations.NullMarked;
