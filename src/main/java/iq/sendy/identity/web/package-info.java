/** The room of controllers: records in, the door, answers out. */
@NullMarked
package iq.sendy.identity.web;

import org.jspecify.annotations.NullMarked;
