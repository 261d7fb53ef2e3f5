package iq.sendy.media;

import java.util.UUID;

/** Image of a store: its name is what its address ends with. */
public record ImageView(UUID id, String name, ImageType type, int width, int height) {}
