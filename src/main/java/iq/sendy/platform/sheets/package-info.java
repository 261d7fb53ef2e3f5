/** Tables as files: those that people send, CSV in the encodings of their programs and XLSX, and those that they get. */
@NullMarked
@NamedInterface("sheets")
package iq.sendy.platform.sheets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
