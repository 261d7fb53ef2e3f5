/** The inbox: conversations that wait, what was said in them, and answering. */
@NullMarked
package iq.sendy.dashboard.inbox;

import org.jspecify.annotations.NullMarked;
