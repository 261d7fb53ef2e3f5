package iq.sendy.dashboard;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
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
final class Chromium implements AutoCloseable {

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

    private final String base;
    private final Playwright playwright;
    private final Browser browser;
    private final List<String> complaints = new ArrayList<>();

    Chromium(String base) {
        this.base = base;
        var program = installed();
        Assumptions.assumeTrue(program.isPresent(), "no chromium on the PATH");
        playwright = Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(program.orElseThrow())
                        .setArgs(FLAGS));
    }

    /** A reader of their own, with cookies of their own. */
    BrowserContext reader(int width, String language, boolean scripts) {
        var reader = browser.newContext(new NewContextOptions()
                .setBaseURL(base)
                .setLocale(language)
                .setViewportSize(width, 844)
                .setJavaScriptEnabled(scripts));
        reader.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) {
                complaints.add(message.page().url() + ": " + message.text());
            }
        });
        reader.onRequest(request -> {
            if (!request.url().startsWith(base)) {
                complaints.add("asked elsewhere: " + request.url());
            }
        });
        return reader;
    }

    /** What the browser said against our pages since the last time. */
    List<String> complaints() {
        var said = List.copyOf(complaints);
        complaints.clear();
        return said;
    }

    /** What keeps people out who use a keyboard, a screen reader or weak eyes. */
    static List<?> barriers(Page page) {
        page.evaluate(axe());
        return (List<?>) page.evaluate(SERIOUS);
    }

    static int width(Page page) {
        return ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
    }

    static void keep(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/pages", name + ".png"))
                .setFullPage(true));
    }

    private static String axe() {
        try (var script = Objects.requireNonNull(Chromium.class.getResourceAsStream("/axe.min.js"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static Optional<Path> installed() {
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
