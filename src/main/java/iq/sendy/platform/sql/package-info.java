/** SQL in sight, and statements that share a trip to the database. */
@NullMarked
@NamedInterface("sql")
package iq.sendy.platform.sql;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
