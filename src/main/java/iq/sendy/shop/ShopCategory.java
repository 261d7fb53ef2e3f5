package iq.sendy.shop;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Category that visitors find something in, there or below. */
public record ShopCategory(UUID id, String name, @Nullable UUID parentId) {}
