/** The PostgreSQL that Sendy stands on: embedded or external, its roles and migrations. */
@NullMarked
@NamedInterface("database")
package iq.sendy.platform.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
