/** Tables that people send as files: CSV in the encodings of their programs, and XLSX. */
@NullMarked
@NamedInterface("sheets")
package iq.sendy.platform.sheets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
