@NullMarked
package iq.sendy.webhooks;

import org.jspecify.annotations.NullMarked;
