/** The room of controllers: records in, the door, answers out. */
@NullMarked
package iq.sendy.access.web;

import org.jspecify.annotations.NullMarked;
