package cn.gridcase.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Styles, scripts and pictures under {@code META-INF/resources/static}: each has the set's hash in
 * its address, so that a browser may keep it for good and still never shows an old one.
 */
@Singleton
class StaticFiles {
  private static final String FOLDER = "/static/";
  private static final Pattern ADDRESS = Pattern.compile("/static/([0-9a-f]{12})/([\\w.-]+)");
  private static final String KEEP = "keep";
  private static final int BEFORE_ROUTING = 400;

  /** Holds the hash of every file, so its own hash stands for them all. */
  private static final String SUMS = "/META-INF/resources/static/SHA256SUMS";

  private final String version = version();

  String address(String file) {
    return FOLDER + version + "/" + file;
  }

  void stand(@Observes Filters filters) {
    filters.register(this::pass, BEFORE_ROUTING);
  }

  private void pass(RoutingContext route) {
    Matcher address = ADDRESS.matcher(route.normalizedPath());
    if (address.matches()) {
      // While replicas of two versions run, one may be asked for the other's file: not to be kept.
      boolean ours = address.group(1).equals(version);
      route.put(KEEP, ours ? "public, max-age=31536000, immutable" : "no-store");
      route.reroute(FOLDER + address.group(2));
      return;
    }
    // The second time here, for going by another route begins with no headers at all.
    String keep = route.get(KEEP);
    if (keep != null) {
      route.response().putHeader(HttpHeaders.CACHE_CONTROL, keep);
    }
    route.next();
  }

  private static String version() {
    try (InputStream sums = StaticFiles.class.getResourceAsStream(SUMS)) {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(Objects.requireNonNull(sums).readAllBytes());
      return HexFormat.of().formatHex(hash, 0, 6);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
