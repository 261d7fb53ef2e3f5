package iq.sendy.platform.web;

import iq.sendy.platform.api.AnswerWriter;
import iq.sendy.platform.api.OperatorController;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.api.StoreController;
import iq.sendy.platform.api.Violation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/** Deny by default at the store and admin doors, no session, no cookie, and the secure headers on every answer. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    @Bean
    SecurityFilterChain api(
            BareSecurity security,
            RequestAuthenticator requestAuthenticator,
            VisitedStores visitedStores,
            AnswerWriter writer) {
        return security.begin("camera=(), microphone=(), geolocation=()")
                .addFilterBefore(
                        new AuthenticationFilter(requestAuthenticator, visitedStores, writer),
                        AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.OPTIONS, "/**")
                        .permitAll()
                        .requestMatchers(StoreController.STAFF_DOOR + "/**", OperatorController.OPERATOR_DOOR + "/**")
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint((request, response, _) -> writer.write(
                        request,
                        response,
                        new RequestRejected(HttpStatus.UNAUTHORIZED, Violation.of("auth.required")))))
                .build();
    }

    /** A request is measured as a whole; a timer around each filter costs more than it tells. */
    @Bean
    SecurityObservationSettings observations() {
        return SecurityObservationSettings.noObservations();
    }

    /**
     * Strict about paths. Methods are judged where the route is known (405), and names and values are only refused by who
     * reads them: a strange one that nobody reads is ignored, as the contract says.
     */
    @Bean
    HttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setUnsafeAllowAnyHttpMethod(true);
        firewall.setAllowedHeaderNames(_ -> true);
        firewall.setAllowedHeaderValues(_ -> true);
        firewall.setAllowedParameterNames(_ -> true);
        firewall.setAllowedParameterValues(_ -> true);
        return firewall;
    }

    /** A path that no browser or client library would send leads nowhere, and without a credential not even there. */
    @Bean
    RequestRejectedHandler strangePaths(RequestAuthenticator requestAuthenticator, AnswerWriter writer) {
        return (request, response, _) -> {
            try {
                requestAuthenticator.enter(request, response);
            } catch (RequestRejected requestRejected) {
                writer.write(request, response, requestRejected);
                return;
            }
            writer.write(request, response, new RequestRejected(HttpStatus.NOT_FOUND, Violation.of("route.not_found")));
        };
    }
}
