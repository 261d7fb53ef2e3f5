package iq.sendy.llm.model;

import static iq.sendy.llm.model.ProviderTrouble.key;
import static iq.sendy.llm.model.ProviderTrouble.passing;
import static iq.sendy.llm.model.ProviderTrouble.rate;
import static iq.sendy.llm.model.ProviderTrouble.request;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Table of what providers' refusals mean. */
final class ProviderTroubles {

    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;

    /** Somebody must give another key, or pay; until then one request in a while asks whether they did. */
    private static final Duration KEY_REFUSED = Duration.ofMinutes(5);

    private static final Duration UNPAID = Duration.ofMinutes(15);

    /** OpenAI asks for more time after its own errors. */
    private static final Duration OVERLOADED = Duration.ofSeconds(20);

    private static final Set<String> OPENAI_UNPAID = Set.of(
            "insufficient_quota",
            "credit_balance_exhausted",
            "organization_spend_limit_exceeded",
            "project_spend_limit_exceeded",
            "organization_usage_limit_exceeded");

    private static final String ANTHROPIC_LIMIT = "enforced_spend_limit_reached";

    /** A workspace's limit and an empty balance come as a 400 like any other, told apart by their words alone. */
    private static final List<String> ANTHROPIC_UNPAID =
            List.of("usage limit", "spend limit", "credit balance is too low");

    private ProviderTroubles() {}

    static ProviderTrouble openAi(int status, String type, String code, @Nullable Duration wait) {
        if (status == TOO_MANY) {
            return OPENAI_UNPAID.contains(type) || OPENAI_UNPAID.contains(code) ? key(UNPAID, "quota") : rate(wait);
        }
        if (status >= SERVER_ERROR) {
            return passing(wait == null || wait.compareTo(OVERLOADED) < 0 ? OVERLOADED : wait, fault(status));
        }
        return refused(status, wait);
    }

    static ProviderTrouble anthropic(
            int status, String errorCode, String message, @Nullable Duration wait, Instant now) {
        if (status == TOO_MANY) {
            return ANTHROPIC_LIMIT.equals(errorCode) ? key(toNextMonth(now), "spend_limit") : rate(wait);
        }
        if (status >= SERVER_ERROR) {
            return passing(wait, fault(status));
        }
        if (status == 400 && ANTHROPIC_UNPAID.stream().anyMatch(message.toLowerCase(Locale.ROOT)::contains)) {
            return key(UNPAID, "spend_limit");
        }
        return refused(status, wait);
    }

    private static ProviderTrouble refused(int status, @Nullable Duration wait) {
        return switch (status) {
            case 401 -> key(KEY_REFUSED, "key_refused");
            case 402 -> key(UNPAID, "billing");
            case 403 -> request("forbidden");
            case 404 -> request("not_found");
            case 408 -> passing(wait, "timeout");
            case 409 -> passing(wait, "conflict");
            case 413 -> request("too_large");
            default -> request(status >= 400 ? "invalid_request" : "unexpected_status");
        };
    }

    private static String fault(int status) {
        return status == 529 || status == 503 ? "overloaded" : "server_error";
    }

    private static Duration toNextMonth(Instant now) {
        var next = YearMonth.from(now.atOffset(ZoneOffset.UTC)).plusMonths(1).atDay(1);
        return Duration.between(now, next.atStartOfDay().toInstant(ZoneOffset.UTC));
    }
}
