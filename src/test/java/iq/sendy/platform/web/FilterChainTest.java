package iq.sendy.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Scenario;
import iq.sendy.Sides;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.catalina.Context;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.filter.DelegatingFilterProxy;

/** Whatever stands before the operations sees every stranger's request first: nothing gets there unnoticed. */
@Scenario
class FilterChainTest {

    @Autowired
    ServletWebServerApplicationContext application;

    @Autowired
    @Qualifier("api")
    SecurityFilterChain security;

    @Autowired
    @Qualifier("dashboardPages")
    SecurityFilterChain pages;

    @Test
    void every_filter_is_one_we_want() {
        assertThat(filters())
                .containsExactly(
                        "RequestLog", // the line of each request and its trace id, whatever becomes of it
                        "ServerHttpObservationFilter", // the time of each request, by route
                        "FilterExceptions", // what fails before the controllers is answered as what fails in them
                        "RequestLimitsFilter", // the longest URL, no echo, no answer of Spring's to a preflight
                        "shopEntrance", // shops by host and path, and their pages as they were kept
                        "springSecurityFilterChain"); // below
    }

    @Test
    void every_filter_of_the_security_chain_is_one_we_want() {
        assertThat(security.getFilters())
                .extracting(filter -> filter.getClass().getSimpleName())
                .containsExactly(
                        "HeaderWriterFilter", // the secure headers
                        "ExceptionTranslationFilter", // a refusal of the last one becomes our 401
                        "AuthenticationFilter", // who asks, how often, and for which store
                        "AuthorizationFilter"); // deny by default at the store and admin doors
    }

    @Test
    void every_filter_of_the_pages_chain_is_one_we_want() {
        assertThat(pages.getFilters())
                .extracting(filter -> filter.getClass().getSimpleName())
                .containsExactly(
                        "HeaderWriterFilter", // the secure headers
                        "SessionFilter", // who asks, how often, and for which store
                        "FormFilter", // forms of our own pages alone, read whole
                        "CsrfFilter", // each with its token
                        "ExceptionTranslationFilter", // a refusal of the last one leads to the sign-in page
                        "AuthorizationFilter"); // deny by default
    }

    private Stream<String> filters() {
        var server = (TomcatWebServer) Objects.requireNonNull(application.getWebServer());
        var context = (Context) server.getTomcat().getHost().findChildren()[0];
        return Stream.of(context.findFilterMaps())
                .map(FilterMap::getFilterName)
                .map(context::findFilterDef)
                .map(FilterChainTest::name)
                .filter(name -> !name.equals(Sides.class.getSimpleName()));
    }

    private static String name(FilterDef definition) {
        var filter = definition.getFilter();
        return filter == null || filter instanceof DelegatingFilterProxy
                ? definition.getFilterName()
                : filter.getClass().getSimpleName();
    }
}
