package iq.sendy;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** Starts Sendy: the embedded or external database, its migrations, and the web server. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@EnableTransactionManagement
@EnableScheduling
public class SendyApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(SendyApplication.class, arguments);
    }
}
