package iq.sendy;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Browser.NewPageOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** A browser that opens our pages without the internet, and notes what it complains of. */
public final class Chromium implements AutoCloseable {

    /** Of every screen, a phone's too. */
    private static final int HEIGHT = 844;

    /** The build server has one: there a test that cannot look at a page fails. */
    private static final boolean NEEDED = Boolean.getBoolean("sendy.test.browser");

    /** Whether people want to look at the pages. */
    private static final String JUMPED = """
            () => new Promise((done) => {
              let sum = 0;
              new PerformanceObserver((list) => list.getEntries().forEach((one) => { sum += one.hadRecentInput ? 0 : one.value; }))
                .observe({ type: "layout-shift", buffered: true });
              requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(sum), 0)));
            })""";

    public static final boolean PICTURES = Boolean.getBoolean("pictures");

    private static final List<String> FLAGS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            // Else each tab starts a process, which costs more than a page of ours.
            "--process-per-site");

    /** As long as {@link Waiting} waits: the browser's own half of it is short where everything runs at once. */
    private static final double PATIENCE = 60_000;

    /** One for all classes of a JVM, whose readers share nothing. It goes with the JVM. */
    private static @Nullable Browser shared;

    /** Of the shared browser. */
    private static final List<Window> WINDOWS = new ArrayList<>();

    /** How the browser of a reader is set, beside its screen: its language, if it has one, and whether it runs scripts. */
    public record Reader(@Nullable String language, boolean scripts) {

        public static final Reader ANYBODY = new Reader(null, true);
        public static final Reader WITHOUT_SCRIPTS = new Reader(null, false);

        public static Reader of(String language) {
            return new Reader(language, true);
        }
    }

    /**
     * A window that stays, and a blank sheet that keeps it and its processes. Readers who are set alike read in it, one after
     * the other: a window of their own cost the processor more than three of our pages.
     */
    private record Window(String base, Reader reader, BrowserContext context, CDPSession sheet) {

        boolean isFreeFor(String pages, Reader next) {
            return base.equals(pages) && reader.equals(next) && context.pages().size() == 1;
        }

        /** Forgets all that a browser keeps, but what goes with the page itself. */
        Page opens() {
            context.clearCookies();
            var everything = new JsonObject();
            everything.addProperty("origin", base);
            everything.addProperty("storageTypes", "all");
            sheet.send("Storage.clearDataForOrigin", everything);
            sheet.send("Network.clearBrowserCache");
            return context.newPage();
        }
    }

    private final String base;
    private final Browser browser;
    private final List<Page> readers = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    /** @param base the address that our pages begin with */
    public Chromium(String base) {
        this.base = base;
        var program = installed();
        if (NEEDED) {
            assertThat(program).as("a chromium on the PATH").isPresent();
        }
        Assumptions.assumeTrue(program.isPresent(), "no chromium on the PATH");
        browser = running(program.orElseThrow());
    }

    private static synchronized Browser running(Path program) {
        var running = shared;
        if (running == null || !running.isConnected()) {
            running = Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
                    .chromium()
                    .launch(new LaunchOptions()
                            .setExecutablePath(program)
                            .setArgs(FLAGS)
                            .setTimeout(PATIENCE));
            shared = running;
            WINDOWS.clear();
        }
        return running;
    }

    /** A page of a reader of their own, whose cookies, store and cache are empty, and who is gone when it is closed. */
    public Page page(int width, Reader reader) {
        synchronized (WINDOWS) {
            var window = WINDOWS.stream()
                    .filter(one -> one.isFreeFor(base, reader))
                    .findFirst()
                    .orElseGet(() -> opens(reader));
            var page = heard(window.opens());
            resize(page, width);
            return page;
        }
    }

    private Window opens(Reader reader) {
        var options = new NewContextOptions().setBaseURL(base).setJavaScriptEnabled(reader.scripts());
        if (reader.language() != null) {
            options.setLocale(reader.language());
        }
        var context = browser.newContext(options);
        context.setDefaultTimeout(PATIENCE);
        var sheet = context.newPage();
        // Pages of the same site then share its process.
        sheet.navigate("/robots.txt");
        var window = new Window(base, reader, context, context.newCDPSession(sheet));
        WINDOWS.add(window);
        return window;
    }

    /** As the others, in a window of its own: for what lasts as long as a window, and for who comes for the first time. */
    public Page page(int width, NewPageOptions options) {
        return heard(browser.newPage(options.setBaseURL(base).setViewportSize(width, HEIGHT)));
    }

    private Page heard(Page page) {
        // Of the context: what a page asks for beside itself waits as long.
        page.context().setDefaultTimeout(PATIENCE);
        readers.add(page);
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) {
                complaints.add(page.url() + ": " + message.text());
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

    /** The same page on a screen as wide as that. */
    public static void resize(Page page, int width) {
        page.setViewportSize(width, HEIGHT);
    }

    /** Gives a page the processor of a phone, as the tools of browsers imitate it. */
    public static void slow(Page page) {
        var rate = new JsonObject();
        rate.addProperty("rate", 4);
        page.context().newCDPSession(page).send("Emulation.setCPUThrottlingRate", rate);
    }

    /** What the browser said against our pages since the last time. */
    public List<String> complaints() {
        var said = List.copyOf(complaints);
        complaints.clear();
        return said;
    }

    /** What keeps people out who use a keyboard, a screen reader or weak eyes. */
    public static List<?> barriers(Page page) {
        return Barriers.on(page);
    }

    public static int width(Page page) {
        return ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
    }

    /** By how much what one reads has jumped since the page began: 0 where nothing did, and people notice a tenth. */
    public static double jumped(Page page) {
        return ((Number) page.evaluate(JUMPED)).doubleValue();
    }

    /** Keeps what a page looks like, for people who ask for it: drawing takes as long as judging does. */
    public static void keep(Page page, String name) {
        if (PICTURES) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target/pages", name + ".png"))
                    .setFullPage(true));
        }
    }

    /** The one that has no windows at all comes first: it does the same for less. */
    private static Optional<Path> installed() {
        var directories = System.getenv("PATH").split(File.pathSeparator, -1);
        return Stream.of("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Stream.of(directories).map(directory -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Whoever still reads is gone. */
    @Override
    public void close() {
        readers.forEach(Page::close);
    }
}
