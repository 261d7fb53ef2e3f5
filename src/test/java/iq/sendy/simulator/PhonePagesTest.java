package iq.sendy.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Scenario;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The phones are there for who sits at this machine, and for nobody else. */
@Scenario
class PhonePagesTest {

    @Autowired
    Api api;

    @Test
    void every_phone_is_shown_in_each_language() {
        for (var language : new String[] {"ar", "ckb", "en"}) {
            var reader = browser().withHeader("Accept-Language", language);
            assertThat(reader.get("/simulator").text())
                    .contains("/simulator/whatsapp/zainab", "/simulator/instagram/dilnia");
            var phone = reader.get("/simulator/whatsapp/dilnia");
            assertThat(phone.status()).isEqualTo(200);
            assertThat(phone.text()).contains("lang=\"" + language + "\"", "data-version=");
        }
    }

    @Test
    void unknown_phones_are_not_there() {
        for (var path : new String[] {"/simulator/telegram/zainab", "/simulator/whatsapp/nobody", "/simulator/x"}) {
            assertThat(browser().get(path).status()).as(path).isEqualTo(404);
        }
    }

    @Test
    void behind_a_proxy_there_are_none() {
        for (var header : new String[] {"X-Forwarded-For", "X-Real-IP", "Forwarded", "Via", "X-Forwarded-Host"}) {
            var visitor = browser().withHeader(header, "203.0.113.9");
            assertThat(visitor.get("/simulator").status()).as(header).isEqualTo(404);
            assertThat(visitor.get("/simulator/whatsapp/zainab").status())
                    .as(header)
                    .isEqualTo(404);
        }
    }

    @Test
    void a_program_finds_no_phone() {
        assertThat(api.withHeader("Accept", "application/json")
                        .get("/simulator")
                        .status())
                .isEqualTo(404);
    }

    private Api browser() {
        return api.withHeader("Accept", "text/html");
    }
}
