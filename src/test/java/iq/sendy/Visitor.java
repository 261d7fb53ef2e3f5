package iq.sendy;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.io.ByteArrayOutputStream;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A browser without scripts, as the server sees it: it keeps cookies, follows nothing, and sends any form; shops have it, too. */
public final class Visitor {

    public static final String SESSION = "__Host-sendy-session";

    private static final String FILE = "name=\"file\"; filename=\"f.bin\"";

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern ONCE = Pattern.compile("name=\"once\" value=\"([^\"]+)\"");
    private static final Pattern SHOWN = Pattern.compile("name=\"shown\" value=\"([^\"]*)\"");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String base;
    private final @Nullable String language;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final List<String> setCookies = new ArrayList<>();

    /** @param language that it asks for; null where it says none */
    public Visitor(String base, @Nullable String language) {
        this.base = base;
        this.language = language;
    }

    /** The owner of a shop, signed in. */
    public static Visitor of(Api api, Shop shop) {
        var owner = new Visitor(api.base(), "ar");
        var in = owner.signsIn(shop.ownerPhone(), Shop.PASSWORD);
        if (in.status() != 303) {
            throw new AssertionError("The owner could not sign in: " + in);
        }
        return owner;
    }

    /** Somebody who works there with these permissions alone, signed in. */
    public static Visitor staff(Api api, Shop shop, String... permissions) {
        var phone = Shop.newPhone();
        var role = Api.object().put("name", "Role " + phone);
        List.of(permissions).forEach(role.putArray("permissions")::add);
        shop.owner()
                .post(
                        Api.STAFF + "/staff",
                        Api.object()
                                .put("fullName", "هدى")
                                .put("phone", phone)
                                .put("password", Shop.PASSWORD)
                                .put(
                                        "roleId",
                                        shop.owner()
                                                .post(Api.STAFF + "/rbac/roles", role)
                                                .data("id")));
        var staff = new Visitor(api.base(), "ar");
        var in = staff.signsIn(phone, Shop.PASSWORD);
        if (in.status() != 303) {
            throw new AssertionError("The member could not sign in: " + in);
        }
        return staff;
    }

    /** What came back. */
    public record Shown(int status, String text, HttpResponse<String> response) {

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** Where it leads, as a path. */
        public String location() {
            var to = header("Location");
            return to.startsWith("http") ? to.substring(to.indexOf('/', "https://".length())) : to;
        }

        public String setCookie() {
            return header("Set-Cookie");
        }

        /** The code of the order that it leads to. */
        public String publicId() {
            var at = location().indexOf("SN-");
            return at < 0 ? "" : location().substring(at, at + "SN-XXXX-XXXX".length());
        }

        /** What the page's forms send as their proof. */
        public String token() {
            var token = TOKEN.matcher(text);
            return token.find() ? token.group(1) : "";
        }

        /** What its form of something stored sends unseen: what it showed. */
        public String shown() {
            var shown = SHOWN.matcher(text);
            if (!shown.find()) {
                throw new AssertionError("No form of something stored: " + this);
            }
            return shown.group(1);
        }

        /** What its form of something new sends unseen: that proof, and the id by which it is made once. */
        public Map<String, String> unseen() {
            var once = ONCE.matcher(text);
            if (!once.find()) {
                throw new AssertionError("No form of something new: " + this);
            }
            return Map.of("_csrf", token(), "once", once.group(1));
        }

        @Override
        public String toString() {
            return status + " " + header("Location") + " " + text;
        }
    }

    public Shown opens(String path) {
        return send(request(path).GET());
    }

    /** Opens the sign-in page and sends its form. */
    public Shown signsIn(String phone, String password) {
        var page = opens("/app/sign-in");
        return sends("/app/sign-in", Map.of("_csrf", page.token(), "phone", phone, "password", password));
    }

    public Shown sends(String path, Map<String, String> form, String... headers) {
        return sendsAsIs(path, encoded(form), headers);
    }

    public Shown sendsAsIs(String path, String form, String... headers) {
        var request = request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** A form as it is sent. */
    public static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** Sends a form whose only field is a file; its token stands in the path. */
    public Shown sendsFile(String path, byte[] file) {
        return sendsPart(path, FILE, file);
    }

    /** As {@link #sendsFile}, for a part of any disposition. */
    public Shown sendsPart(String path, String disposition, byte[] content) {
        return sendsParts(path, Map.of(), disposition, content);
    }

    /** As {@link #sendsFile}, of a form that has fields beside it. */
    public Shown sendsFile(String path, Map<String, String> fields, byte[] file) {
        return sendsParts(path, fields, FILE, file);
    }

    /** As {@link #sendsFile}, of a file that is called something. */
    public Shown sendsFile(String path, Map<String, String> fields, String fileName, byte[] file) {
        return sendsParts(path, fields, "name=\"file\"; filename=\"" + fileName + "\"", file);
    }

    private Shown sendsParts(String path, Map<String, String> fields, String disposition, byte[] content) {
        var form = new ByteArrayOutputStream();
        fields.forEach((name, value) -> form.writeBytes(
                ("--edge\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        form.writeBytes(("--edge\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        form.writeBytes(content);
        form.writeBytes("\r\n--edge--\r\n".getBytes(StandardCharsets.UTF_8));
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=edge")
                .POST(BodyPublishers.ofByteArray(form.toByteArray())));
    }

    /** Every cookie as it was set. */
    public List<String> setCookies() {
        return setCookies;
    }

    public String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    public void brings(String name, String value) {
        cookies.put(name, value);
    }

    public void forgetsCookies() {
        cookies.clear();
    }

    /** Goes on in a browser, where nobody has to sign in again. */
    public void entersBy(Page page) {
        // They are for a secure site, which our own machine counts as.
        var site = base.replaceFirst("^http:", "https:") + "/";
        page.context()
                .addCookies(cookies.entrySet().stream()
                        .map(cookie -> new Cookie(cookie.getKey(), cookie.getValue()).setUrl(site))
                        .toList());
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        if (language != null) {
            request.header("Accept-Language", language);
        }
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private Shown send(HttpRequest.Builder request) {
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofString());
            for (var cookie : response.headers().allValues("Set-Cookie")) {
                setCookies.add(cookie);
                var pair = cookie.split(";", 2)[0].split("=", 2);
                if (pair[1].isEmpty()) {
                    cookies.remove(pair[0]);
                } else {
                    cookies.put(pair[0], pair[1]);
                }
            }
            return new Shown(response.statusCode(), response.body(), response);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
