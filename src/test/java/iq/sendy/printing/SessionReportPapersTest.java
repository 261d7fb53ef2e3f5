package iq.sendy.printing;

import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Goods;
import iq.sendy.Scenario;
import iq.sendy.cashier.Counter;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

/** X and Z reports, read back from the paper. */
@Scenario
class SessionReportPapersTest {

    @Autowired
    Api api;

    private Counter opens(String language) {
        var goods = Goods.opens(api);
        well(goods.shop()
                .owner()
                .post(
                        Api.STAFF + "/settings",
                        Api.object().put("currencyCode", "IQD").put("language", language)));
        return Counter.of(goods);
    }

    private static Api.Reply report(Counter counter, String session, String format) {
        return counter.get("/cashier/sessions/" + session + "/report?format=" + format);
    }

    @Test
    void both_reports_are_paper_in_every_language() {
        for (var language : List.of("ar", "ckb", "en")) {
            var counter = opens(language);
            var session = counter.session("الكاشير 1", 50_000);
            well(counter.moves(session, "PayIn", 10_000));
            well(counter.moves(session, "PayOut", 3_000));
            counter.goods().sells("ROSE", 1_130, 9);
            var sale = well(counter.sells(session, Counter.sale("ROSE", 1).put("cashTendered", 5_000)));
            well(counter.sells(session, Counter.sale("ROSE", 2).put("paymentMethod", "Card")));
            var receipt =
                    well(counter.shop().owner().get(Api.STAFF + "/orders/" + sale.data("id") + "/receipt?format=png"));
            PaperReader.keep("sale-" + language, receipt.bytes());

            var running = well(report(counter, session, "png"));
            assertThat(running.header("Content-Type")).isEqualTo("image/png");
            assertThat(running.header("Content-Disposition")).isEqualTo("inline; filename=\"x-report.png\"");
            assertThat(running.header("Content-Language")).isEqualTo(language);
            assertThat(PaperReader.picture(running.bytes()).getWidth()).isEqualTo(576);
            PaperReader.keep("x-report-" + language, running.bytes());
            well(counter.closes(session, 58_000));
            var counted = well(report(counter, session, "PNG"));
            assertThat(counted.header("Content-Disposition")).isEqualTo("inline; filename=\"z-report-1.png\"");
            PaperReader.keep("z-report-" + language, counted.bytes());
            var pdf = well(report(counter, session, "pdf"));
            assertThat(pdf.header("Content-Type")).isEqualTo("application/pdf");
            assertThat(PaperReader.text(pdf.bytes()))
                    .contains("50,000", "10,000", "3,000", "1,250", "2,260", "3,510")
                    .contains("5,000", "3,750", "120", "58,250", "58,000", "250");
        }
    }

    @Test
    void the_paper_says_what_the_answer_says() {
        var counter = opens("en");
        var session = counter.session("Front", 50_000);
        well(counter.moves(session, "PayOut", 20_000));

        var json = well(counter.get("/cashier/sessions/" + session + "/report"));
        assertThat(json.data("report")).isEqualTo("X");
        assertThat(json.data("expectedCash")).isEqualTo("30000");
        assertThat(well(report(counter, session, "json")).data()).isEqualTo(json.data());
        assertThat(PaperReader.text(well(report(counter, session, "pdf")).bytes()))
                .contains(
                        "X report", "Front", "Opening cash", "50,000 IQD", "-20,000 IQD", "Expected cash", "30,000 IQD")
                .doesNotContain("Counted cash");
    }

    @Test
    void other_formats_other_shops_and_unknown_sessions_are_refused() {
        var counter = opens("ar");
        var session = counter.session("Front", 0);

        assertThat(report(counter, session, "jpg").faults()).containsExactly("format filter.invalid");
        for (var format : List.of("json", "pdf", "png")) {
            for (var unknown : List.of("x", UUID.randomUUID().toString())) {
                assertThat(report(counter, unknown, format).faults()).containsExactly("resource.not_found");
            }
            assertThat(report(Counter.opens(api), session, format).faults()).containsExactly("resource.not_found");
            assertThat(counter.shop()
                            .key()
                            .get(Api.KEYS + "/cashier/sessions/" + session + "/report?format=" + format)
                            .faults())
                    .containsExactly("scope.missing");
        }
    }

    @Test
    void the_document_tells_of_all_three() {
        var content = api.get("/openapi.json")
                .json()
                .at("/paths/" + (Api.KEYS + "/cashier/sessions/{id}/report").replace("/", "~1")
                        + "/get/responses/200/content");
        assertThat(((ObjectNode) content).propertyNames())
                .containsExactlyInAnyOrder("application/json", "application/pdf", "image/png");
    }

    @Test
    void hostile_words_do_not_break_it() {
        var counter = opens("ar");
        var session = counter.session("<b>\u202E 漢字 🌹", 1_000);
        for (var i = 0; i < 20; i++) {
            well(counter.post(
                    "/cashier/sessions/" + session + "/cash-movements",
                    Api.object().put("type", "PayIn").put("amount", 250).put("reason", "و".repeat(500))));
        }
        assertThat(PaperReader.picture(well(report(counter, session, "png")).bytes())
                        .getWidth())
                .isEqualTo(576);
    }
}
