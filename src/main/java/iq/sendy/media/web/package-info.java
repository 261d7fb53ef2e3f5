/** The room of controllers: uploads at both doors, and the pictures themselves for everybody. */
@NullMarked
package iq.sendy.media.web;

import org.jspecify.annotations.NullMarked;
