package iq.sendy.demo;

import iq.sendy.catalog.Products;
import iq.sendy.catalog.SaveProduct;
import iq.sendy.kernel.Bytes;
import iq.sendy.kernel.Currency;
import iq.sendy.media.ImageReencoder;
import iq.sendy.media.Images;
import iq.sendy.media.ReencodeResult;
import iq.sendy.platform.body.Patch;
import iq.sendy.platform.compute.ComputeBound;
import iq.sendy.platform.compute.ComputeKind;
import iq.sendy.platform.compute.ComputePool;
import iq.sendy.platform.tenancy.CurrentTenant;
import iq.sendy.storefront.Storefronts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.imageio.ImageIO;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The pictures of the demo's products: drawn here, and uploaded as anybody's are. */
@Component
class DemoPictures {

    private static final Logger LOG = LoggerFactory.getLogger(DemoPictures.class);

    /** No SKU is so short. */
    private static final String COVER = "";

    private final DemoShelf shelf;
    private final Products products;
    private final Images images;
    private final ImageReencoder reencoder;
    private final Storefronts storefronts;
    private final ComputePool compute;

    DemoPictures(
            DemoShelf shelf,
            Products products,
            Images images,
            ImageReencoder reencoder,
            Storefronts storefronts,
            ComputePool compute) {
        this.shelf = shelf;
        this.products = products;
        this.images = images;
        this.reencoder = reencoder;
        this.storefronts = storefronts;
        this.compute = compute;
    }

    /** Draws them in another thread, while the month passes. A shop without pictures is better than none. */
    CompletableFuture<Map<String, ReencodeResult>> draw(DemoShop shop) {
        return CompletableFuture.supplyAsync(
                        () -> CurrentTenant.in(shop.store(), this::drawn),
                        work -> Thread.ofVirtual().name("demo pictures").start(work))
                .exceptionally(failed -> {
                    LOG.warn("The demo's pictures could not be drawn: {}", String.valueOf(failed.getCause()));
                    return Map.of();
                });
    }

    private Map<String, ReencodeResult> drawn() {
        var drawings = new LinkedHashMap<String, DemoDrawing>(shelf.pictures());
        drawings.put(COVER, new CoverDrawing(1_600, 800));
        var pictures = new LinkedHashMap<String, ReencodeResult>();
        drawings.forEach((name, drawing) -> {
            var file = compute.run(ComputeKind.PICTURE, () -> file(drawing));
            pictures.put(name, reencoder.reencode(file));
        });
        return pictures;
    }

    /** Uploads them, and shows them with their products and above the shop. */
    void hang(DemoShop shop, Map<String, ReencodeResult> drawn) {
        drawn.forEach((name, result) -> {
            if (result instanceof ReencodeResult.Reencoded picture) {
                var image = images.add(shop.store(), shop.team().owner(), picture);
                hang(shop, name, images.url(shop.store(), image));
            }
        });
    }

    private void hang(DemoShop shop, String name, String url) {
        if (name.equals(COVER)) {
            storefronts.change(shop.store(), shop.team().owner(), Currency.IQD, (face, _) -> face.withCover(url));
        } else {
            products.save(
                    shop.store(),
                    shop.team().owner(),
                    SaveProduct.pictures(Patch.of(name), List.of(url), Currency.IQD));
        }
    }

    @ComputeBound
    private static Bytes file(DemoDrawing drawing) {
        try (var bytes = new ByteArrayOutputStream()) {
            ImageIO.write(drawing.drawn(), "jpg", bytes);
            return Bytes.of(bytes.toByteArray());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
