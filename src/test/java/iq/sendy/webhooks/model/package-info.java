@NullMarked
package iq.sendy.webhooks.model;

import org.jspecify.annotations.NullMarked;
