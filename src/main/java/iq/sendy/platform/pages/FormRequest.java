package iq.sendy.platform.pages;

import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.api.Violation;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.http.HttpStatus;

/** A request whose parameters are those of its query, and behind them the fields of its form. */
class FormRequest extends ParameterRequest {

    /** The longest form is a purchase order of two hundred lines, each of four fields. */
    private static final int MOST_FIELDS = 1_000;

    /** @throws RequestRejected 400 when the form or the query cannot be read */
    FormRequest(HttpServletRequest request, byte[] body) {
        super(request);
        try {
            var all = new LinkedHashMap<String, List<String>>();
            request.getParameterMap().forEach((name, values) -> all.put(name, new ArrayList<>(List.of(values))));
            read(new String(body, StandardCharsets.UTF_8), all);
            all.forEach(this::put);
        } catch (InvalidParameterException | IllegalArgumentException broken) {
            throw new RequestRejected(HttpStatus.BAD_REQUEST, Violation.of("request.malformed"));
        }
    }

    private static void read(String body, Map<String, List<String>> all) {
        var fields = 0;
        for (var start = 0; start < body.length(); ) {
            var end = body.indexOf('&', start);
            var field = body.substring(start, end < 0 ? body.length() : end);
            start += field.length() + 1;
            fields++;
            if (fields > MOST_FIELDS) {
                throw new IllegalArgumentException("More than " + MOST_FIELDS + " fields");
            }
            var sign = field.indexOf('=');
            var name = decoded(sign < 0 ? field : field.substring(0, sign));
            var value = decoded(sign < 0 ? "" : field.substring(sign + 1));
            all.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
        }
    }

    private static String decoded(String sent) {
        return URLDecoder.decode(sent, StandardCharsets.UTF_8);
    }
}
