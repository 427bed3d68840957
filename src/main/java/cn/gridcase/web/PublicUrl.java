package cn.gridcase.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where phones reach this service, {@code GRIDCASE_PUBLIC_URL}. */
@ApplicationScoped
public class PublicUrl {
  private final Optional<String> configured;

  @Inject
  PublicUrl(@ConfigProperty(name = "gridcase.public-url") Optional<String> configured) {
    this.configured = configured;
  }

  /** The whole address of a page; the path starts with a slash. */
  public URI of(String path) {
    return URI.create(base() + path);
  }

  /** Whether browsers come by TLS, so that cookies may be kept to it. */
  boolean isSecure() {
    return base().startsWith("https:");
  }

  private String base() {
    return configured
        .orElseThrow(() -> new IllegalStateException("gridcase.public-url is not configured"))
        .replaceAll("/+$", "");
  }
}
