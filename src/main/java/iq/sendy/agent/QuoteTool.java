package iq.sendy.agent;

import iq.sendy.agent.AgentQuotes.QuoteWish;
import iq.sendy.geography.Area;
import iq.sendy.geography.Geography;
import iq.sendy.geography.Province;
import iq.sendy.kernel.Uuids;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tool that works out an order: what the model wishes is read and placed on the map before anything is looked up. */
@Component
class QuoteTool {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_ADDRESS = 500;
    private static final int MOST_AREAS = 10;

    private final AgentQuotes quotes;
    private final Geography geography;
    private final ToolAnswers answers;

    QuoteTool(AgentQuotes quotes, Geography geography, ToolAnswers answers) {
        this.quotes = quotes;
        this.geography = geography;
        this.answers = answers;
    }

    ToolOutcome call(ToolContext context, ToolArguments arguments) {
        var pieces = pieces(arguments.objects("items", ToolDefinitions.MOST_LINES));
        if (pieces == null) {
            return answers.wrong("1 to 20 items are needed, each a sku and a quantity from 1 to 50", "items");
        }
        var name = arguments.line("recipientName", LONGEST_NAME);
        if (name == null) {
            return answers.wrong("the name of whoever takes the parcel is needed: ask the customer", "recipientName");
        }
        var address = arguments.line("address", LONGEST_ADDRESS);
        if (address == null) {
            return answers.wrong("the street or a landmark is needed: ask the customer", "address");
        }
        var province = Optional.ofNullable(arguments.line("provinceCode", ToolDefinitions.LONGEST_PLACE))
                .flatMap(geography::provinceNamed);
        if (province.isEmpty()) {
            return answers.wrong("there is no such province: ask the customer", "provinceCode");
        }
        var areas = areas(province.get(), arguments.line("areaId", ToolDefinitions.LONGEST_PLACE));
        if (areas.size() != 1) {
            return answers.told(
                    Map.of(
                            "problem",
                            areas.isEmpty() ? "area_unknown" : "area_ambiguous",
                            "areas",
                            areas.stream()
                                    .limit(MOST_AREAS)
                                    .map(PlaceLines::area)
                                    .toList(),
                            "advice",
                            "Ask the customer which area of the province it is"),
                    TurnFacts.NONE);
        }
        var wish = new QuoteWish(pieces, name, address, areas.getFirst());
        return TransientRetry.of(() -> quotes.quote(context, wish));
    }

    /** What may be said of the quote that stands. */
    TurnFacts standing(ToolContext context) {
        return quotes.standing(context);
    }

    private List<Area> areas(Province province, @Nullable String written) {
        if (written == null) {
            return List.of();
        }
        var id = Uuids.parse(written);
        return id.isPresent()
                ? id.flatMap(geography::area)
                        .filter(area -> area.provinceCode().equals(province.code()))
                        .map(List::of)
                        .orElse(List.of())
                : geography.areasNamed(province, written);
    }

    /** By sku, in the order of the wish; null where something of it is no item. */
    private static @Nullable Map<String, Long> pieces(@Nullable List<ToolArguments> items) {
        if (items == null || items.isEmpty()) {
            return null;
        }
        var pieces = new LinkedHashMap<String, Long>();
        for (var item : items) {
            var sku = item.line("sku", ToolDefinitions.LONGEST_SKU);
            var quantity = item.whole("quantity", 1, ToolDefinitions.MOST_PIECES);
            if (sku == null || quantity == null) {
                return null;
            }
            pieces.merge(sku, quantity, Long::sum);
        }
        return pieces.values().stream().allMatch(quantity -> quantity <= ToolDefinitions.MOST_PIECES) ? pieces : null;
    }
}
