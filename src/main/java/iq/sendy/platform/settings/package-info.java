/** What must be known before anything opens: the data directory, who may read in it, and why a start is refused. */
@NullMarked
@NamedInterface("settings")
package iq.sendy.platform.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
