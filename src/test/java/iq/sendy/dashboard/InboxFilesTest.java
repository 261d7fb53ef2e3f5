package iq.sendy.dashboard;

import static iq.sendy.Waiting.until;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.Visitor;
import iq.sendy.World.Backstage;
import iq.sendy.messaging.InboundProcessing;
import iq.sendy.messaging.LiveClient;
import iq.sendy.meta.MessageKind;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

/** What the pages of the inbox show and are no pages, as a browser asks for it: by the session's cookie, and not for HTML. */
@Scenario
class InboxFilesTest {

    private static final Pattern PICTURE = Pattern.compile("<img src=\"(/app/inbox/[^\"]*/media/[^\"]*)\"");

    @Autowired
    Api api;

    @Autowired
    Backstage backstage;

    @Autowired
    InboundProcessing processing;

    @Autowired
    PlatformTransactionManager transactions;

    private Shop shop;
    private CustomerChat chat;
    private Visitor owner;

    @BeforeEach
    void open() {
        shop = Shop.opens(api);
        chat = new CustomerChat(shop, new CustomerChat.Stage(backstage, processing, transactions));
        owner = Visitor.of(api, shop);
    }

    private static Map<String, String> asks(Visitor visitor, String accept) {
        return Map.of("Cookie", Visitor.SESSION + "=" + visitor.cookie(Visitor.SESSION), "Accept", accept);
    }

    private HttpResponse<InputStream> picture(Visitor visitor, String path) {
        return LiveClient.asks(api.base() + path, asks(visitor, "image/avif,image/webp,*/*;q=0.8"));
    }

    private static byte[] png() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    @Test
    void a_picture_is_shown_to_who_is_signed_in_and_may_see_it() throws IOException {
        var phone = CustomerChat.newPhone();
        var talk = chat.sends(phone, "زينب", MessageKind.IMAGE, "image/png", png());
        until(
                "it is here",
                () -> PICTURE.matcher(owner.opens("/app/inbox/" + talk).text()).find());
        var found = PICTURE.matcher(owner.opens("/app/inbox/" + talk).text());
        assertThat(found.find()).isTrue();
        var path = found.group(1);

        var shown = picture(owner, path);
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.headers().firstValue("Content-Type").orElse("")).startsWith("image/");
        assertThat(shown.headers().firstValue("Content-Security-Policy")).hasValue("default-src 'none'; sandbox");
        assertThat(ImageIO.read(shown.body()).getWidth()).isEqualTo(40);

        var stranger = Visitor.of(api, Shop.opens(api));
        assertThat(picture(stranger, path).statusCode()).isEqualTo(404);
        assertThat(picture(owner, "/app/inbox/" + talk + "/media/" + UUID.randomUUID())
                        .statusCode())
                .isEqualTo(404);
        assertThat(picture(new Visitor(api.base(), "ar"), path)
                        .headers()
                        .firstValue("Content-Type")
                        .orElse(""))
                .doesNotStartWith("image/");
    }

    @Test
    void the_stream_tells_a_browser_what_happens_and_ends_with_its_session() {
        try (var client = LiveClient.opens(api.base() + "/app/inbox/stream", asks(owner, "text/event-stream"), null)) {
            chat.writes(CustomerChat.newPhone(), "زينب", "متوفر؟");

            until(
                    "it was told",
                    () -> client.told().stream().anyMatch(told -> told.event().equals("message")));
            var page = owner.opens("/app");
            owner.sends("/app/sign-out", Map.of("_csrf", page.token()));
            client.waitsForTheEnd();
        }
    }

    @Test
    void the_stream_is_for_who_may_see_conversations() throws IOException {
        var nobody = LiveClient.asks(api.base() + "/app/inbox/stream", Map.of("Accept", "text/event-stream"));
        assertThat(nobody.headers().firstValue("Content-Type").orElse("")).doesNotContain("event-stream");
        assertThat(new String(nobody.body().readAllBytes(), StandardCharsets.UTF_8))
                .doesNotContain("event:");
        assertThat(api.withKey(shop.mints("messaging:read"))
                        .get("/app/inbox/stream")
                        .status())
                .isNotEqualTo(200);
    }
}
