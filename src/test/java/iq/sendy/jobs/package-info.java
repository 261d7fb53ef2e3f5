@NullMarked
package iq.sendy.jobs;

import org.jspecify.annotations.NullMarked;
