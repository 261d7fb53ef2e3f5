/** The room of the operators' view of providers. */
@NullMarked
package iq.sendy.llm.web;

import org.jspecify.annotations.NullMarked;
