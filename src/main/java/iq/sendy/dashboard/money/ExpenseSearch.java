package iq.sendy.dashboard.money;

import iq.sendy.dashboard.TypedSearch;
import iq.sendy.finance.ExpenseFilter;
import iq.sendy.kernel.When;
import jakarta.servlet.http.HttpServletRequest;
import java.time.YearMonth;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** What is looked for, as it was typed; a day that is none finds all. */
record ExpenseSearch(String from, String to, String category) {

    static ExpenseSearch of(HttpServletRequest request) {
        return new ExpenseSearch(
                day(request.getParameter("from")),
                day(request.getParameter("to")),
                TypedSearch.of(request.getParameter("category")));
    }

    private static String day(@Nullable String typed) {
        return typed != null && typed.length() == When.DAY && When.parse(typed).isPresent() ? typed : "";
    }

    /** The same in a month; in all of them for null. */
    ExpenseSearch over(@Nullable YearMonth month) {
        return month == null
                ? new ExpenseSearch("", "", category)
                : new ExpenseSearch(
                        month.atDay(1).toString(), month.atEndOfMonth().toString(), category);
    }

    public boolean narrows() {
        return !(from + to + category).isEmpty();
    }

    ExpenseFilter filter(ZoneId zone) {
        return new ExpenseFilter(
                When.parse(from).map(day -> day.start(zone)).orElse(null),
                When.parse(to).map(day -> day.end(zone)).orElse(null),
                category.isEmpty() ? null : category);
    }

    String path() {
        var path = UriComponentsBuilder.fromPath(MoneyPaths.EXPENSES);
        if (!from.isEmpty()) {
            path.queryParam("from", from);
        }
        if (!to.isEmpty()) {
            path.queryParam("to", to);
        }
        if (!category.isEmpty()) {
            path.queryParam("category", "{category}");
        }
        return path.encode().buildAndExpand(category).toUriString();
    }
}
