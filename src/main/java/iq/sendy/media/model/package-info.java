/** The room of rules: what a picture file says of itself, read byte by byte. */
@NullMarked
package iq.sendy.media.model;

import org.jspecify.annotations.NullMarked;
