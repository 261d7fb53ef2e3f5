package iq.sendy.llm.model;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.llm.model.ProviderTrouble.Extent;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** The table of refusals: whether a request, a provider or a key is the trouble, and what providers say about the next try. */
class ProviderTroublesTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

    @ParameterizedTest(name = "openai {0} {1} {2}")
    @CsvSource({
        "429, rate_limit_exceeded, 7, RATE, 7, rate_limited",
        "429, rate_limit_exceeded, , PASSING, , rate_limited",
        "429, slow_down, 7, RATE, 7, rate_limited",
        "429, insufficient_quota, 7, KEY, 900, quota",
        "429, credit_balance_exhausted, , KEY, 900, quota",
        "429, organization_spend_limit_exceeded, , KEY, 900, quota",
        "429, project_spend_limit_exceeded, , KEY, 900, quota",
        "429, organization_usage_limit_exceeded, , KEY, 900, quota",
        "503, server_is_overloaded, , PASSING, 20, overloaded",
        "503, server_is_overloaded, 60, PASSING, 60, overloaded",
        "500, server_error, , PASSING, 20, server_error",
        "502, , , PASSING, 20, server_error",
        "400, invalid_request_error, , REQUEST, , invalid_request",
        "401, invalid_api_key, , KEY, 300, key_refused",
        "403, unsupported_country_region_territory, , REQUEST, , forbidden",
        "404, model_not_found, , REQUEST, , not_found",
        "422, , , REQUEST, , invalid_request",
        "301, , , REQUEST, , unexpected_status"
    })
    void openai(
            int status,
            @Nullable String code,
            @Nullable Integer wait,
            Extent extent,
            @Nullable Integer rest,
            String word) {
        var error = JsonNodeFactory.instance.objectNode();
        error.putObject("error").put("message", "No").put("type", "t").put("code", code);

        assertThat(new OpenAiWire().trouble(status, error, seconds(wait), NOW))
                .isEqualTo(new ProviderTrouble(extent, seconds(rest), word));
    }

    /** Where the type has the word and the code another one. */
    @ParameterizedTest
    @CsvSource({"insufficient_quota, credit_balance_exhausted", "insufficient_quota, a_new_one"})
    void openai_without_money(String type, String code) {
        var error = JsonNodeFactory.instance.objectNode();
        error.putObject("error").put("type", type).put("code", code);

        assertThat(new OpenAiWire().trouble(429, error, null, NOW).extent()).isEqualTo(Extent.KEY);
    }

    @ParameterizedTest(name = "anthropic {0} {1} {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "529 | {'type':'overloaded_error'} | | PASSING | | overloaded",
                "529 | {'type':'overloaded_error'} | 9 | PASSING | 9 | overloaded",
                "429 | {'type':'rate_limit_error'} | 9 | RATE | 9 | rate_limited",
                "429 | {'type':'rate_limit_error','details':{'error_code':'enforced_spend_limit_reached'}} | | KEY | 129600 | spend_limit",
                "400 | {'type':'invalid_request_error','message':'messages: too long'} | | REQUEST | | invalid_request",
                "400 | {'message':'You have reached your specified API usage limits.'} | | KEY | 900 | spend_limit",
                "400 | {'message':'Your credit balance is too low to access the API.'} | | KEY | 900 | spend_limit",
                "401 | {'type':'authentication_error'} | | KEY | 300 | key_refused",
                "402 | {'type':'billing_error'} | | KEY | 900 | billing",
                "403 | {'type':'permission_error'} | | REQUEST | | forbidden",
                "404 | {'type':'not_found_error'} | | REQUEST | | not_found",
                "413 | {'type':'request_too_large'} | | REQUEST | | too_large",
                "408 | {} | | PASSING | | timeout",
                "409 | {} | | PASSING | | conflict",
                "500 | {'type':'api_error'} | | PASSING | | server_error"
            })
    void anthropic(
            int status, String error, @Nullable Integer wait, Extent extent, @Nullable Integer rest, String word) {
        var body = JSON.readTree(
                "{'type':'error','error':ERROR}".replace("ERROR", error).replace('\'', '"'));

        assertThat(new AnthropicWire().trouble(status, body, seconds(wait), NOW))
                .isEqualTo(new ProviderTrouble(extent, seconds(rest), word));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "      |                               |        ",
                "1500  |                               | PT1.5S ",
                "1500  | 7                             | PT1.5S ",
                "soon  | 7                             | PT7S   ",
                "      | 7                             | PT7S   ",
                "      | 0.25                          | PT0.25S",
                "      | 0                             | PT0S   ",
                "      | 86400                         | PT15M  ",
                "      | 9999999999999999              | PT15M  ",
                "      | 99999999999999999999999999999 |        ",
                "      | -1                            |        ",
                "      | 1.2.3                         |        ",
                "      | .                             |        ",
                "      | Sun, 29 Nov 2026 12:00:30 GMT | PT30S  ",
                "      | Sun, 29 Nov 2026 11:00:00 GMT | PT0S   ",
                "      | Mon, 30 Nov 2026 12:00:00 GMT | PT15M  ",
                "      | tomorrow                      |        "
            })
    void the_next_try_is_read_in_every_way_that_it_is_written(
            @Nullable String millis, @Nullable String seconds, @Nullable Duration expected) {
        assertThat(ProviderWait.read(millis, seconds, NOW)).isEqualTo(expected);
    }

    private static @Nullable Duration seconds(@Nullable Integer seconds) {
        return seconds == null ? null : Duration.ofSeconds(seconds);
    }
}
