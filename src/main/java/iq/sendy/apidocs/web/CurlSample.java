package iq.sendy.apidocs.web;

import java.util.List;
import java.util.Locale;

/** A call as it is typed into a shell, with what the reader has to put in as variables. */
final class CurlSample {

    private static final String NEXT = " \\\n  ";

    private CurlSample() {}

    /** @param server where the API is reached */
    static String of(
            String server,
            String method,
            Entrance entrance,
            List<Parameter> parameters,
            OperationPage.BodySent body,
            List<String> files) {
        var call = new StringBuilder("curl -sS");
        if (!method.equals(body.there() ? "POST" : "GET")) {
            call.append(" -X ").append(method);
        }
        call.append(" \"")
                .append(server)
                .append(path(entrance.path()))
                .append(needed(parameters))
                .append('"');
        switch (entrance.visitor()) {
            case PROGRAMS -> call.append(NEXT).append("-H \"X-API-Key: $KEY\"");
            case PEOPLE -> call.append(NEXT).append("-H \"Authorization: Bearer $TOKEN\"");
            case ANYBODY -> {}
        }
        if (body.json()) {
            call.append(NEXT).append("-H 'Content-Type: application/json'");
            call.append(NEXT)
                    .append("-d '")
                    .append(body.example().replace("'", "'\\''"))
                    .append('\'');
        } else if (body.file()) {
            call.append(NEXT).append("-F ").append(body.part()).append("=@file");
        }
        if (!files.isEmpty()) {
            call.append(NEXT).append("-OJ");
        }
        return call.toString();
    }

    /** Braces would be expanded by curl. */
    private static String path(String template) {
        var path = new StringBuilder();
        for (var i = 0; i < template.length(); i++) {
            var end = template.charAt(i) == '{' ? template.indexOf('}', i) : -1;
            if (end < 0) {
                path.append(template.charAt(i));
            } else {
                path.append('$').append(template.substring(i + 1, end).toUpperCase(Locale.ROOT));
                i = end;
            }
        }
        return path.toString();
    }

    private static String needed(List<Parameter> parameters) {
        var query = new StringBuilder();
        for (var parameter : parameters) {
            if (parameter.in().equals("query") && parameter.field().required()) {
                var name = parameter.field().name();
                query.append(query.isEmpty() ? '?' : '&')
                        .append(name)
                        .append("=$")
                        .append(name.toUpperCase(Locale.ROOT));
            }
        }
        return query.toString();
    }
}
