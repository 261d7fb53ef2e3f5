/** The room of controllers with their request and answer records. */
@NullMarked
package iq.sendy.agent.web;

import org.jspecify.annotations.NullMarked;
