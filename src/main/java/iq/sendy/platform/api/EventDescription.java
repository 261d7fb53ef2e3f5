package iq.sendy.platform.api;

/**
 * An event that subscribers are sent, as the document's section of webhooks shows it.
 *
 * @param body the record of every event, whose {@code data} is the resource
 * @param data the resource's record
 */
public record EventDescription(String type, String description, Class<?> body, Class<?> data) {}
