@NullMarked
package iq.sendy.platform.http;

import org.jspecify.annotations.NullMarked;
