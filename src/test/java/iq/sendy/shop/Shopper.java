package iq.sendy.shop;

import iq.sendy.Shop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A browser without scripts in a shop, as the server sees it: it keeps cookies, follows nothing, and sends any form. */
final class Shopper {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String base;
    private final Boutique boutique;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    Shopper(String base, Boutique boutique) {
        this.base = base;
        this.boutique = boutique;
    }

    /** What came back. */
    record Seen(int status, String text, HttpResponse<String> response) {

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** Where it leads, as a path. */
        String location() {
            var to = header("Location");
            return to.startsWith("http") ? to.substring(to.indexOf('/', "https://".length())) : to;
        }

        String setCookie() {
            return header("Set-Cookie");
        }

        /** The code of the order that it leads to. */
        String publicId() {
            var at = location().indexOf("SN-");
            return at < 0 ? "" : location().substring(at, at + "SN-XXXX-XXXX".length());
        }

        @Override
        public String toString() {
            return status + " " + location() + " " + text;
        }
    }

    Seen opens(String path) {
        return send(request(path).GET());
    }

    /** Follows a link that is no page of the shop. */
    Seen follows(String path) {
        return send(requestOf(path).GET());
    }

    Seen sends(String path, String form) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    Seen sends(String path, Map<String, String> form) {
        return sends(path, encoded(form));
    }

    /** A form as it is sent. */
    static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** A right order of one rose to Baghdad, as the page's form sends it. */
    Map<String, String> form(String phone) {
        var form = new LinkedHashMap<String, String>();
        form.put("phone", phone);
        form.put("name", "زينب علي");
        form.put("province", "BG");
        form.put("area", Shop.KARRADA);
        form.put("address", "الكرادة، قرب جامع الزوية");
        form.put("sku", "ROSE");
        form.put("pieces", "1");
        form.put("round", round());
        form.put("shown", "28000");
        form.put("do", "send");
        return form;
    }

    /** The cart's cookie. */
    String cart() {
        return cookies.getOrDefault(name(), "");
    }

    /** The round that the cart is in. */
    String round() {
        var parts = cart().split("~", -1);
        return parts.length > 1 ? parts[1] : "";
    }

    void brings(String cart) {
        cookies.put(name(), cart);
    }

    void forgetsCookies() {
        cookies.clear();
    }

    private String name() {
        return "__Host-sendy-cart-" + boutique.shop().storeId().substring(28);
    }

    private HttpRequest.Builder request(String path) {
        return requestOf(boutique.page(path));
    }

    private HttpRequest.Builder requestOf(String path) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private Seen send(HttpRequest.Builder request) {
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofString());
            for (var cookie : response.headers().allValues("Set-Cookie")) {
                var pair = cookie.split(";", 2)[0].split("=", 2);
                cookies.put(pair[0], pair[1]);
            }
            return new Seen(response.statusCode(), response.body(), response);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
