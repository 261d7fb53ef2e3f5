package iq.sendy;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationExcludeFilter;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.persistence.autoconfigure.PersistenceExceptionTranslationAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** Starts Sendy: the embedded or external database, its migrations, and the web server. */
@Modulithic
@SpringBootConfiguration(proxyBeanMethods = false)
// Nothing is a @Repository, for which the second would look at each component.
@EnableAutoConfiguration(
        exclude = {UserDetailsServiceAutoConfiguration.class, PersistenceExceptionTranslationAutoConfiguration.class})
@ComponentScan(
        // Nested classes, four of ten, need not be read: the rare component among them is registered with its own one.
        resourcePattern = "**/{name:[A-Za-z0-9]+}.class",
        // By their whole names: modules use the same words for the same things, and ExactCandidates finds them by it.
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
        excludeFilters = {
            @ComponentScan.Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class),
            @ComponentScan.Filter(type = FilterType.CUSTOM, classes = AutoConfigurationExcludeFilter.class)
        })
@EnableTransactionManagement
@EnableScheduling
public class SendyApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(SendyApplication.class, arguments);
    }
}
