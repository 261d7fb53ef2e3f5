/** Other people's servers, hand-written, on loopback. */
@NullMarked
package iq.sendy.fakes;

import org.jspecify.annotations.NullMarked;
