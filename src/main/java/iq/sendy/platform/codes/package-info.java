/** Codes that cameras read: QR codes as modules, for paper, and as pictures, for screens and printers. */
@NullMarked
@NamedInterface("codes")
package iq.sendy.platform.codes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
