package iq.sendy.apidocs.web;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A browser that opens our pages without the internet, and notes what it complains of. */
final class Phones implements AutoCloseable {

    private static final List<String> FLAGS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run");

    private static final String SERIOUS = """
            async () => (await axe.run()).violations
              .filter((one) => ["serious", "critical"].includes(one.impact))
              .map((one) => one.id + ": " + one.nodes.map((node) => node.target.join(" ")).join(", "))""";

    final List<String> complaints = new ArrayList<>();

    private final String base;
    private final Playwright playwright;
    private final Browser browser;

    Phones(String base) {
        this.base = base;
        var program = chromium();
        Assumptions.assumeTrue(program.isPresent(), "no chromium on the PATH");
        playwright = Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(program.orElseThrow())
                        .setArgs(FLAGS));
    }

    Page page(int width, ColorScheme colors) {
        var page = browser.newPage(
                new Browser.NewPageOptions().setViewportSize(width, 844).setColorScheme(colors));
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onRequest(request -> {
            if (!request.url().startsWith(base)) {
                complaints.add("asked elsewhere: " + request.url());
            }
        });
        return page;
    }

    Page withoutScripts() {
        return browser.newPage(
                new Browser.NewPageOptions().setViewportSize(390, 844).setJavaScriptEnabled(false));
    }

    /** A phone's processor, as the tools of browsers imitate it. */
    Page slow() {
        var page = page(390, ColorScheme.LIGHT);
        var rate = new JsonObject();
        rate.addProperty("rate", 4);
        page.context().newCDPSession(page).send("Emulation.setCPUThrottlingRate", rate);
        return page;
    }

    /** What keeps people out who use a keyboard, a screen reader or weak eyes. */
    static List<?> barriers(Page page) {
        page.evaluate("() => document.querySelectorAll('details').forEach((one) => { one.open = true; })");
        page.evaluate(axe());
        return (List<?>) page.evaluate(SERIOUS);
    }

    static int width(Page page) {
        return ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
    }

    private static String axe() {
        try (var script = Objects.requireNonNull(Phones.class.getResourceAsStream("/axe.min.js"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static Optional<Path> chromium() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .flatMap(directory -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
