package iq.sendy.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.OneBehindTheOther;
import iq.sendy.Shop;
import iq.sendy.Visitor;
import iq.sendy.fakes.GraphManner;
import iq.sendy.media.Documents;
import iq.sendy.media.Pictures;
import iq.sendy.messaging.LiveClient;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Documents that go out from the composer, and what becomes of those that cannot. */
class InboxDocumentsTest extends InboxScenario {

    private static final byte[] PDF =
            "%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    private Visitor.Shown sends(String conversation, Map<String, String> form, String name, byte[] file) {
        var fields = new HashMap<>(form);
        var token = fields.remove("_csrf");
        return owner.sendsFile(at(conversation) + "/reply?_csrf=" + token, fields, name, file);
    }

    private static String kept(Visitor.Shown page) {
        return page.text().replaceAll("(?s).*name=\"kept\"[^>]*value=\"([^\"]+)\".*", "$1");
    }

    private long documents() {
        return backstage
                .jdbc()
                .sql("select count(*) from media.document where store_id = :store")
                .param("store", UUID.fromString(shop.storeId()))
                .query(Long.class)
                .single();
    }

    @Test
    void a_document_goes_out_once_with_its_name_and_its_text_and_is_only_ever_saved() throws IOException {
        var talk = chat.writes(phone, "زينب", "عندكم قائمة أسعار؟");
        var page = owner.opens(at(talk));
        assertThat(page.text()).contains("application/pdf").doesNotContain("إنستغرام يأخذ الصور فقط");
        var form = reply(page, "تفضلي");

        var first = sends(talk, form, "أسعار/الربيع.pdf", PDF);
        var second = sends(talk, form, "أسعار/الربيع.pdf", PDF);

        assertThat(first.header("Location")).as(first::toString).isEqualTo(at(talk) + "?tab=waiting#newest");
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(documents()).isEqualTo(1);
        assertThat(chat.said("/document/link")).singleElement().asString().endsWith(".pdf");
        assertThat(chat.said("/document/filename")).containsExactly("أسعار_الربيع.pdf");
        assertThat(chat.said("/document/caption")).containsExactly("تفضلي");
        var link = chat.said("/document/link").getFirst();
        assertThat(owner.opens(at(talk)).text()).contains("تفضلي", "href=\"" + link + "\"", ">أسعار_الربيع.pdf<");

        var path = URI.create(link).getPath();
        var fetched = LiveClient.asks(api.base() + path, Map.of("Accept", "*/*"));
        assertThat(fetched.statusCode()).isEqualTo(200);
        assertThat(fetched.body().readAllBytes()).isEqualTo(PDF);
        assertThat(fetched.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(fetched.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment;");
        assertThat(fetched.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(fetched.headers().firstValue("Content-Security-Policy")).hasValue("default-src 'none'; sandbox");
        var head = api.send("HEAD", path, BodyPublishers.noBody(), false);
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("Content-Length")).isEqualTo(Integer.toString(PDF.length));
        var known = api.withHeader("If-None-Match", head.header("ETag")).get(path);
        assertThat(known.status()).isEqualTo(304);
        var elsewhere = path.replace(shop.storeId(), Shop.opens(api).storeId());
        assertThat(LiveClient.asks(api.base() + elsewhere, Map.of("Accept", "*/*"))
                        .statusCode())
                .isEqualTo(404);
    }

    /** What is read as it is taken ends with fewer bytes than were announced; what lay in memory would come whole. */
    @Test
    void documents_go_with_an_erased_contact_and_no_slow_reader_holds_one_in_memory() throws IOException {
        var talk = chat.writes(phone, "زينب", "عندكم قائمة أسعار؟");
        var large = Arrays.copyOf(PDF, Documents.MOST_BYTES);
        assertThat(sends(talk, reply(owner.opens(at(talk)), ""), "prices.pdf", large)
                        .status())
                .isEqualTo(303);
        var path = URI.create(chat.said("/document/link").getFirst()).getPath();
        var server = URI.create(api.base());

        try (var socket = new Socket()) {
            // The system takes a few mebibytes for a reader who does not read, and not ten.
            socket.setReceiveBufferSize(4 << 10);
            socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
            var request =
                    "GET " + path + " HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var answer = socket.getInputStream();
            assertThat(new String(answer.readNBytes(12), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 200");
            var contact = shop.owner()
                    .get(Api.STAFF + "/social/conversations/" + talk)
                    .data()
                    .at("/contact/id")
                    .stringValue();
            assertThat(shop.owner()
                            .delete(Api.STAFF + "/social/contacts/" + contact)
                            .status())
                    .isEqualTo(200);

            assertThat(rest(answer)).isLessThan(large.length);
        }
        assertThat(documents()).isZero();
        assertThat(api.get(path).status()).isEqualTo(404);
    }

    /** How many bytes still come, however it ends. */
    private static long rest(InputStream answer) throws IOException {
        var buffer = new byte[64 << 10];
        var come = 0L;
        try {
            for (var read = answer.read(buffer); read >= 0; read = answer.read(buffer)) {
                come += read;
            }
        } catch (SocketException cut) {
            assertThat(cut).hasMessageContaining("reset");
        }
        return come;
    }

    /** As if the store kept so many bytes less of other replies than it may. */
    private void hasRoomFor(long bytes) {
        backstage
                .jdbc()
                .sql("""
                        insert into media.image (store_id, id, name, type, width, height, reply_bytes, created_at)
                        values (:store, :id, :name, 'jpg', 1, 1, :bytes, now())
                        """)
                .param("store", UUID.fromString(shop.storeId()))
                .param("id", UUID.randomUUID())
                .param("name", "0".repeat(32))
                .param("bytes", (5_120L << 20) - bytes)
                .update();
    }

    @Test
    void where_there_is_room_for_one_of_two_one_goes_out_and_the_other_comes_back_with_its_reason()
            throws SQLException {
        hasRoomFor(PDF.length + 1);
        var talks = List.of(
                chat.writes(phone, "زينب", "عندكم قائمة أسعار؟"),
                chat.writes(CustomerChat.newPhone(), "نور", "عندكم قائمة أسعار؟"));
        var forms = talks.stream()
                .map(talk -> reply(owner.opens(at(talk)), "تفضلي"))
                .toList();

        var sent = new Visitor.Shown[2];
        OneBehindTheOther.make(
                backstage,
                shop.storeId(),
                () -> sent[0] = sends(talks.get(0), forms.get(0), "prices.pdf", PDF),
                () -> sent[1] = sends(talks.get(1), forms.get(1), "prices.pdf", PDF));

        assertThat(sent).extracting(Visitor.Shown::status).containsExactly(303, 409);
        assertThat(documents()).isEqualTo(1);
        assertThat(sent[1].text())
                .contains("href=\"#file\"", "بلغ متجرك الحد")
                .containsPattern("<textarea[^>]*>تفضلي</textarea>");
        assertThat(sends(talks.get(0), forms.get(0), "prices.pdf", PDF).status())
                .as("what is kept already takes no room")
                .isEqualTo(303);
        assertThat(sends(talks.get(1), forms.get(1), "picture.jpg", Pictures.jpeg(60, 40))
                        .status())
                .as("a picture shares it")
                .isEqualTo(409);
        assertThat(owner.sends(at(talks.get(1)) + "/reply", forms.get(1)).status())
                .isEqualTo(303);
    }

    @Test
    void what_only_calls_itself_a_document_or_is_too_large_comes_back_with_its_reason() {
        var talk = chat.writes(phone, "زينب", "عندكم قائمة أسعار؟");
        var page = owner.opens(at(talk));
        var large = new byte[Documents.MOST_BYTES + 1];
        System.arraycopy(PDF, 0, large, 0, PDF.length);

        var noDocument = sends(talk, reply(page, "تفضلي"), "prices.pdf", Pictures.text("<html><script>1</script>"));
        var tooLarge = sends(talk, reply(page, "تفضلي"), "prices.pdf", large);
        var longer = sends(talk, reply(page, "ن".repeat(1_025)), "prices.pdf", PDF);

        assertThat(noDocument.status()).as(noDocument::toString).isEqualTo(400);
        assertThat(noDocument.text()).contains("href=\"#file\"", "لا يمكن قراءة هذا الملف");
        assertThat(tooLarge.status()).isEqualTo(413);
        assertThat(tooLarge.text()).contains("href=\"#file\"", "الملف أكبر من 10 ميغابايت");
        assertThat(longer.status()).isEqualTo(400);
        assertThat(longer.text()).contains("href=\"#text\"");
        assertThat(documents()).isZero();
        assertThat(chat.sent()).isEmpty();
    }

    @Test
    void a_refused_reply_keeps_its_document_which_is_sent_again_without_being_chosen_again() {
        var talk = chat.writes(phone, "زينب", "عندكم قائمة أسعار؟");
        var page = owner.opens(at(talk));
        chat.meets(GraphManner.refuses(400, 131026, "Message undeliverable"));

        var refused = sends(talk, reply(page, ""), "prices.pdf", PDF);

        assertThat(refused.status()).as(refused::toString).isEqualTo(400);
        assertThat(refused.text()).contains("أرسل هذا الملف", ">prices.pdf<");
        var again = reply(refused, "");
        again.put("kept", kept(refused));
        assertThat(owner.sends(at(talk) + "/reply", again).status()).isEqualTo(303);
        assertThat(chat.said("/document/filename")).containsExactly("prices.pdf", "prices.pdf");
        assertThat(documents()).isEqualTo(1);
        again.put("kept", kept(refused).replaceAll("[0-9a-f]{32}\\.pdf", "0".repeat(32) + ".pdf"));
        assertThat(owner.sends(at(talk) + "/reply", again).text())
                .as("what is not there")
                .contains("href=\"#text\"");
    }

    @Test
    void a_document_is_called_one_whatever_its_sender_calls_it() {
        var talk = chat.writes(phone, "زينب", "عندكم قائمة أسعار؟");
        var page = owner.opens(at(talk));

        for (var name : List.of("bill.hta", "ق".repeat(120) + ".PDF", ".pdf ")) {
            var form = reply(page, name);
            form.put("nonce", UUID.randomUUID().toString());
            form.remove("seen");
            assertThat(sends(talk, form, name, PDF).status()).isEqualTo(303);
        }

        assertThat(chat.said("/document/filename")).containsExactly("bill.hta.pdf", "ق".repeat(96) + ".pdf", "pdf.pdf");
    }

    @Test
    void instagram_takes_none_and_the_page_says_so() {
        var talk = chat.writes(phone, "زينب", "عندكم قائمة أسعار؟");
        chat.wasOnInstagram(talk);
        var page = owner.opens(at(talk));
        assertThat(page.text()).contains("إنستغرام يأخذ الصور فقط").doesNotContain("application/pdf");

        var refused = sends(talk, reply(page, "تفضلي"), "prices.pdf", PDF);

        assertThat(refused.status()).as(refused::toString).isEqualTo(400);
        assertThat(refused.text())
                .contains("href=\"#file\"", "إنستغرام يأخذ الصور فقط، لا الملفات</a>")
                .containsPattern("<textarea[^>]*>تفضلي</textarea>");
        assertThat(documents()).isZero();
        assertThat(chat.sent()).isEmpty();
    }
}
