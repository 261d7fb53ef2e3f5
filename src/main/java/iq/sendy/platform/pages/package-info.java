/**
 * The edge for pages: who is signed in by cookie, forms and where they come from, the reader's language, files with their
 * hashes, and failures as pages. A module with pages has a {@link iq.sendy.platform.api.PageController} for each and one
 * {@link iq.sendy.platform.pages.PageArea}.
 */
@NullMarked
@NamedInterface("pages")
package iq.sendy.platform.pages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
