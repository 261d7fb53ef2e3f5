package iq.sendy.platform.web;

import iq.sendy.platform.api.AnswerSender;
import iq.sendy.platform.body.BodyResolver;
import iq.sendy.platform.body.PagingResolver;
import iq.sendy.platform.body.QueryParametersResolver;
import iq.sendy.platform.idempotency.IdempotencyStore;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.filter.RequestContextFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Wires the edge into Spring MVC. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

    /** ISO 8601 UTC with {@code Z}, always with three decimals. */
    private static final DateTimeFormatter MILLISECONDS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    @Bean
    WebMvcRegistrations steps(
            PlatformTransactionManager transactions,
            IdempotencyStore kept,
            BodyResolver bodies,
            PreparationRunner preparationRunner,
            AnswerSender sender) {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
                return new RetryingHandlerAdapter(transactions, kept, bodies, preparationRunner, sender);
            }

            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new PageMapping();
            }
        };
    }

    @Bean
    WebMvcConfigurer edge(
            AuthorizationInterceptor authorizationInterceptor,
            CallerResolver callers,
            BodyResolver bodies,
            QueryParametersResolver queries,
            PagingResolver pages,
            PreparationRunner preparationRunner,
            AnswerHandler answers) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.addAll(List.of(callers, bodies, queries, pages, preparationRunner));
            }

            @Override
            public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
                handlers.add(answers);
            }

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(authorizationInterceptor);
            }
        };
    }

    /** Left out: the servlet keeps what is asked of it, and this one would read the languages of every request first. */
    @Bean
    FilterRegistrationBean<RequestContextFilter> requestContext() {
        var filter = new FilterRegistrationBean<>(new RequestContextFilter());
        filter.setEnabled(false);
        return filter;
    }

    @Bean
    JsonMapperBuilderCustomizer wireFormat() {
        return mapper -> mapper.addModule(new SimpleModule("sendy").addSerializer(new Moments()))
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN);
    }

    private static final class Moments extends StdSerializer<Instant> {

        Moments() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant instant, JsonGenerator json, SerializationContext context) {
            json.writeString(MILLISECONDS.format(instant));
        }
    }
}
