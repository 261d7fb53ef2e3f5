/** What is written to providers, what their answers and refusals mean, and when a provider is left alone. */
@NullMarked
package iq.sendy.llm.model;

import org.jspecify.annotations.NullMarked;
