/** The room of controllers: records in, the door, answers out. */
@NullMarked
package iq.sendy.accounts.web;

import org.jspecify.annotations.NullMarked;
