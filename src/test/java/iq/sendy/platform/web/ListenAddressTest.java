package iq.sendy.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Who only looks at Sendy shows it to nobody else. */
class ListenAddressTest {

    @Test
    void with_the_embedded_database_or_the_demo_store_this_machine_alone_is_served() {
        assertThat(address(Map.of())).isEqualTo("127.0.0.1");
        assertThat(address(Map.of("sendy.demo", "false"))).isEqualTo("127.0.0.1");
        assertThat(address(Map.of("sendy.database.url", "jdbc:postgresql://db/sendy", "sendy.demo", "true")))
                .isEqualTo("127.0.0.1");
    }

    @Test
    void with_a_database_of_ones_own_all_addresses_are() {
        assertThat(address(Map.of("sendy.database.url", "jdbc:postgresql://db/sendy")))
                .isEqualTo("all");
    }

    @Test
    void what_was_chosen_holds() {
        assertThat(address(Map.of("server.address", "0.0.0.0"))).isEqualTo("0.0.0.0");
        assertThat(address(Map.of("server.address", " "))).isEqualTo("127.0.0.1");
    }

    private static String address(Map<String, Object> settings) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
        new ListenAddress().postProcessEnvironment(environment, new SpringApplication());
        var address = environment.getProperty("server.address", "all");
        assertThat(ListenAddress.isDefault(environment)).isEqualTo(address.equals("127.0.0.1"));
        return address;
    }
}
